// Choosing the verifiers that consume a key set. Their names and notes are in ../verifiers.ts.
import type { Verifier } from '../../../domain/verifiers.ts';

const refetch: Record<Verifier['refetch'], string> = {
  yes: 'looks again for an unknown kid',
  paused: 'looks again for an unknown kid after a pause',
  no: 'does not look again before that',
  never: 'never looks',
  unknown: 'it is not known whether it looks again',
};

export const verifiers = {
  label: 'Who verifies the tokens?',
  means: 'The longest cache among them is waited for. Choose none when you do not know, and give a time below.',
  untilReplaced: 'until a person replaces it',
  keeps: (howLong: string, again: Verifier['refetch'], note: string) =>
    `Keeps keys ${howLong}; ${refetch[again]}. ${note}`,
};
