// English sentences for errors: tenants, their rings and their policies.
import { say, type Sentences } from '../../sentence.ts';

export const tenantSentences = {
  TENANT_NOT_FOUND: ({ tenant }) =>
    say(`There is no tenant called “${tenant}”.`, 'List the tenants to see their names, or add this one.'),
  TENANT_EXISTS: ({ tenant }) => say(`A tenant called “${tenant}” exists already.`, 'Choose another name.'),
  TENANT_ARCHIVED: ({ tenant, at }) =>
    say(`“${tenant}” was archived ${at}: nothing is done with it.`, 'Reactivate it first.'),
  RING_NOT_FOUND: ({ tenant, ring }) =>
    say(`The tenant “${tenant}” has no key ring called “${ring}”.`, 'List its rings to see their names.'),
  RING_EXISTS: ({ tenant, ring }) =>
    say(`The tenant “${tenant}” already has a key ring called “${ring}”.`, 'Choose another name for the new ring.'),
  RING_RETIRED: ({ ring }) =>
    say(
      `The ring “${ring}” is retired: it no longer signs and takes no more keys.`,
      'Use another ring of the tenant, or add one. Its previous keys can still be revoked, each in its time.',
    ),
  RING_ALGORITHM_NOT_PUSHABLE: ({ alg }) =>
    say(
      `${alg} keys cannot be published to this kind of tenant: its key schema knows RSA and EC only.`,
      'Choose an RS, PS or ES algorithm for this ring.',
    ),
  RING_HAS_CURRENT: ({ ring, kid }) =>
    say(
      `The ring “${ring}” already signs with ${kid}, which has been published or used.`,
      'Import the key as next, publish it, and rotate when verifiers know it.',
    ),
  RING_NEXT_ANNOUNCED: ({ ring, kid }) =>
    say(
      `The next key ${kid} of ring “${ring}” is already published, so verifiers may rely on it.`,
      'Rotate: that brings it into use. Or withdraw it, if it leaked or was never wanted, to make room for another.',
    ),
  RING_HAS_NO_CURRENT: ({ ring }) =>
    say(
      `The ring “${ring}” has no current key to sign with.`,
      'Rotate the ring to bring its next key into use, or import a key as current.',
    ),
  RING_HAS_NO_NEXT: ({ ring }) =>
    say(`The ring “${ring}” has no next key to bring into use.`, 'Generate or import a next key first.'),
  RING_CHANGED: ({ ring }) =>
    say(`The ring “${ring}” changed while you were looking at it. Nothing was done.`, 'Look at it again, then repeat.'),
  ROTATION_HAS_EFFECT: ({ ring }) =>
    say(
      `The last rotation of “${ring}” cannot be undone: its new key has signed, or its next key is known outside.`,
      'Rotate forward instead. The old key still verifies until you revoke it.',
    ),
  TENANT_IN_SERVICE: ({ tenant, kid }) =>
    say(
      `“${tenant}” stays: its key ${kid} was published, used or imported, and removing it would lose it.`,
      'Revoke its keys instead. A tenant can be removed only while none of its keys has been put to use.',
    ),
  POLICY_NOT_FOUND: ({ policy }) =>
    say(`There is no policy called “${policy}”.`, 'List the policies to see their names, or set this one.'),
} satisfies Partial<Sentences>;
