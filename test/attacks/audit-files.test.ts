// Exported audit chains that somebody altered, made up or took the signature from: what verifies is, byte for byte, what the
// device signed, and a script can say which device that must be.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLines } from '../../shared/words/en/command-line/audit.ts';
import { nextEntry } from '../../shared/domain/audit/chain.ts';
import { AUDIT_FILE_PURPOSE } from '../../main/acts/audit/file-header.ts';
import { verifyAuditFile } from '../../main/acts/audit/file.ts';
import { readSeal, sealClaims } from '../../main/acts/audit/seal.ts';
import { canonicalJson } from '../../shared/encoding/canonical-json.ts';
import { readLines } from '../../main/files/read-lines.ts';
import type { AuditEntry, AuditFileVerdict } from '../../shared/domain/audit/entry.ts';
import { runCustodian } from '../support/command-line.ts';
import { compactJws, signJws } from '../../main/acts/custody/jws.ts';
import { folderForAll } from '../support/folder.ts';
import { createKeyWorkshop, inHand } from '../support/workshop.ts';
import { ACME, type Desk, openDesk } from '../support/desk.ts';

let desk: Desk;
let lines: string[] = [];
let device = '';
const folder = folderForAll();

beforeAll(async () => {
  desk = openDesk();
  await desk.custodian.addTenant(ACME);
  await desk.custodian.signToken({ tenant: 'Acme', claims: {}, ttl: 60 });
  await desk.custodian.signToken({ tenant: 'Acme', claims: {}, ttl: 60 });
  lines = Buffer.from((await desk.custodian.exportAudit()).bytes)
    .toString('utf8')
    .trimEnd()
    .split('\n');
  device = (await check(lines)).deviceKey ?? '';
});
afterAll(async () => {
  await desk.close();
});

async function* stream(text: readonly string[]): AsyncGenerator<string> {
  yield* text;
}
const check = (text: readonly string[], named: string | null = null): Promise<AuditFileVerdict> =>
  verifyAuditFile('audit.jsonl', stream(text), { device: named });
const header = (): Record<string, unknown> => JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
const entries = (): AuditEntry[] => lines.slice(1).map((line) => JSON.parse(line) as AuditEntry);

/** As version 1 wrote it. */
function firstVersion(): string[] {
  const { exportedAt, anchor } = header();
  const facts = entries().map(({ seq, at, actor, action, subject, details, state, previousHash, hash }) =>
    JSON.stringify({ seq, at, actor, action, subject, details, state, previousHash, hash }),
  );
  return [JSON.stringify({ format: 'key-custodian/audit', version: 1, exportedAt, anchor }), ...facts];
}

