// Private keys that others published: ours and foreign, spelt and placed in every way. Each is the loudest alarm wherever
// the set is looked at, and none of it is stored, sent on, exported or shown.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { driftLines } from '../../shared/words/en/command-line/drift.ts';
import { previewLines, publishedLines } from '../../shared/words/en/command-line/publication.ts';
import { secretName } from '../../main/ports/secret-name.ts';
import { openRegistry } from '../../main/registry/registry.ts';
import { publicBody, readKeySet } from '../../main/tenant/key-set.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { type JwksServer, startJwksServer } from '../support/jwks-server.ts';
import { kidIn, push } from '../support/tenant-keys.ts';
import { addJwksTenant, TOKEN } from '../support/jwks-tenant.ts';

type Jwk = Record<string, unknown>;

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = privateKey.export({ format: 'jwk' }) as Jwk;
const D = String(jwk['d']);
const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
const sec1 = privateKey.export({ format: 'der', type: 'sec1' }).toString('base64url');
const shown: Jwk = { ...(publicKey.export({ format: 'jwk' }) as Jwk), kid: 'theirs', alg: 'ES256', use: 'sig' };
const asText = (key: Jwk): string => JSON.stringify(key);
/** A further member, which JSON.stringify could not write. */
const and = (member: string): string => asText(shown).replace(/\}$/, `,${member}}`);

/** Texts of one key, each with its private key somewhere. */
const SPELLINGS: [string, string][] = [
  ['as RFC 7518 has it', asText({ ...shown, d: D })],
  ['in front of a null of the same name', and(`"d":"${D}","d":null`)],
  ['behind an escape in the name', and(`"\\u0064":"${D}"`)],
  ['in capitals', asText({ ...shown, D })],
  ['with a blank', asText({ ...shown, ' d ': D })],
  ['in wide letters', asText({ ...shown, ｄ: D })],
  ['nested', asText({ ...shown, ext: { backup: [{ d: D }] } })],
  ['nested, in the first of two of a name', and(`"ext":{"d":"${D}"},"ext":{}`)],
  ['as text inside', asText({ ...shown, full: JSON.stringify({ ...shown, d: D }) })],
  ['as PEM', asText({ ...shown, note: pem })],
  ['as PKCS#8', asText({ ...shown, x5c: [pkcs8] })],
  ['as SEC1', asText({ ...shown, extra: sec1 })],
  ['as another name', asText({ ...shown, privateKey: D })],
  ['as a number', and(`"d":${BigInt(`0x${Buffer.from(D, 'base64url').toString('hex')}`)}`)],
];

describe('a private key in a key of others', () => {
  it.each(SPELLINGS)('%s goes no further than the border', (_, text) => {
    const set = readKeySet(`{"keys":[${text}]}`);
    expect(set?.keys[0]?.exposed?.length).toBeGreaterThan(0);
    expect(JSON.stringify(set)).not.toContain(D);
    expect(JSON.stringify(set)).not.toContain(pkcs8);
    const { body, withheld } = publicBody(`{"keys":[${text}]}`);
    expect(withheld.length).toBeGreaterThan(0);
    for (const secret of [D, pkcs8, sec1, 'PRIVATE KEY']) {
      expect(body).not.toContain(secret);
    }
  });

  it('a symmetric key is all secret, and has no thumbprint that could be guessed', () => {
    const [key] = readKeySet('{"keys":[{"kty":"oct","kid":"hmac","k":"c2VjcmV0"}]}')?.keys ?? [];
    expect(key).toMatchObject({ kid: 'hmac', thumbprint: null, exposed: ['k'], raw: { kty: 'oct', kid: 'hmac' } });
  });

  it('no key without one is taken for such a key', () => {
    const certificate = 'MIIBszCCAVmgAwIBAgIUQ2xvc2VseQ==';
    for (const key of [shown, { ...shown, d: null, oth: [], k: '' }, { ...shown, x5c: [certificate], ext: true }]) {
      expect(readKeySet(JSON.stringify({ keys: [key] }))?.keys[0]).not.toHaveProperty('exposed');
    }
  });

  it('a set that is nested to exhaust the reader is no set', () => {
    expect(readKeySet(`{"keys":[{"kty":"EC","a":${'['.repeat(200_000)}${']'.repeat(200_000)}}]}`)).toBeNull();
  });
});

