// Choosing the verifiers that consume a key set. Their names and notes are in ../verifiers.ts.
import type { Verifier } from '../../../domain/verifiers.ts';

const refetch: Record<Verifier['refetch'], string> = {
  yes: 'refetches for an unknown kid',
  paused: 'refetches for an unknown kid after a pause',
  no: 'does not refetch before that',
  never: 'never fetches',
  unknown: 'it is not known whether it refetches',
};

export const verifiers = {
  label: 'Who verifies the tokens?',
  means: 'Waits follow the longest cache among them. Choose none when you do not know, and set a time below.',
  untilReplaced: 'until a person replaces it',
  keeps: (howLong: string, again: Verifier['refetch'], note: string) =>
    `Keeps keys ${howLong}; ${refetch[again]}. ${note}`,
};
