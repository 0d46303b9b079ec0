// Sizes and closed lists on which others rely: each size by what it is for, in bytes.
import { expect, it } from 'vitest';
import * as limits from '../../../shared/domain/limits.ts';
import { MAX_PROXY_SCRIPT_BYTES, PROXY_KINDS } from '../../../shared/domain/network.ts';
import { rehearseTroubleSchema, TROUBLE_MEETS, TROUBLES } from '../../../shared/domain/sandbox-trouble.ts';

it.each([
  ['a file that is read in every way', limits.MAX_IMPORT_BYTES, 262_144],
  ['the picture of a share', limits.MAX_SHARE_BYTES, 16_777_216],
  ['a bundle of certificates', limits.MAX_BUNDLE_BYTES, 16_777_216],
  ['a passphrase', limits.MAX_PASSPHRASE_BYTES, 1024],
  ['a remote answer', limits.MAX_REMOTE_BYTES, 1_048_576],
  ['a credential', limits.MAX_CREDENTIAL_BYTES, 16_384],
  ['the claims of a token', limits.MAX_CLAIMS_CHARACTERS, 16_384],
  ['the request to a second officer', limits.MAX_APPROVAL_BYTES, 1_048_576],
  ['the script of a proxy', MAX_PROXY_SCRIPT_BYTES, 262_144],
])('%s is no larger than %i', (_, most, wanted) => {
  expect(most).toBe(wanted);
});

it('a key goes its way, of which revoked and replaced are the ends', () => {
  expect(limits.KEY_STATES).toEqual(['next', 'current', 'previous', 'revoked', 'replaced']);
  expect(limits.LIFE_STATES).toEqual(['next', 'current', 'previous', 'revoked']);
  expect(limits.KEY_STATES.filter(limits.isLiving)).toEqual(['next', 'current', 'previous']);
});

it('closed lists stand in the order in which they are offered', () => {
  expect(limits.ENVIRONMENTS).toEqual(['development', 'staging', 'production']);
  expect(limits.PROOF_STEPS).toEqual(['fetched', 'listed', 'signed', 'verified', 'issuer', 'canonical']);
  expect(PROXY_KINDS).toEqual(['system', 'none', 'address', 'script']);
});

it('trouble at the sandbox meets the push, but for another officer and a stale copy', () => {
  const meeting = (what: string) => TROUBLES.filter((trouble) => TROUBLE_MEETS[trouble] === what);
  expect(meeting('look')).toEqual(['another-officer']);
  expect(meeting('proof')).toEqual(['stale']);
  expect(meeting('push')).toEqual([
    'reset',
    'reset-before',
    'server-error',
    'rate-limited',
    'slow',
    'too-slow',
    'half-answer',
  ]);
});

it('trouble is armed by its name, or taken back', () => {
  for (const trouble of [null, ...TROUBLES]) {
    expect(rehearseTroubleSchema.parse({ trouble })).toEqual({ trouble });
  }
  for (const wrong of [{}, { trouble: 'fire' }, { trouble: null, more: 1 }]) {
    expect(rehearseTroubleSchema.safeParse(wrong).success).toBe(false);
  }
});