describe('at a tenant', () => {
  let desk: Desk;
  let server: JwksServer;
  beforeEach(async () => {
    server = await startJwksServer({ authorization: `Bearer ${TOKEN}` });
    desk = openDesk();
    await addJwksTenant(desk, server);
  });
  afterEach(async () => {
    await desk.close();
    await server.close();
  });

  const tenant = 'Acme';
  const preview = (removeForeign: string[] = []) => desk.custodian.previewPublication({ tenant, removeForeign });
  const there = (): Jwk[] => (JSON.parse(server.document() ?? '{"keys":[]}') as { keys: Jwk[] }).keys;
  const put = (keys: Jwk[]): void => server.put(JSON.stringify({ keys }));
  /** Everything that the registry holds, as text. */
  const records = (): string =>
    desk.ports.registry.read((reader) => {
      const { id } = reader.tenantByName(tenant) ?? { id: '' };
      const evidence = reader.evidence(id, 10).map((one) => reader.evidenceDocument(id, one.id));
      const audit = reader.audit(0, 1000);
      return JSON.stringify([reader.publications(id, 10), evidence, reader.drift(id), reader.bundles(id), audit]);
    });

  async function exposeOurs(): Promise<{ kid: string; d: string }> {
    await push(desk);
    const kid = kidIn(desk, tenant, 'current');
    const key = desk.ports.registry.read((reader) =>
      reader.keys(reader.tenantByName(tenant)?.id ?? '').find((one) => one.kid === kid),
    );
    const der = await desk.vault.get(secretName(key?.id ?? ''));
    const { createPrivateKey } = await import('node:crypto');
    const full = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
    put(there().map((one) => (one['kid'] === kid ? { ...one, d: full.d, p: full.p } : one)));
    return { kid, d: String(full.d) };
  }

  it('our own is an alarm in drift, preview, pull and proof, and is stored and exported nowhere', async () => {
    const { kid, d } = await exposeOurs();
    const report = await desk.custodian.lookForDrift({ tenant });
    expect(report).toMatchObject({ state: 'drifted' });
    expect(report.findings[0]).toEqual({ kind: 'private-ours', kid, members: ['d', 'p'] });
    expect(driftLines(report).join('\n')).toMatch(/ALARM: .* PRIVATE[^]*key rotate-and-revoke 'Acme' --compromised/);
    expect(driftLines({ ...report, tenant: "O'Hara; x" }).join('\n')).toContain(
      String.raw`no longer signs: custodian key revoke 'O'\''Hara; x' '`,
    );
    const found = await preview();
    expect(found).toMatchObject({ upToDate: false, exposed: [{ name: kid, members: ['d', 'p'], ours: { kid } }] });
    expect(previewLines(tenant, found)[0]).toMatch(/^ALARM: .*PRIVATE key is public/);
    const pulled = await desk.custodian.publishedKeys({ tenant });
    expect(publishedLines(tenant, pulled)[0]).toMatch(/^ALARM: .*PRIVATE key is public/);
    const [proof] = await desk.custodian.provePublication({ tenant });
    expect(proof).toMatchObject({ ok: false });
    expect(proof?.steps.at(-1)).toMatchObject({ ok: false, fact: { code: 'private-half', kids: [kid] } });
    const exported = Buffer.from((await desk.custodian.evidenceFile({ tenant })).bytes).toString('utf8');
    expect(JSON.parse(exported)).toMatchObject({ ok: false, withheld: ['d', 'p'] });
    for (const text of [JSON.stringify([report, found, pulled, proof]), exported, records()]) {
      expect(text).not.toContain(d);
    }
  });

  it('our own is gone after the next push, and what was replaced is on record without it', async () => {
    const { kid, d } = await exposeOurs();
    await push(desk);
    expect(there().find((one) => one['kid'] === kid)).not.toHaveProperty('d');
    expect(records()).not.toContain(d);
    expect(records()).toContain('privateHalvesFound');
    await desk.custodian.rotateAndRevoke({ tenant, reason: 'its private key was public', compromised: true });
    await push(desk);
    expect(there().some((one) => one['kid'] === kid)).toBe(false);
  });

  it('a foreign one stops every push until it is named, and is never sent back', async () => {
    put([{ ...shown, d: D }]);
    const found = await preview();
    expect(found.exposed).toEqual([expect.objectContaining({ name: 'theirs', members: ['d'], ours: null })]);
    expect(found.findings).toContainEqual({ code: 'private-member', severity: 'error', kid: 'theirs' });
    expect(found.body).not.toContain(D);
    await expect(push(desk)).rejects.toMatchObject({ code: 'PUBLISH_BLOCKED' });
    await push(desk, tenant, { removeForeign: ['theirs'] });
    expect(there().map(({ kid }) => kid)).not.toContain('theirs');
    expect(records()).not.toContain(D);
    put([...there(), { ...shown, d: D }]);
    expect((await desk.custodian.lookForDrift({ tenant })).findings[0]).toEqual({
      kind: 'private-foreign',
      kid: 'theirs',
      members: ['d'],
    });
  });

  it('a set that shows one just before the push is another set than the one approved', async () => {
    put([shown]);
    const { hash } = await preview();
    put([{ ...shown, d: D }]);
    await expect(desk.custodian.pushPublication({ tenant, hash })).rejects.toMatchObject({
      code: 'PUBLISH_CHANGED',
    });
  });

  it('one that stands beside the keys is seen from outside', async () => {
    await push(desk);
    server.put(JSON.stringify({ keys: there(), backup: { d: D } }));
    expect((await desk.custodian.lookForDrift({ tenant })).findings[0]).toMatchObject({ kind: 'private-foreign' });
    expect((await preview()).exposed).toHaveLength(1);
    const [proof] = await desk.custodian.provePublication({ tenant });
    expect(proof?.ok).toBe(false);
    expect(records()).not.toContain(D);
  });

  it('a key that cannot be sent back as it is stops the push and is named', async () => {
    for (const member of ['"exp":9007199254740993', '"big":1e400', '"use":"sig","use":"sig"', '"__proto__":{"a":1}']) {
      server.put(`{"keys":[${and(member)}]}`);
      expect((await preview()).findings).toContainEqual({ code: 'inexact-member', severity: 'error', kid: 'theirs' });
      await expect(push(desk)).rejects.toMatchObject({ code: 'PUBLISH_BLOCKED' });
    }
    for (const member of ['"exp":1.50e3', '"exp":9007199254740992', '"exp":0.1']) {
      server.put(`{"keys":[${and(member)}]}`);
      expect((await preview()).findings.map(({ code }) => code)).not.toContain('inexact-member');
    }
  });
});

