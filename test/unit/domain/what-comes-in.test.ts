// What people and files may say: everything that belongs there is taken as it is, a member too many or too few is refused, and
// so is each value beyond its bounds.
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { notedHeadSchema } from '../../../shared/domain/audit/noted-head.ts';
import { backupHeadSchema, manifestSchema, signedManifestSchema } from '../../../shared/domain/backup/format.ts';
import { shareOrderSchema } from '../../../shared/domain/backup/shares.ts';
import { planSchema } from '../../../shared/domain/ceremony/ceremony.ts';
import {
  consumerAddSchema,
  consumerArgs,
  consumerConfirmSchema,
  consumerEditSchema,
  consumerExportSchema,
} from '../../../shared/domain/consumers/consumer.ts';
import { reportSchema } from '../../../shared/domain/evidence/report.ts';
import {
  confirmCopySchema,
  destroyedCopySchema,
  handOverListSchema,
  handOverSchema,
} from '../../../shared/domain/exports/hand-over.ts';
import {
  answerDocument,
  fourEyesSchema,
  requestDocument,
  officerNameSchema,
  officerSchema,
  requestHoursSchema,
} from '../../../shared/domain/four-eyes/four-eyes.ts';
import { reissueSchema, replySchema, requestSchema } from '../../../shared/domain/key-ring/certificates.ts';
import { proxyAccountSchema, proxyOrderSchema } from '../../../shared/domain/network.ts';
import { bundleSchema, receiptSchema } from '../../../shared/domain/offline/courier.ts';
import { credentialOrderSchema } from '../../../shared/domain/tenant/credentials.ts';
import { ownExportSchema, ownKeysSchema, ownRevokeSchema } from '../../../shared/domain/tenant/own-keys.ts';
import type { InputProblem } from '../../../shared/problems/input.ts';
import { check } from '../../../shared/problems/issue.ts';
import { DEFAULT_TERMS, policyTermsSchema } from '../../../shared/domain/timing/policy.ts';
import { at, bundle, hash, id, publicKey, receipt } from '../../support/courier-documents.ts';

