import fc from 'fast-check';
import { createKeyWorkshop } from '../../../support/workshop.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAuditFile } from '../../../../main/acts/audit/file.ts';
import { canonicalJson } from '../../../../shared/encoding/canonical-json.ts';
import { sealClaims } from '../../../../main/acts/audit/seal.ts';
import type { AuditVerdict } from '../../../../shared/domain/audit/entry.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';

let desk: Desk;
let lines: string[] = [];

beforeAll(async () => {
  desk = openDesk();
  await desk.custodian.addTenant(ACME);
  for (let index = 0; index < 5; index += 1) {
    await desk.custodian.signToken({ tenant: 'Acme', claims: {}, ttl: 60 });
  }
  const { bytes } = await desk.custodian.exportAudit();
  lines = Buffer.from(bytes).toString('utf8').trimEnd().split('\n');
});
afterAll(() => desk.close());

async function* stream(text: readonly string[]): AsyncGenerator<string> {
  yield* text;
}

const check = (text: readonly string[]): Promise<AuditVerdict> => verifyAuditFile('audit.jsonl', stream(text));

describe('an exported audit chain', () => {
  it('proves itself to its last line', async () => {
    const verdict = await check(lines);
    expect(verdict).toMatchObject({
      ok: true,
      entries: lines.length - 1,
      signedThrough: lines.length - 1,
      keychainAsked: false,
    });
    const file = { version: 2, exportedAt: expect.any(String) as string, deviceNamed: false };
    expect(verdict).toEqual({ ...(await desk.custodian.verifyAudit()), keychainAsked: false, file });
  });

  it('shows any line that was cut off, left out, doubled or moved', async () => {
    const index = fc.integer({ min: 1, max: lines.length - 1 });
    await fc.assert(
      fc.asyncProperty(index, index, async (a, b) => {
        expect((await check(lines.slice(0, a))).ok).toBe(false);
        expect((await check(lines.toSpliced(a, 1))).ok).toBe(false);
        expect((await check(lines.toSpliced(a, 0, lines[b] ?? ''))).ok).toBe(false);
        const swapped = lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
        expect((await check(swapped)).ok).toBe(a === b);
      }),
    );
  });

  it('shows any value that was changed, and any that was slipped in', async () => {
    const entries = lines.slice(1);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(entries.length - 1),
        fc.constantFrom('at', 'actor', 'subject', 'hash', 'extra'),
        async (at, member) => {
          const forged = { ...(JSON.parse(entries[at] ?? '{}') as object), [member]: 'forged' };
          expect(await check([lines[0] ?? '', ...entries.with(at, canonicalJson(forged))])).toMatchObject({
            ok: false,
            brokenAt: at + 1,
          });
        },
      ),
    );
  });

  it('shows a signature of another device, and one that was taken out', async () => {
    const header = JSON.parse(lines[0] ?? '{}') as { anchor: { deviceKey: string; seal: string | null } };
    const withAnchor = (anchor: object | null) => check([canonicalJson({ ...header, anchor }), ...lines.slice(1)]);
    const other = await createKeyWorkshop().generate('Ed25519', null);
    const deviceKey = Buffer.from(other.spki).toString('base64');
    expect(await withAnchor({ ...header.anchor, deviceKey })).toMatchObject({ ok: false, problem: 'seal-wrong' });
    const { entries: seq, head: hash } = await check(lines);
    const seal = await createKeyWorkshop().sign(other.pkcs8, 'Ed25519', 'x', sealClaims({ seq, hash }));
    expect(await withAnchor({ deviceKey, seal })).toMatchObject({ ok: false, problem: 'device-key-other' });
    expect(await withAnchor(null)).toMatchObject({ ok: false, problem: 'seal-missing' });
    expect(await withAnchor({ ...header.anchor, seal: 'a.b.c' })).toMatchObject({ ok: false, problem: 'seal-wrong' });
    expect(await withAnchor({ ...header.anchor, seal: null })).toMatchObject({ ok: false, problem: 'header-wrong' });
  });

  it.each([
    [[]],
    [['']],
    [['not json']],
    [['{"format":"other","version":1}']],
    [['{"format":"key-custodian/audit","version":2,"anchor":null}']],
  ])('is refused when it is something else: %j', async (text) => {
    await expect(check(text)).rejects.toMatchObject({ code: 'FILE_UNREADABLE', facts: { file: 'audit.jsonl' } });
  });

  it('never crashes on what a line may hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.json(), fc.string()), { maxLength: 4 }), async (more) => {
        const verdict = await check([...lines, ...more]);
        expect(verdict.ok).toBe(more.length === 0);
      }),
    );
  });
});