/** Other spellings of a line that mean the same to JSON.parse, or hide something beside it. */
const RESPELT: [string, (line: string) => string][] = [
  ['a member __proto__', (line) => line.replace(/^\{/, '{"__proto__":{"admin":true},')],
  ['a member __proto__ in the details', (line) => line.replace('"details":{', '"details":{"__proto__":{"a":1},')],
  ['a member in front of one of its name', (line) => line.replace(/^\{/, '{"actor":"somebody else",')],
  ['a repeated member in the details', (line) => line.replace(/"details":\{"([^"]+)":/, '"details":{"$1":"x","$1":')],
  ['a number spelt otherwise', (line) => line.replace(/"seq":(\d+)/, '"seq":$1.0')],
  ['an escape', (line) => line.replace('"actor"', '"\\u0061ctor"')],
  ['a blank', (line) => line.replace(',', ', ')],
  ['a carriage return', (line) => `${line}\r`],
  ['an unknown member', (line) => line.replace(/^\{/, '{"also":"this",')],
];

describe.each([
  ['version 2', () => lines],
  ['version 1', () => firstVersion()],
])('a file of %s', (_, file) => {
  it('verifies as it was written', async () => {
    expect(await check(file(), device)).toMatchObject({ ok: true, problem: null });
  });

  it.each(RESPELT)('shows a line with %s', async (__, respell) => {
    const text = file();
    for (const at of [1, text.length - 1]) {
      const line = respell(text[at] ?? '');
      expect(line).not.toBe(text[at]);
      expect(await check(text.with(at, line), device)).toMatchObject({ ok: false, brokenAt: at });
    }
  });

  it('shows a header that is spelt otherwise', async () => {
    const text = file();
    for (const [, respell] of RESPELT) {
      const line = respell(text[0] ?? '');
      if (line !== text[0]) {
        await expect(check([line, ...text.slice(1)], device)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
      }
    }
  });

  it('shows a signature that was taken off', async () => {
    const text = file();
    const { anchor, ...rest } = JSON.parse(text[0] ?? '') as { anchor: Record<string, unknown> };
    const write = 'count' in rest ? canonicalJson : JSON.stringify;
    const bare = [
      { ...rest, anchor: { ...anchor, seal: null } },
      { ...rest, anchor: null },
      { ...rest, anchor, signature: null },
    ];
    for (const one of 'count' in rest ? bare : bare.slice(0, 2)) {
      expect((await check([write(one), ...text.slice(1)])).ok).toBe(false);
    }
  });

  it('is refused for another device than the one named', async () => {
    expect(await check(file(), 'ab'.repeat(32))).toMatchObject({ ok: false, problem: 'device-not-named' });
  });
});

describe('what the device signed', () => {
  it.each(['exportedAt', 'count', 'linesSha256', 'head'])('covers %s in the header', async (member) => {
    const other = { exportedAt: '2020-01-01T00:00:00.000Z', count: 99, linesSha256: '0'.repeat(64), head: null }[
      member
    ];
    const forged = canonicalJson({ ...header(), [member]: other });
    expect(await check([forged, ...lines.slice(1)])).toMatchObject({ ok: false, problem: 'header-wrong' });
  });

  it('covers the end of the file: no entry can be added that fits the chain', async () => {
    const last = entries().at(-1);
    const act = { action: 'key.signed', subject: 'Acme', details: {} };
    const added = nextEntry(last ?? null, '2026-11-22T09:00:00.000Z', 'officer', act);
    expect(await check([...lines, canonicalJson(added)])).toMatchObject({ ok: false, problem: 'header-wrong' });
    // A file of version 1 cannot tell, and says so.
    const old = await check([...firstVersion(), JSON.stringify(added)]);
    expect(old).toMatchObject({ ok: true, signedThrough: lines.length - 1, entries: lines.length });
    expect(auditLines(old).join('\n')).toMatch(/version 1[^]*could be made up or cut off unnoticed/);
  });

  it('no byte of it can change', async () => {
    const whole = Buffer.from(`${lines.join('\n')}\n`);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 2), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ by;
        const file = folder('changed.jsonl');
        writeFileSync(file, changed);
        const verdict = await verifyAuditFile('changed.jsonl', readLines(file), { device }).catch(() => ({
          ok: false,
        }));
        expect(verdict.ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('is told from a seal, and a seal from every other document', async () => {
    const { anchor } = header() as { anchor: { deviceKey: string; seal: string } };
    expect(readSeal(anchor.seal, anchor.deviceKey)).toMatchObject({ seq: lines.length - 1 });
    const place = { seq: 1, hash: 'ab'.repeat(32) };
    const pkcs8 = await desk.vault.get('audit-device-key');
    const workshop = createKeyWorkshop();
    const type = { alg: 'Ed25519', typ: AUDIT_FILE_PURPOSE } as const;
    // The content of a seal in a document of another type, and with more in it than a seal has.
    const parts = await signJws(inHand(pkcs8), '', type, canonicalJson(sealClaims(place)));
    expect(readSeal(compactJws(parts), anchor.deviceKey)).toBeNull();
    const token = await workshop.sign(pkcs8, 'Ed25519', 'x', sealClaims(place), 'at+jwt');
    expect(readSeal(token, anchor.deviceKey)).toBeNull();
    const more = await workshop.sign(pkcs8, 'Ed25519', 'x', { ...sealClaims(place), iat: 1 });
    expect(readSeal(more, anchor.deviceKey)).toBeNull();
    // Those of earlier versions stay good.
    expect(readSeal(await workshop.sign(pkcs8, 'Ed25519', 'x', sealClaims(place)), anchor.deviceKey)).toEqual(place);
  });
});

/** A chain of somebody's own making, signed with a key of his own. */
async function madeUp(): Promise<string[]> {
  const other = openDesk();
  await other.custodian.addTenant({ ...ACME, name: 'Invented' });
  const { bytes } = await other.custodian.exportAudit();
  await other.close();
  return Buffer.from(bytes).toString('utf8').trimEnd().split('\n');
}

it('a chain that was made up is never taken for ours by whoever names the device, and never without a word', async () => {
  const invented = await madeUp();
  expect(await check(invented, device)).toMatchObject({ ok: false, problem: 'device-not-named' });
  const unnamed = await check(invented);
  expect(unnamed).toMatchObject({ ok: true, file: { deviceNamed: false } });
  expect(auditLines(unnamed).join('\n')).toContain('signed, but by a device that you did not name');
});

it('an export while the keychain is closed says that it is not signed, and does not verify', async () => {
  desk.vault.become('locked');
  try {
    const { bytes, signed } = await desk.custodian.exportAudit();
    expect(signed).toBe(false);
    const text = Buffer.from(bytes).toString('utf8').trimEnd().split('\n');
    expect(await check(text)).toMatchObject({ ok: false, problem: 'not-signed' });
  } finally {
    desk.vault.become('available');
  }
});

it('scripts can rely on the exit code', async () => {
  const file = folder('audit.jsonl');
  const run = (...more: string[]) => runCustodian(folder(), ['audit', 'verify', file, ...more]);
  const put = (text: readonly string[]): void => writeFileSync(file, `${text.join('\n')}\n`);
  put(lines);
  const sha = createHash('sha256').update(readFileSync(file)).digest('hex');
  expect(sha).toMatch(/^[0-9a-f]{64}$/);
  expect((await run()).stdout).toContain('did not name');
  expect((await run('--device', device)).code).toBe(0);
  expect((await run('--device', device.toUpperCase().replaceAll(/(..)/g, '$1:').slice(0, -1))).code).toBe(0);
  expect((await run('--device', 'cd'.repeat(32))).code).toBe(1);
  expect((await run('--device', 'nonsense')).code).toBe(2);
  put(await madeUp());
  expect((await run('--device', device)).code).toBe(1);
  const { exportedAt } = header();
  put([
    JSON.stringify({ format: 'key-custodian/audit', version: 1, exportedAt, anchor: null }),
    ...firstVersion().slice(1, 2),
  ]);
  expect((await run()).code).toBe(1);
}, 60_000);