const tenant = 'Acme';
const kid = 'k 1/2';
const DAY = 86_400;
const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`);

interface Border {
  schema: z.ZodType;
  /** Said in full. */
  whole: Record<string, unknown>;
  /** What may be left out, with what it is then. */
  otherwise?: Record<string, unknown>;
  /** Values that are taken as well, one at a time; in pairs where another comes out. */
  taken?: readonly Record<string, unknown>[];
  refused?: readonly Record<string, unknown>[];
  /** The codes of the problems that are told of those, one after the other. */
  why?: string;
}

const BORDERS: Record<string, Border> = {
  'a new consumer': {
    schema: consumerAddSchema,
    whole: {
      tenant,
      name: 'Portal',
      verifier: 'jose',
      cacheSeconds: 60,
      contact: 'ops',
      format: 'jwks',
      rings: ['default'],
      note: 'x',
    },
    otherwise: { cacheSeconds: null, contact: null, format: null, rings: null, note: null },
    taken: [
      { cacheSeconds: 0 },
      { cacheSeconds: 366 * DAY },
      { contact: 'c'.repeat(200) },
      { note: 'n'.repeat(500) },
      { rings: names(100) },
    ],
    refused: [
      { cacheSeconds: -1 },
      { cacheSeconds: 366 * DAY + 1 },
      { cacheSeconds: 1.5 },
      { contact: 'c'.repeat(201) },
      { contact: ' ' },
      { note: 'n'.repeat(501) },
      { note: 'two\nlines' },
      { rings: [] },
      { rings: names(101) },
      { format: 'png' },
      { verifier: 'nobody' },
    ],
    why: 'too-small (seconds), too-large (seconds), whole-seconds, too-long, empty, too-long, line-breaks, no-ring, too-many, one-of, one-of',
  },
  'a consumer that changes': {
    schema: consumerEditSchema,
    whole: {
      tenant,
      consumer: 'Portal',
      name: 'New',
      verifier: 'jose',
      cacheSeconds: 1,
      contact: 'a',
      format: 'pem',
      rings: ['r'],
      note: 'x',
    },
    otherwise: {
      name: undefined,
      verifier: undefined,
      cacheSeconds: undefined,
      contact: undefined,
      format: undefined,
      rings: undefined,
      note: undefined,
    },
    taken: [{ contact: null, note: null, format: null, rings: null, cacheSeconds: null }],
    refused: [{ name: '' }, { verifier: null }],
    why: 'empty, one-of',
  },
  'one consumer': { schema: consumerArgs, whole: { tenant, consumer: 'Portal' } },
  'the word of a consumer': {
    schema: consumerConfirmSchema,
    whole: { tenant, kid, consumer: 'Portal', answer: 'let-go' },
    otherwise: { consumer: undefined, answer: 'has' },
    refused: [{ answer: 'perhaps' }],
    why: 'one-of',
  },
  'a file for a consumer': {
    schema: consumerExportSchema,
    whole: { tenant, consumer: 'Portal', kid, ring: 'default' },
    otherwise: { kid: undefined, ring: undefined },
  },
  shares: {
    schema: shareOrderSchema,
    whole: { threshold: 2, holders: ['Ann', 'Ben', 'Cy'] },
    taken: [{ threshold: 3 }, { threshold: 16, holders: names(16) }],
    refused: [
      { threshold: 1 },
      { threshold: 4 },
      { threshold: 2.5 },
      { threshold: 17, holders: names(17) },
      { holders: names(17) },
      { holders: ['Ann'] },
      { holders: ['Ann', 'ann', 'Ben'] },
    ],
    why: 'too-small, threshold-too-high, whole-number, too-large, too-many, too-few, holder-twice',
  },
  'a hand-over': {
    schema: handOverSchema,
    whole: { tenant, kid, format: 'pkcs8', flavour: 'compatible', to: 'Partner' },
    otherwise: { flavour: 'modern' },
    refused: [{ format: 'pem' }, { flavour: 'none' }, { to: ' ' }],
    why: 'one-of, one-of, empty',
  },
  'hand-overs': {
    schema: handOverListSchema,
    whole: { tenant, kid, out: true },
    otherwise: { kid: undefined, out: undefined },
  },
  'a copy that was read': {
    schema: confirmCopySchema,
    whole: { tenant, number: 1, fingerprint: hash },
    taken: [{ fingerprint: 'ab'.repeat(8) }],
    refused: [
      { fingerprint: 'ab'.repeat(8).slice(1) },
      { fingerprint: `${hash}0` },
      { fingerprint: 'xy'.repeat(8) },
      { number: 0 },
    ],
    why: 'read-back, read-back, read-back, too-small',
  },
  'a copy that is gone': {
    schema: destroyedCopySchema,
    whole: { tenant, number: 1, how: 'shredded' },
    refused: [{ how: 'ok' }, { number: 1.5 }],
    why: 'reason, whole-number',
  },
  'an officer': {
    schema: officerSchema,
    whole: { tenant, name: 'Ann', device: hash },
    refused: [{ device: hash.slice(1) }, { device: `${hash}0` }],
    why: 'device-fingerprint, device-fingerprint',
  },
  'an officer’s name': { schema: officerNameSchema, whole: { tenant, name: 'Ann' } },
  'what wants two officers': {
    schema: fourEyesSchema,
    whole: { tenant, kinds: ['sign', 'rotate'] },
    taken: [{ kinds: [] }],
    refused: [{ kinds: ['look'] }],
    why: 'one-of',
  },
  'how long a request holds': {
    schema: requestHoursSchema,
    whole: { hours: 1 },
    otherwise: { hours: 24 },
    taken: [{ hours: 168 }],
    refused: [{ hours: 0 }, { hours: 169 }, { hours: 1.5 }],
    why: 'too-small, too-large, whole-number',
  },
  'another certificate': {
    schema: reissueSchema,
    whole: {
      tenant,
      kid,
      days: 1,
      commonName: 'acme.example',
      usage: 'signature',
      dnsNames: ['acme.example'],
      purposes: ['clientAuth'],
    },
    otherwise: { days: expect.any(Number), commonName: undefined, usage: 'authority', dnsNames: [], purposes: [] },
    taken: [{ days: 36_500 }, { commonName: 'n'.repeat(64) }, { dnsNames: names(20).map((name) => `${name}.example`) }],
    refused: [
      { days: 0 },
      { days: 36_501 },
      { days: 1.5 },
      { commonName: 'n'.repeat(65) },
      { commonName: ' ' },
      { commonName: 'a\nb' },
      { dnsNames: names(21).map((name) => `${name}.example`) },
      { usage: 'both' },
      { purposes: ['any'] },
    ],
    why: 'too-small, too-large, whole-number, too-long, empty, unfit, too-many, one-of, one-of',
  },
  'a request for a certificate': {
    schema: requestSchema,
    whole: { tenant, kid, commonName: 'acme' },
    otherwise: { commonName: undefined },
  },
  'the reply of an authority': { schema: replySchema, whole: { tenant, kid } },
  'a ceremony': {
    schema: planSchema,
    whole: {
      tenant,
      ring: 'r',
      place: 'room 3',
      handOver: true,
      people: { administrator: 'A', custodians: ['B'], witness: 'C', auditor: 'D' },
    },
    otherwise: { ring: 'default', handOver: false },
    taken: [{ people: { administrator: 'A', custodians: names(10), witness: 'C' } }],
    refused: [
      { people: { administrator: 'A', custodians: names(11), witness: 'C' } },
      { people: { administrator: 'A', custodians: [], witness: 'C' } },
      { people: { administrator: 'A', custodians: ['B'], witness: 'a' } },
      { people: { administrator: 'A', custodians: ['B'], witness: 'C', auditor: 'b' } },
      { people: { administrator: 'A', custodians: ['B'], witness: 'C', guest: 'E' } },
    ],
    why: 'too-many, too-few, person-twice, person-twice, unknown-members',
  },
  'an account at a proxy': {
    schema: proxyAccountSchema,
    whole: { proxy: 'http://proxy.example:8080', user: 'ann' },
    taken: [{ user: 'u'.repeat(200) }],
    refused: [
      { user: '' },
      { user: 'u'.repeat(201) },
      { user: 'a:b' },
      { user: 'a\nb' },
      { proxy: 'http://a@proxy.example' },
    ],
    why: 'empty, too-long, colon, colon, proxy-address',
  },
  'a proxy': {
    schema: proxyOrderSchema,
    whole: {
      kind: 'address',
      address: 'http://proxy.example:8080',
      noProxy: ['.example', '10.0.0.0/8', '[::1]:80', '*'],
    },
    taken: [{ address: `http://${'p'.repeat(293)}` }, { noProxy: names(200) }],
    refused: [
      { address: `http://${'p'.repeat(294)}` },
      { address: 'ftp://proxy.example' },
      { address: 'http://proxy.example/path' },
      { address: 'http://ann@proxy.example' },
      { noProxy: names(201) },
      { noProxy: ['a b'] },
      { noProxy: ['https://a'] },
      { noProxy: ['a/b'] },
    ],
    why: 'proxy-address, proxy-address, proxy-address, proxy-address, too-many, bypass-entry, bypass-entry, bypass-entry',
  },
  'the script of a proxy': {
    schema: proxyOrderSchema,
    whole: { kind: 'script', address: 'https://proxy.example/p@c?x', noProxy: [] },
    taken: [{ address: null }, { address: `http://${'p'.repeat(2041)}` }],
    refused: [
      { address: `http://${'p'.repeat(2042)}` },
      { address: 'https://ann@proxy.example/pac' },
      { noProxy: names(201) },
    ],
    why: 'script-address, script-address, too-many',
  },
  'the proxy of the system': {
    schema: proxyOrderSchema,
    whole: { kind: 'system', noProxy: names(200) },
    refused: [{ noProxy: names(201) }],
    why: 'too-many',
  },
  'no proxy': {
    schema: proxyOrderSchema,
    whole: { kind: 'none', noProxy: names(200) },
    refused: [{ noProxy: names(201) }],
    why: 'too-many',
  },
  'a client secret': {
    schema: credentialOrderSchema,
    whole: { tenant, kind: 'client-secret', clientId: 'c' },
    taken: [{ clientId: 'c'.repeat(255) }],
    refused: [{ clientId: '' }, { clientId: 'c'.repeat(256) }, { clientId: 'é' }, { clientId: 'a\nb' }],
    why: 'empty, too-long, not-ascii, not-ascii',
  },
  'a key that proves a client': {
    schema: credentialOrderSchema,
    whole: { tenant, kind: 'private-key-jwt', clientId: 'c', kid, override: 'as agreed' },
    otherwise: { override: undefined },
  },
  'a token': { schema: credentialOrderSchema, whole: { tenant, kind: 'token' } },
  'a user': {
    schema: credentialOrderSchema,
    whole: { tenant, kind: 'basic', user: 'zoë b' },
    taken: [{ user: 'u'.repeat(255) }],
    refused: [{ user: '' }, { user: 'u'.repeat(256) }, { user: 'a:b' }, { user: 'a\nb' }],
    why: 'empty, too-long, colon, colon',
  },
  'a certificate of a client': { schema: credentialOrderSchema, whole: { tenant, kind: 'client-certificate' } },
  'the keys with which a tenant itself signs': { schema: ownKeysSchema, whole: { tenant } },
  'one of these that is revoked': { schema: ownRevokeSchema, whole: { tenant, kid } },
  'one of these that is written out': {
    schema: ownExportSchema,
    whole: { tenant, format: 'jwk', profile: 'auth0', kid, state: 'previous' },
    otherwise: { profile: undefined, kid: undefined, state: 'current' },
    refused: [{ format: 'png' }, { profile: 'other' }, { state: 'replaced' }],
    why: 'one-of, one-of, one-of',
  },
  'a policy': {
    schema: policyTermsSchema,
    whole: { ...DEFAULT_TERMS.production, verifiers: ['jose'], backupFirst: 'always', drillEveryDays: 1 },
    otherwise: { backupFirst: 'production', drillEveryDays: 90 },
    taken: [
      {
        rotateEveryDays: 3650,
        announceDays: 365,
        keepDays: 365,
        destroyAfterDays: 3650,
        rehearsalDays: 365,
        drillEveryDays: 365,
      },
      { rotateEveryDays: 1, announceDays: 0, keepDays: 0, destroyAfterDays: 0, rehearsalDays: 1 },
      {
        tokenLifetimeSeconds: 366 * DAY,
        clockSkewSeconds: 3600,
        verifierCacheSeconds: 366 * DAY,
        safetySeconds: 30 * DAY,
      },
      { tokenLifetimeSeconds: 1, clockSkewSeconds: 0, verifierCacheSeconds: 0, safetySeconds: 0 },
      { verifierCacheSeconds: null },
    ],
    refused: [
      { rotateEveryDays: 0 },
      { rotateEveryDays: 3651 },
      { announceDays: 366 },
      { announceDays: -1 },
      { keepDays: 366 },
      { destroyAfterDays: 3651 },
      { rehearsalDays: 0 },
      { rehearsalDays: 366 },
      { drillEveryDays: 0 },
      { drillEveryDays: 366 },
      { tokenLifetimeSeconds: 0 },
      { tokenLifetimeSeconds: 366 * DAY + 1 },
      { clockSkewSeconds: 3601 },
      { verifierCacheSeconds: 366 * DAY + 1 },
      { safetySeconds: 30 * DAY + 1 },
      { verifierCacheSeconds: null, verifiers: [] },
      { verifierCacheSeconds: null, verifiers: ['pinned'] },
      { verifiers: ['nobody'] },
      { backupFirst: 'sometimes' },
    ],
    why: 'too-small (days), too-large (days), too-large (days), too-small (days), too-large (days), too-large (days), too-small (days), too-large (days), too-small (days), too-large (days), too-small (seconds), too-large (seconds), too-large (seconds), too-large (seconds), too-large (seconds), longest-cache, longest-cache, one-of, one-of',
  },
  'the head of a backup': {
    schema: backupHeadSchema,
    whole: {
      format: 'key-custodian/backup',
      version: 1,
      id,
      madeAt: at,
      schema: 1,
      tenants: 0,
      keys: 0,
      audit: { entries: 0, head: hash },
      device: hash,
    },
    refused: [
      { version: 2 },
      { format: 'backup' },
      { schema: 0 },
      { tenants: -1 },
      { keys: 0.5 },
      { id: 'one' },
      { audit: {} },
    ],
    why: 'one-of, one-of, too-small, too-small, whole-number, unfit, missing',
  },
  'the list of a backup': {
    schema: manifestSchema,
    whole: {
      format: 'key-custodian/backup-manifest',
      id,
      absent: [{ id, tenant, kid, why: 'stays-here' }],
      files: [{ path: 'backup.json', bytes: 0, sha256: hash }],
    },
    taken: [{ absent: [], files: [] }],
    refused: [
      { format: 'manifest' },
      { absent: [{ id, tenant, kid, why: 'lost' }] },
      { files: [{ path: 'x', bytes: -1, sha256: hash }] },
      { files: [{ path: 'x', bytes: 1 }] },
    ],
    why: 'one-of, one-of, too-small, missing',
  },
  'what a device signs of a backup': {
    schema: signedManifestSchema,
    whole: { purpose: 'key-custodian/backup-manifest', id, manifestSha256: hash },
    refused: [{ purpose: 'manifest' }],
    why: 'one-of',
  },
  'a request to a second officer': {
    schema: requestDocument,
    whole: {
      purpose: 'key-custodian/approval-request',
      version: 1,
      id,
      madeAt: at,
      expiresAt: at,
      actor: 'ann',
      act: 'key.rotate',
      place: { tenant },
      args: { tenant, kid },
      keys: [{ kid, state: 'next', spkiSha256: hash }],
      hash,
    },
    taken: [{ keys: [] }, { actor: 'a'.repeat(300), act: 'a'.repeat(100) }],
    refused: [
      { purpose: 'request' },
      { version: 2 },
      { actor: 'a'.repeat(301) },
      { act: 'a'.repeat(101) },
      { keys: [{ kid: 'k'.repeat(201), state: 'next', spkiSha256: hash }] },
      { keys: [{ kid, state: 's'.repeat(21), spkiSha256: hash }] },
      { keys: [{ kid, state: 'next', spkiSha256: `${hash}0` }] },
      { keys: [{ kid, state: 'next' }] },
    ],
    why: 'one-of, one-of, too-long, too-long, too-long, too-long, too-long, missing',
  },
  'the answer of a second officer': {
    schema: answerDocument,
    whole: {
      purpose: 'key-custodian/approval',
      version: 1,
      id,
      hash,
      requester: hash,
      decision: 'granted',
      reason: 'as agreed',
      at,
      expiresAt: at,
    },
    taken: [{ decision: 'refused', reason: null }, { reason: 'r'.repeat(500) }],
    refused: [{ purpose: 'answer' }, { version: 2 }, { decision: 'perhaps' }, { reason: 'r'.repeat(501) }],
    why: 'one-of, one-of, one-of, too-long',
  },
  'a bundle': {
    schema: bundleSchema,
    whole: bundle,
    taken: [
      { set: [] },
      { removeForeign: ['f'.repeat(200)] },
      { removeForeign: [], first: true },
      { tenant: { ...bundle.tenant, environment: 'production', customDomain: null, apiBaseUrl: null, jwksUrl: null } },
    ],
    refused: [
      { purpose: 'bundle' },
      { version: 2 },
      { act: 'destroy' },
      { set: [{ ...publicKey, d: 'AA' }] },
      { set: Array.from({ length: 20 }, () => publicKey) },
      { base: [{ ...publicKey, d: 'AA' }] },
      { removeForeign: [''] },
      { removeForeign: ['f'.repeat(201)] },
      { tenant: { name: tenant } },
    ],
    why: 'one-of, other-version, one-of, private-keys, more-keys-than-taken, private-keys, empty, too-long, missing',
  },
  'a receipt': {
    schema: receiptSchema,
    whole: receipt,
    taken: [
      { outcome: 'already-there' },
      { outcome: 'refused', after: null, public: null },
      { outcome: 'not-confirmed' },
      { after: [], public: { jwksSha256: hash, kids: [], cacheControl: null } },
    ],
    refused: [
      { purpose: 'receipt' },
      { version: 2 },
      { bundle: { id } },
      { outcome: 'lost' },
      { before: null },
      { after: [{ ...publicKey, d: 'AA' }] },
      { public: { jwksSha256: hash, kids: ['k'.repeat(501)], cacheControl: null } },
      { public: { jwksSha256: hash, kids: [], cacheControl: 'c'.repeat(2001) } },
      { public: {} },
    ],
    why: 'one-of, other-version, missing, one-of, unfit, private-keys, too-long, too-long, missing',
  },
  'a report': {
    schema: reportSchema,
    whole: { tenant, from: at, to: at },
    refused: [{ from: 'yesterday' }, { to: '2026-13-01' }],
    why: 'instant, instant',
  },
};

