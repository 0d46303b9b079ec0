// The words for the events on a ring's time line. `short` stands on the line, `long` in the table.
import type { EventKind } from '../state/ring-events.ts';

export const EVENT: Record<EventKind, { short: string; long: string }> = {
  created: { short: 'Made', long: 'Came into custody' },
  published: { short: 'Seen outside', long: 'First seen in the public set' },
  current: { short: 'Signs', long: 'Began to sign; the key before it became previous' },
  revoked: { short: 'Revoked', long: 'Revoked' },
  'taken-down': { short: 'Taken down', long: 'First seen to be gone from the public set' },
  destroyed: { short: 'Erased', long: 'Private half erased' },
  ready: { short: 'Ready to sign', long: 'Ready to sign' },
  safe: { short: 'Safe to revoke', long: 'Safe to revoke' },
  bites: { short: 'Refused everywhere', long: 'Refused everywhere' },
  'bites-worst': { short: 'Refused, worst case', long: 'Refused everywhere, even by caches of a failing endpoint' },
  erasure: { short: 'Erasure', long: 'Private half will be erased' },
};
