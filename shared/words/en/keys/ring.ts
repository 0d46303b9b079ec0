// Key rings: the screen, one ring with its lane, and what is made in it.
import type { PlacesForecast } from '../../../domain/published-set/places.ts';
import { count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

export const ring = {
  title: 'Key rings',
  notPublishedYet: 'not published yet',
  lastPublished: <At>(at: At) => phrase`last published ${at}`,
  none: {
    title: 'No key ring yet',
    means: 'A ring holds the keys of one algorithm. Most tenants need one: RS256.',
  },
  /** A revoked key that the last push announced. */
  lingering: {
    title: (keys: number) => `${count(keys, 'revoked key', 'revoked keys')} may still be public.`,
    means: (keys: number) =>
      `The last push announced ${keys === 1 ? 'it' : 'them'}, so verifiers go on accepting tokens.`,
  },
  unpublished: {
    title: (keys: number) => `${count(keys, 'key', 'keys')} not published yet.`,
    means: (keys: number) => `Verifiers cannot know ${keys === 1 ? 'it' : 'them'}.`,
  },
  altered: {
    title: (keys: number) => `${count(keys, 'key', 'keys')} published with an old certificate.`,
    means: (keys: number) =>
      `${keys === 1 ? 'It was' : 'They were'} changed here since the last push. Verifiers that use the certificate still see the old one.`,
  },
  reordered: {
    title: 'The published set is in another order.',
    means: 'A verifier that takes the first key of a set should find one that signs.',
  },
  previewPush: 'Preview what a push would change',
  brought: 'with imported keys',
  localOnly: 'for local use, never published',
  act: {
    import: 'Import…',
    importInto: (name: string) => `Import… into ring ${name}`,
    generate: 'Generate next',
    generateOf: (name: string) => `Generate next key of ring ${name}`,
    announcedAlready: (kid: string) =>
      `The next key ${kid} is announced already. Rotate to bring it into use, or withdraw it to make room for another.`,
    plan: 'Plan a rotation…',
    planOf: (name: string) => `Plan a rotation… of ring ${name}`,
    rotate: 'Rotate…',
    rotateOf: (name: string) => `Rotate… ring ${name}`,
    noNext: 'There is no next key to bring into use. Generate or import one first.',
    more: (name: string) => `More for ring ${name}`,
    takeBack: 'Undo the last rotation…',
    emergency: 'Emergency…',
    emergencyMeans: 'Rotate and revoke in one act',
    emergencyNeeds: 'Needs a current key',
    retire: 'Retire the ring…',
  },
  lane: {
    life: 'The life of a key',
    nist: <Nist>(nist: Nist, state: string) => phrase`${nist}: ${state}`,
    showAll: (keys: number) => `Show all ${keys}`,
    showFewer: 'Show fewer',
    replaced: (keys: number) => `Replaced before ${keys === 1 ? 'it was' : 'they were'} used:`,
  },
  moves: { label: 'What will happen', freshKey: 'A new key', becomes: 'becomes' },
  add: {
    open: 'Add ring…',
    title: (tenant: string) => `Add a key ring to ${tenant}`,
    verb: 'Add ring',
    working: 'Generating the first two keys of the ring',
    done: (name: string) => `Added ring ${name}`,
    means: 'A ring holds keys of one algorithm.',
    keys: 'Its keys',
    source: {
      made: { word: 'Generate them here', means: 'A current and a next key now, and a next key at each rotation.' },
      brought: { word: 'I bring my own keys', means: 'It starts empty. None is generated here unless you ask for it.' },
    },
    algorithm: 'Algorithm',
    bits: 'Key length',
    bitsOf: (bits: number) => `${bits} bit`,
    notForPublishing: 'Not for publishing',
    notForPublishingMeans: 'The key schema of this kind of tenant knows RSA and EC only.',
    name: 'Name',
    nameMeans: 'Optional. Unique within the tenant.',
    places: 'Not enough key slots',
    placesMeans: ({ limit, now, most }: PlacesForecast) =>
      now > limit
        ? `The tenant takes ${limit} keys, and ${now} would need a slot now. Previous keys wait first, then next ones. Retire a ring that is not needed.`
        : `The tenant takes ${limit} keys: ${now} would be wanted now, but ${most} while every ring rotates. Then previous keys wait first, then next ones.`,
  },
  retired: <At>(at: At, reason: string) => phrase`retired ${at}: ${reason}`,
  retire: {
    title: (name: string) => `Retire ring “${name}”?`,
    verb: 'Retire ring',
    working: 'Retiring the ring',
    done: (name: string) => `Retired ring ${name}`,
    means: 'It no longer signs and takes no more keys. Its history stays on record. This cannot be undone.',
    current:
      'It no longer signs. Its tokens stay valid until you revoke it, when its clock says so. Unused, it is revoked at once.',
    next: 'It never signed, so nobody needs it. It never comes back.',
    push: 'Push afterwards, so that keys which nobody needs leave the published set.',
  },
  generate: {
    title: (name: string) => `Generate the next key of “${name}”?`,
    verb: { replace: 'Replace next key', fill: 'Generate next key' },
    working: (algorithm: string) => `Generating a key for ${algorithm}`,
    done: (name: string) => `Generated the next key of ring ${name}`,
    means: (algorithm: string) =>
      `A new ${algorithm} key is generated on this machine. Its private key goes straight into the keychain and is not shown anywhere.`,
    replaces: <Kid>(kid: Kid) =>
      phrase`It replaces ${kid}, which was neither published nor used. That key is not revoked: it can be imported again.`,
  },
};
