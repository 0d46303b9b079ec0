import type { Verifier } from '../../../domain/verifiers.ts';
import type { en } from '../../en/page.ts';

const refetch: Record<Verifier['refetch'], string> = {
  yes: 'sieht bei unbekannter kid erneut nach',
  paused: 'sieht bei unbekannter kid nach einer Pause erneut nach',
  no: 'sieht vorher nicht erneut nach',
  never: 'sieht nie nach',
  unknown: 'ob er erneut nachsieht, ist nicht bekannt',
};

export const verifiers: typeof en.verifiers = {
  label: 'Wer prüft die Token?',
  means:
    'Gewartet wird auf den längsten Cache unter ihnen. Wählen Sie keinen, wenn Sie es nicht wissen, und geben Sie unten eine Zeit an.',
  untilReplaced: 'bis jemand sie ersetzt',
  keeps: (howLong, again, note) => `Behält Schlüssel ${howLong}; ${refetch[again]}. ${note}`,
};
