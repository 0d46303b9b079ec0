// The one thing that a tenant needs next, at the foot of its rings.
import type { NextDue } from '../../../domain/tenant/next-due.ts';

const title: Record<NextDue['act'], string> = {
  'ring.add': 'Next: a key ring',
  'key.import': 'Next: bring a key',
  'publish.push': 'Next: push what changed',
  'publish.verify': 'Next: prove it from outside',
  'key.rotate': 'Due: rotate',
  'key.revoke': 'Due: revoke the previous key',
  'certificate.reissue': 'Due: a new certificate',
};

const means: Record<NextDue['act'], string> = {
  'ring.add': 'A ring holds the keys of one algorithm.',
  'key.import': 'You bring the keys of this ring, and it has none yet.',
  'publish.push': 'Verifiers do not know yet what changed here. A preview comes first.',
  'publish.verify': 'It was pushed, and was not checked from outside since. The waits begin with that.',
  'key.rotate': 'Verifiers know the next key, and it is time by the policy.',
  'key.revoke': 'Its tokens have ended and its time of grace is over.',
  'certificate.reissue': 'Some consumers refuse an expired certificate although its key is sound.',
};

export const nextDue = {
  title,
  means,
  nothing: 'Nothing is due',
  next: (what: string, ring: string, day: string) => `Then: ${what}, ring ${ring}, ${day}`,
  go: { 'publish.push': 'Preview and push…', 'publish.verify': 'Prove from outside…' },
};