it('a registry that holds such members from before is cleaned when it is opened', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'private-rows-'));
  const clock = { now: () => new Date('2026-11-29T08:00:00.000Z') };
  const open = () => openRegistry({ folder, holder: 'a test', waitMs: 50, clock, actor: 'officer' });
  open().close();
  const database = new DatabaseSync(path.join(folder, 'registry.db'));
  const set = JSON.stringify({ keys: [{ ...shown, d: D }] });
  const at = '2026-11-01T08:00:00.000Z';
  database.exec(`
    DELETE FROM meta WHERE name = 'public-rows';
    INSERT INTO tenants (id, name, domain, environment, endpoint, created_at)
      VALUES ('t', 'Acme', 'acme.example', 'development', 'jwks', '${at}');
  `);
  database
    .prepare(
      "INSERT INTO publications (id, tenant_id, at, hash, kids, replaced, act, sent) VALUES ('p','t',?,'h','[]',?,'push',?)",
    )
    .run(at, set, set);
  const document = JSON.stringify({ format: 'key-custodian-evidence/1', bodies: { abc: set } });
  database
    .prepare("INSERT INTO evidence (id, tenant_id, at, ok, kids, sha256, document) VALUES ('e','t',?,0,'[]','abc',?)")
    .run(at, document);
  database.close();
  const registry = open();
  registry.read((reader) => {
    expect(reader.lastPublication('t')).toMatchObject({
      replaced: JSON.stringify({ keys: [shown] }),
      sent: JSON.stringify({ keys: [shown] }),
    });
    expect(JSON.parse(reader.evidenceDocument('t', 'e') ?? '')).toMatchObject({ withheld: ['abc'], bodies: {} });
  });
  registry.close();
  const files = readdirSync(folder).map((file) => readFileSync(path.join(folder, file)));
  expect(files.filter((bytes) => bytes.includes(D))).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});
