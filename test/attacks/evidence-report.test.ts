// The evidence report, and what others find when they check it with bare Node: what was changed in it, in its pages, and what
// one who can sign left out of it.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDevice } from '../../main/acts/audit/device.ts';
import { evidencePage } from '../../main/formats/evidence-page.ts';
import type { ReportFile } from '../../main/acts/evidence/signed-file.ts';
import { notedText } from '../../shared/domain/audit/noted-head.ts';
import { type EvidenceReport, REPORT_FORMAT, type SavedReport } from '../../shared/domain/evidence/report.ts';
import { canonicalJson } from '../../shared/encoding/canonical-json.ts';
import { evidenceReport as deWords } from '../../shared/words/de/evidence/report.ts';
import { evidenceReport as words } from '../../shared/words/en/evidence/report.ts';
import { ACME, type Desk, openDesk } from '../support/desk.ts';
import { folderForAll } from '../support/folder.ts';
import { push } from '../support/tenant-keys.ts';
import { bareVerifier, caught } from '../support/bare-verifier.ts';

const REASON = '<script>alert("5 > 4")</script> & the auditor\u202E asked';
const SPAN = { from: '2026-11-22T00:00:00.000Z', to: '2026-12-31T00:00:00.000Z' };
let desk: Desk;
const at = folderForAll();
let saved: SavedReport;
const signedReport = (): EvidenceReport & { signature: unknown } =>
  JSON.parse(readFileSync(at('whole.json'), 'utf8')) as EvidenceReport & { signature: unknown };

async function report(tenant: string): Promise<SavedReport> {
  const made = await desk.custodian.saveReport(
    { tenant, ...SPAN },
    {
      words,
      async save(name, _at, files: readonly ReportFile[]) {
        files.forEach(({ fileName, bytes }) => writeFileSync(at(fileName), bytes));
        return name;
      },
    },
  );
  return made ?? expect.fail('nothing was saved');
}

beforeAll(async () => {
  desk = openDesk();
  await desk.custodian.addTenant({ ...ACME, name: 'Former' });
  await desk.custodian.addTenant({ ...ACME, name: 'Secret', domain: 'secret.eu.auth0.com', customDomain: null });
  await desk.custodian.renameTenant({ tenant: 'Former', to: 'Acme' });
  await push(desk, 'Acme');
  await desk.custodian.rotateRing({ tenant: 'Acme', override: REASON });
  await desk.custodian.signToken({ tenant: 'Secret', claims: {}, ttl: 60 });
  saved = await report('Acme');
  copyFileSync(at('evidence.json'), at('whole.json'));
  writeFileSync(at('audit.jsonl'), (await desk.custodian.exportAudit()).bytes);
});
afterAll(async () => {
  await desk.close();
});

const check = bareVerifier(at, 'evidence.json');
const whole = (): string => readFileSync(at('whole.json'), 'utf8');

async function signedAgain(change: (facts: EvidenceReport) => object): Promise<string> {
  const { signature: _signature, ...facts } = signedReport();
  const changed = change(facts);
  const device = await openDevice(desk.ports, 'evidence-report');
  const jws = await device.sign(REPORT_FORMAT, canonicalJson({ purpose: REPORT_FORMAT, ...changed }));
  const { protected: head, signature } = JSON.parse(jws) as Record<string, string>;
  return `${canonicalJson({ ...changed, signature: { protected: head, signature } })}\n`;
}