/** With what a number is counted in. */
const told = (problem: InputProblem): string =>
  'unit' in problem && problem.unit !== null ? `${problem.code} (${problem.unit})` : problem.code;

describe.each(Object.entries(BORDERS))(
  '%s',
  (_, { schema, whole, otherwise = {}, taken = [], refused = [], why = '' }) => {
    const takes = (value: unknown) => schema.safeParse(value).success;

    it('is taken as it is said', () => {
      expect(schema.parse(whole)).toEqual(whole);
      for (const part of taken) {
        expect(schema.parse({ ...whole, ...part })).toEqual({ ...whole, ...part });
      }
    });

    it('says no more and no less than what belongs there', () => {
      expect(takes({ ...whole, more: 1 })).toBe(false);
      for (const name of Object.keys(whole)) {
        const { [name]: __, ...rest } = whole;
        const left = schema.safeParse(rest);
        expect([name, left.success]).toEqual([name, name in otherwise]);
        expect(left.success ? left.data : {}).toEqual(left.success ? { ...rest, [name]: otherwise[name] } : {});
      }
    });

    it('keeps to its bounds, and says which', () => {
      const codes = refused.map((part) => {
        const checked = check(schema, { ...whole, ...part });
        return checked.ok ? 'taken' : told(checked.refusal.problem);
      });
      expect(codes.join(', ')).toBe(why);
    });
  },
);

