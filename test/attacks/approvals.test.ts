// What an officer approved for one thing can be used for nothing else; and keys of ours are known as ours however they are
// spelt, while keys that anybody can sign with are found.
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { driftOf } from '../../shared/domain/published-set/drift.ts';
import { lintSet } from '../../shared/domain/published-set/lint.ts';
import { previewOf } from '../../shared/domain/published-set/preview.ts';
import { planHash } from '../../shared/domain/plan/make-plan.ts';
import { toRemoteKeys } from '../../shared/domain/published-set/published-key.ts';
import { ownerOf, revokedAs } from '../../shared/domain/key-ring/same-key.ts';
import { approvalPlace } from '../../shared/domain/approval.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../shared/domain/tenant/tenant.ts';
import type { RotationPlan } from '../../shared/domain/plan/plan.ts';
import { ACME, openDesk } from '../support/desk.ts';
import { aKey, aRing, AT, aTenant } from '../support/keys.ts';

const CHANGES: [string, Partial<Tenant>][] = [
  ['another tenant', { id: 'another' }],
  ['another name', { name: 'Another' }],
  ['another environment', { environment: 'production' }],
  ['another kind of endpoint', { endpoint: 'jwks' }],
  ['another domain', { domain: 'other.eu.auth0.com' }],
  ['another custom domain', { customDomain: 'id.other.example' }],
  ['another address to write to', { apiBaseUrl: 'https://evil.example/api/v2' }],
  ['another address to read from', { jwksUrl: 'https://evil.example/jwks.json' }],
];

describe('the hash of a preview', () => {
  const ours = aKey({ state: 'current' });
  const hashFor = (
    change: Partial<Tenant> = {},
    purpose: 'publication' | 'publication-bundle' = 'publication',
    act: 'push' | 'rollback' = 'push',
  ) =>
    previewOf({
      now: AT,
      purpose,
      place: approvalPlace({ ...aTenant, ...change }),
      endpoint: 'auth0',
      rings: [aRing],
      keys: [ours],
      remote: [],
      kept: [],
      jwksUrl: 'https://id.acme.example/.well-known/jwks.json',
      last: null,
      publicKids: null,
      outside: null,
      intent: { act, former: [{ ...ours.jwk }], removeForeign: [], keepForeign: [] },
    }).hash;

  it.each(CHANGES)('is another for %s', (_, change) => {
    expect(hashFor(change)).not.toBe(hashFor());
  });

  it('is another for a bundle, and for another act with the same bytes', () => {
    expect(hashFor({}, 'publication-bundle')).not.toBe(hashFor());
    expect(hashFor({}, 'publication', 'rollback')).not.toBe(hashFor());
    expect(hashFor()).toBe(hashFor());
  });
});

it.each(CHANGES)('the hash of a plan is another for %s', (_, change) => {
  const plan = (part: Partial<Tenant> = {}): RotationPlan => ({
    place: approvalPlace({ ...aTenant, ...part }),
    tenantId: 't',
    ringId: 'r',
    order: 'apps-first',
    from: 'A',
    to: 'B',
    waits: { verifierCacheSeconds: 1, tokenLifetimeSeconds: 1, clockSkewSeconds: 1, safetySeconds: 1 },
    confirmConsumers: false,
    published: true,
  });
  expect(planHash(plan(change))).not.toBe(planHash(plan()));
});

it('a preview of one tenant pushes nothing to another that looks the same, nor to a changed address, nor as a bundle', async () => {
  const desk = openDesk();
  const { custodian } = desk;
  await custodian.addTenant(ACME);
  await custodian.addTenant({ ...ACME, name: 'Other' });
  const { hash } = await custodian.previewPublication({ tenant: 'Acme' });
  const push = (tenant: string) => custodian.pushPublication({ tenant, hash });
  await expect(push('Other')).rejects.toMatchObject({ code: 'PUBLISH_CHANGED' });
  await custodian.editTenant({ tenant: 'Acme', customDomain: 'id.other.example' });
  await expect(push('Acme')).rejects.toMatchObject({ code: 'PUBLISH_CHANGED' });
  await desk.close();
});