describe('an evidence report', () => {
  it('holds what was done for the tenant, under its former name too, and nothing of another one', () => {
    const { entries, chapters, clocks, overrides, keys } = signedReport();
    expect(entries.map(({ action, subject }) => `${action} ${subject}`)).toEqual(
      expect.arrayContaining(['tenant.added Former', 'tenant.renamed Former', 'key.rotated Acme/default']),
    );
    expect(whole()).not.toContain('Secret');
    expect(keys.map(({ state }) => state).toSorted()).toEqual(['current', 'next', 'previous']);
    const rotation = entries.find(({ action }) => action === 'key.rotated')?.seq;
    expect(clocks).toEqual([{ seq: rotation, reason: REASON }]);
    expect(overrides).toEqual([{ seq: rotation, reason: REASON }]);
    expect(chapters.flatMap((one) => one.entries).toSorted((a, b) => a - b)).toEqual(entries.map(({ seq }) => seq));
  });

  it('is on record, and names the anchor of the chain it was made of', async () => {
    const [entry] = desk.custodian.listAudit({ afterSeq: 0, limit: 100, action: 'evidence.reported' });
    expect(entry?.details).toMatchObject({ id: saved.id, sha256: saved.sha256, entries: saved.entries });
    expect(saved.anchor).toBe(notedText(signedReport().anchor));
  });

  it('verifies with its page, its device, its anchor and its chain', () => {
    const found = check(whole(), '--device', saved.device, '--anchor', saved.anchor, '--chain', 'audit.jsonl');
    expect(found).toMatchObject({ code: 0 });
    expect(found.said).toContain('evidence.html is what was signed.');
    expect(found.said).toContain('leaves out nothing');
    expect(check(whole()).said).toContain('COMPARE');
  });

  it('is caught when it was changed, or is of another device or chain', () => {
    expect(check(whole().replace('"officer via test"', '"nobody"'))).toEqual(caught('signature does not hold'));
    expect(check(whole().replace(',', ', '))).toEqual(caught('not spelt'));
    expect(check(whole(), '--device', 'ab'.repeat(32))).toEqual(caught('Another device'));
    const { seq, hash } = signedReport().anchor;
    expect(check(whole(), '--anchor', notedText({ seq: seq + 1, hash }))).toEqual(caught('older'));
    expect(check(whole(), '--anchor', notedText({ seq, hash: 'ab'.repeat(32) }))).toEqual(caught('another chain'));
  });

  it('is caught when its page was changed', () => {
    const page = readFileSync(at('evidence.html'));
    writeFileSync(at('evidence.html'), page.toString('utf8').replace('gone ahead of', 'kept'));
    expect(check(whole())).toEqual(caught('evidence.html is not the page'));
    writeFileSync(at('evidence.html'), page);
  });

  it('is caught when one who can sign changes an entry, or leaves one out of what the chain holds', async () => {
    const edited = await signedAgain((facts) => ({
      ...facts,
      entries: facts.entries.map((entry) => ({ ...entry, actor: 'nobody' })),
    }));
    expect(check(edited)).toEqual(caught('not as it was recorded'));
    const shortened = await signedAgain((facts) => ({
      ...facts,
      entries: facts.entries.filter(({ action }) => action !== 'key.rotated'),
    }));
    expect(check(shortened)).toMatchObject({ code: 0 });
    expect(check(shortened, '--chain', 'audit.jsonl')).toEqual(caught('not what this chain'));
  });

  it('asks for a span that has an end after its beginning', async () => {
    const outlets = { words, save: async () => 'never' };
    const args = { tenant: 'Acme', from: SPAN.to, to: SPAN.from };
    await expect(desk.custodian.saveReport(args, outlets)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('its page', () => {
  const page = (): string => readFileSync(at('evidence.html'), 'utf8');

  it('shows text of others as text, and loads and runs nothing', () => {
    expect(page()).not.toMatch(/<script|<img|<link|<iframe|src=|url\(/);
    expect(page()).toContain(
      '&lt;script&gt;alert(&quot;5 &gt; 4&quot;)&lt;/script&gt; &amp; the auditor\\u{202e} asked',
    );
    expect(page()).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('says by whom it is signed, the anchor, and how to check it, in either language', () => {
    expect(page()).toContain(saved.device);
    expect(page()).toContain(saved.anchor);
    expect(page()).toContain('node verify-audit.mjs evidence.json');
    const german = evidencePage({ report: signedReport(), device: saved.device }, deWords);
    const text = Buffer.from(german).toString('utf8');
    expect(text).toContain('<html lang="de">');
    expect(text).toContain('nicht abgewartet');
  });
});