it('what is read from paper may stand in groups and capitals', () => {
  const grouped = hash.toUpperCase().replaceAll(/..(?=.)/g, '$&: ');
  expect(officerSchema.parse({ tenant, name: 'Ann', device: grouped })).toEqual({ tenant, name: 'Ann', device: hash });
  expect(confirmCopySchema.parse({ tenant, number: 1, fingerprint: grouped })).toMatchObject({ fingerprint: hash });
  expect(notedHeadSchema.parse(`128:${hash}`)).toEqual({ seq: 128, hash });
  for (const wrong of [
    `0:${hash}`,
    `128:${hash}0`,
    `x128:${hash}`,
    `128 ${hash}`,
    hash,
    `1${'0'.repeat(12)}:${hash}`,
  ]) {
    expect([wrong, notedHeadSchema.safeParse(wrong).success]).toEqual([wrong, false]);
  }
});

it('a name in a certificate has no blanks around it and controls no terminal', () => {
  const named = (commonName: string) => requestSchema.safeParse({ tenant, kid, commonName }).data?.commonName;
  expect([named('  acme.example '), named('Zoë & Co'), named('a\u001b[2J')]).toEqual([
    'acme.example',
    'Zoë & Co',
    undefined,
  ]);
});

it('a day of a report begins in UTC, and the name of a proxy is written small', () => {
  expect(reportSchema.parse({ tenant, from: '2026-11-01', to: '2026-12-01T01:00:00+01:00' })).toEqual({
    tenant,
    from: '2026-11-01T00:00:00.000Z',
    to: '2026-12-01T00:00:00.000Z',
  });
  const order = { kind: 'address', address: 'https://Proxy.Example:8080/', noProxy: [' .Example '] };
  expect(proxyOrderSchema.parse(order)).toEqual({
    kind: 'address',
    address: 'https://proxy.example:8080',
    noProxy: ['.example'],
  });
});

it('what two members disagree about is told at one of them', () => {
  const pathOf = (schema: z.ZodType, value: unknown) => {
    const checked = check(schema, value);
    return checked.ok ? 'taken' : checked.refusal.path;
  };
  expect(pathOf(shareOrderSchema, { threshold: 3, holders: ['Ann', 'Ben'] })).toBe('threshold');
  expect(pathOf(shareOrderSchema, { threshold: 2, holders: ['Ann', 'ANN'] })).toBe('holders');
  const people = { administrator: 'Ann', custodians: ['Ben'], witness: 'BEN' };
  expect(pathOf(planSchema, { tenant, place: 'room 3', people })).toBe('people.witness');
});
