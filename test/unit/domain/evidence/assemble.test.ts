// The record of a proof: what was seen, with the hash of the token in place of the token.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { evidenceOf, keyEvidence } from '../../../../shared/domain/evidence/assemble.ts';
import type { Fetched, KeyEvidence } from '../../../../shared/domain/evidence/evidence.ts';
import { proofFactSchema } from '../../../../shared/domain/evidence/proof-facts.ts';
import type { Proof } from '../../../../shared/domain/evidence/proof.ts';
import { aTenant, AT } from '../../../support/keys.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

const header = { alg: 'RS256', kid: 'k1' };
const claims = { iss: 'https://id.acme.example/', name: 'Zoë' };
const token = `${part(header)}.${part(claims)}.c2lnbmF0dXJl`;

const proof: Proof = {
  ok: true,
  at: AT,
  jwksUrl: 'https://id.acme.example/jwks',
  kid: 'k1',
  jwksSha256: sha256('{}'),
  cacheControl: null,
  steps: [
    { step: 'fetched', ok: true, detail: '1 key', fact: { code: 'fetched', keys: 1, url: 'https://id.acme.example' } },
    { step: 'listed', ok: false, detail: 'not there' },
  ],
};
const fetchedAs = (body: string, withheld: string[] = []): Fetched => ({
  exchange: {
    method: 'GET',
    url: 'https://id.acme.example/jwks',
    requestHeaders: { accept: 'application/json' },
    status: 200,
    responseHeaders: {},
    bodySha256: sha256(body),
  },
  body,
  withheld,
});

describe('of one key', () => {
  it('holds what the token says and its hash, and the steps in words', () => {
    const fetched = fetchedAs('{}');
    expect(keyEvidence(proof, 'RS256', token, fetched)).toEqual({
      kid: 'k1',
      alg: 'RS256',
      at: AT,
      ok: true,
      steps: [
        { step: 'fetched', ok: true, detail: '1 key' },
        { step: 'listed', ok: false, detail: 'not there' },
      ],
      token: { sha256: sha256(token), header, claims },
      exchange: fetched.exchange,
    });
  });

  it('has no exchange where nothing came', () => {
    expect(keyEvidence(proof, 'RS256', token, null).exchange).toBeNull();
  });

  it('is not made of what is no token', () => {
    expect(() => keyEvidence(proof, 'RS256', '', null)).toThrow('JSON');
    expect(() => keyEvidence(proof, 'RS256', part(header), null)).toThrow('JSON');
  });
});

describe('of a run', () => {
  const run = { id: 'run', tenant: aTenant, issuer: 'https://id.acme.example/', at: AT };
  const evidence = (kid: string, ok = true): KeyEvidence => ({ ...keyEvidence(proof, 'RS256', token, null), kid, ok });

  it('is one document, which the record knows by its hash', () => {
    const [one, two] = [evidence('k1'), evidence('k2')];
    const { summary, document } = evidenceOf(run, [
      { evidence: one, fetched: fetchedAs('{}') },
      { evidence: two, fetched: fetchedAs('[]') },
    ]);
    expect(summary).toEqual({ id: 'run', at: AT, ok: true, kids: ['k1', 'k2'], sha256: sha256(document) });
    expect(document).toMatch(/^\{\n {2}"format": "key-custodian-evidence\/1",\n[^]*\n\}\n$/);
    expect(JSON.parse(document)).toEqual({
      format: 'key-custodian-evidence/1',
      id: 'run',
      tenant: 'Acme',
      domain: 'acme.eu.auth0.com',
      customDomain: 'id.acme.example',
      issuer: 'https://id.acme.example/',
      at: AT,
      ok: true,
      proofs: [one, two],
      bodies: { [sha256('{}')]: '{}', [sha256('[]')]: '[]' },
    });
  });

  it('is good where each key is', () => {
    const [good, bad] = [evidence('k1'), evidence('k2', false)];
    const isGood = (...made: KeyEvidence[]) =>
      evidenceOf(
        run,
        made.map((one) => ({ evidence: one, fetched: null })),
      ).summary.ok;
    expect([isGood(good), isGood(good, bad), isGood(bad)]).toEqual([true, false, false]);
  });

  it('names once what was left out of the bodies, and holds none of what did not come', () => {
    const { document } = evidenceOf(run, [
      { evidence: evidence('k1'), fetched: fetchedAs('a', ['d', 'p']) },
      { evidence: evidence('k2'), fetched: null },
      { evidence: evidence('k3'), fetched: fetchedAs('b', ['d']) },
    ]);
    expect(JSON.parse(document)).toMatchObject({
      bodies: { [sha256('a')]: 'a', [sha256('b')]: 'b' },
      withheld: ['d', 'p'],
    });
  });
});

describe('what a step found', () => {
  const FACTS = [
    { code: 'fetched', keys: 1, url: 'u' },
    { code: 'listed', kid: 'k' },
    { code: 'not-listed', kid: 'k' },
    { code: 'listed-often', kid: 'k', times: 2 },
    { code: 'private-half', kids: ['k'], url: 'u' },
    { code: 'signed', kid: 'k', alg: 'RS256' },
    { code: 'signed-otherwise', kid: null, alg: null },
    { code: 'accepted', issuer: 'i' },
    { code: 'not-accepted', reason: 'r', words: 'w' },
    { code: 'discovered', issuer: 'i' },
    { code: 'no-metadata' },
    { code: 'other-issuer', named: 'n', expected: 'e' },
    { code: 'other-key-set', url: 'u' },
    { code: 'canonical-unread', url: 'u' },
    { code: 'canonical-lists', url: 'u' },
    { code: 'canonical-lists-not', url: 'u' },
    { code: 'refused', error: { code: 'NETWORK', facts: {} } },
  ];

  it.each(FACTS)('is $code, with all that belongs to it and no more', (fact) => {
    expect(proofFactSchema.parse(fact)).toEqual(fact);
    expect(proofFactSchema.safeParse({ ...fact, more: 1 }).success).toBe(false);
    for (const name of Object.keys(fact)) {
      const wrong = { ...fact, [name]: { not: 'of its kind' } };
      expect([name, proofFactSchema.safeParse(wrong).success]).toEqual([name, false]);
    }
  });

  it('is an error with its code and its facts', () => {
    for (const error of [
      null,
      {},
      { code: 'NETWORK' },
      { facts: {} },
      { code: 1, facts: {} },
      { code: 'x', facts: 1 },
    ]) {
      expect(proofFactSchema.safeParse({ code: 'refused', error }).success).toBe(false);
    }
  });
});