describe('our own key, spelt otherwise', () => {
  const padded = (text: string): string =>
    Buffer.concat([Buffer.alloc(1), Buffer.from(text, 'base64url')]).toString('base64url');
  const standard = (text: string): string => Buffer.from(text, 'base64url').toString('base64');

  async function ours(): Promise<{ rsa: SigningKey; ec: SigningKey; ed: SigningKey }> {
    const desk = openDesk();
    await desk.custodian.addTenant({
      ...ACME,
      endpoint: 'jwks',
      apiBaseUrl: 'http://127.0.0.1:1/',
      jwksUrl: 'http://127.0.0.1:1/',
    });
    await desk.custodian.addRing({ tenant: 'Acme', alg: 'ES256' });
    await desk.custodian.addRing({ tenant: 'Acme', alg: 'Ed25519' });
    const keys = desk.ports.registry.read((reader) => reader.keys(reader.tenantByName('Acme')?.id ?? ''));
    await desk.close();
    const current = (alg: string): SigningKey => {
      const key = keys.find((one) => one.alg === alg && one.state === 'current');
      if (key === undefined) {
        throw new Error(alg);
      }
      return key;
    };
    return { rsa: current('RS256'), ec: current('ES256'), ed: current('Ed25519') };
  }

  it('is ours: with leading zeros, padding, in standard Base64, in another order, as a certificate alone', async () => {
    const { rsa, ec, ed } = await ours();
    for (const key of [rsa, ec, ed]) {
      const { kid: _, x5c, ...members } = key.jwk;
      const numbers = Object.entries(members).filter(([name]) => ['n', 'e', 'x', 'y'].includes(name));
      const rest = Object.fromEntries(Object.entries(members).filter(([name]) => !['n', 'e', 'x', 'y'].includes(name)));
      const spelt = (how: (text: string) => string) =>
        Object.fromEntries(numbers.map(([name, text]) => [name, how(text)]));
      const all = [
        { ...rest, ...spelt(padded) },
        { ...rest, ...spelt((text) => `${text}=`) },
        { ...rest, ...spelt(standard) },
        Object.fromEntries(Object.entries({ ...members, kid: 'theirs' }).toReversed()),
        { kty: members.kty, kid: 'theirs', x5c },
      ];
      for (const found of toRemoteKeys(all)) {
        expect(ownerOf(found, [key])?.id).toBe(key.id);
        const revoked = { ...key, state: 'revoked' as const };
        expect(revokedAs(found, [revoked])?.id).toBe(key.id);
        // Under any spelling it is the alarm of a key that came back, inside and outside.
        const last = {
          id: 'p',
          act: 'push' as const,
          tenantId: 't',
          at: AT,
          hash: '',
          kids: [],
          replaced: '{"keys":[]}',
          confirmedAt: AT,
          variations: [],
          sent: '{"keys":[]}',
        };
        const facts = { last, publicKids: [], keys: [revoked], kept: [], alone: true };
        expect(driftOf({ ...facts, remote: [found] }).map(({ kind }) => kind)).toContain('revoked-there');
        const outside = { keys: [found], exposedBeside: [] };
        expect(driftOf({ ...facts, remote: [], outside }).map(({ kind }) => kind)).toContain('revoked-there');
      }
    }
    expect(new X509Certificate(Buffer.from(rsa.certificate, 'base64')).serialNumber).toBeTruthy();
  });

  it('is not ours when the exponent is another one: with e = 1 anybody can sign', async () => {
    const { rsa, ec } = await ours();
    expect(ownerOf({ kid: 'x', raw: { ...rsa.jwk, e: 'AQ' } }, [rsa, ec])).toBeNull();
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(ownerOf({ kid: 'x', raw: { ...publicKey.export({ format: 'jwk' }) } }, [rsa, ec])).toBeNull();
  });
});

describe('a foreign key with which anybody can sign', () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const rsa = { ...publicKey.export({ format: 'jwk' }), kid: 'theirs', alg: 'RS256' };
  const even = (text: string): string => {
    const bytes = Buffer.from(text, 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) & 0xfe;
    return bytes.toString('base64url');
  };
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const zero = Buffer.alloc(32).toString('base64url');

  it.each([
    ['e = 1', { ...rsa, e: 'AQ' }],
    ['an even modulus', { ...rsa, n: even(String(rsa.n)) }],
    ['a point off the curve', { ...ec, kid: 'theirs', y: ec.x }],
    ['the point at infinity', { ...ec, kid: 'theirs', x: zero, y: zero }],
    ['a point of small order', { kty: 'OKP', crv: 'Ed25519', kid: 'theirs', x: zero }],
  ])('is found and stops the push: %s', (_, key) => {
    expect(lintSet([key], new Set())).toContainEqual({ code: 'weak-key', severity: 'error', kid: 'theirs' });
  });

  it('is not found where a key is sound', () => {
    expect(lintSet([rsa, { ...ec, kid: 'other', alg: 'ES256' }], new Set())).toEqual([]);
  });
});
