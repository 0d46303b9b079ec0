// What a report holds, into which files it goes, and what is answered and recorded of it: to the letter.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDevice } from '../../../../main/acts/audit/device.ts';
import { type ReportOutlets, saveReport } from '../../../../main/acts/evidence/report.ts';
import { type ReportFile, sha256Of, signedFile } from '../../../../main/acts/evidence/signed-file.ts';
import { isSignedBy } from '../../../../main/acts/audit/seal.ts';
import { chaptersOf, type EvidenceReport, REPORT_FORMAT } from '../../../../shared/domain/evidence/report.ts';
import { canonicalJson } from '../../../../shared/encoding/canonical-json.ts';
import { evidenceReport as words } from '../../../../shared/words/en/evidence/report.ts';
import { backUp, newHolder } from '../../../support/backups.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme Payments';
const SPAN = { from: '2026-11-22T00:00:00.000Z', to: '2026-12-31T00:00:00.000Z' };

const desk = deskForEach();
beforeEach(async () => {
  await desk.custodian.addTenant({ ...ACME, name: tenant, alg: 'ES256' });
  // A tenant whose keys are in a backup but for the newest.
  await backUp(desk, await newHolder());
  await desk.custodian.generateNext({ tenant });
});

let saved: { name: string; at: Date; files: readonly ReportFile[] } | null;
beforeEach(() => {
  saved = null;
});
const outlets = (more: Partial<ReportOutlets> = {}): ReportOutlets => ({
  words,
  async save(name, at, files) {
    saved = { name, at, files };
    return 'the folder';
  },
  ...more,
});
const report = (more: Partial<ReportOutlets> = {}, span = SPAN) =>
  desk.custodian.saveReport({ tenant, ...span }, outlets(more));
const fileNamed = (name: string): Uint8Array =>
  saved?.files.find(({ fileName }) => fileName === name)?.bytes ?? expect.fail(`${name} was not saved`);
const facts = (): EvidenceReport & { documents: unknown; signature: unknown } =>
  JSON.parse(Buffer.from(fileNamed('evidence.json')).toString('utf8')) as never;
const recorded = () => desk.custodian.listAudit({ afterSeq: 0, limit: 999, action: 'evidence' });

describe('a report', () => {
  it('says what is on record of the tenant and its keys, and from where', async () => {
    await report();
    const { id, signature: _signature, documents: _documents, ...told } = facts();
    const { registry, clock } = desk.ports;
    const owner = registry.read((reader) => reader.tenantByName(tenant)) ?? expect.fail('no tenant');
    const chain = registry
      .read((reader) => reader.audit(0, 999))
      .filter(({ action }) => action !== 'evidence.reported');
    const head = chain.at(-1);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(told).toEqual({
      format: REPORT_FORMAT,
      version: 1,
      madeAt: clock.now().toISOString(),
      tenant: {
        name: tenant,
        domain: ACME.domain,
        customDomain: ACME.customDomain,
        issuer: null,
        environment: 'development',
        endpoint: 'sandbox',
      },
      ...SPAN,
      anchor: { seq: head?.seq, hash: head?.hash },
      keys: registry
        .read((reader) => reader.keys(owner.id))
        .map(({ kid, alg, state, spkiSha256, createdAt, currentAt, previousAt, revokedAt, destroyedAt }) => ({
          ring: 'default',
          kid,
          alg,
          state,
          spkiSha256,
          createdAt,
          currentAt,
          previousAt,
          revokedAt,
          destroyedAt,
          inBackup: state !== 'next',
        })),
      ...chaptersOf(chain, tenant, SPAN),
    });
  });

  it('goes into a folder with its page, and is answered and recorded', async () => {
    const answer = await report();
    const { id, entries, overrides, anchor } = facts();
    const { deviceKey } = await desk.custodian.verifyAudit();
    expect([saved?.name, saved?.at]).toEqual(['acme-payments-evidence-2026-11-22', desk.ports.clock.now()]);
    expect(saved?.files.map(({ fileName }) => fileName)).toEqual(['evidence.json', 'evidence.html']);
    expect(Buffer.from(fileNamed('evidence.html')).toString('utf8')).toMatch(/^<!doctype html>[^]*Acme Payments/i);
    const sha256 = sha256Of(fileNamed('evidence.json'));
    expect(answer).toEqual({
      folder: 'the folder',
      id,
      entries: entries.length,
      overrides: overrides.length,
      sha256,
      files: ['evidence.json', 'evidence.html'],
      anchor: `${anchor.seq}:${anchor.hash}`,
      device: deviceKey,
    });
    expect(recorded().map(({ subject, details }) => [subject, details])).toEqual([
      [tenant, { id, ...SPAN, entries: entries.length, sha256, folder: 'the folder' }],
    ]);
  });

  it('has what was printed of its page, where something can print', async () => {
    const pages: Uint8Array[] = [];
    const print = async (page: Uint8Array) => {
      pages.push(page);
      return Buffer.from('%PDF');
    };
    expect(await report({ print })).toMatchObject({ files: ['evidence.json', 'evidence.html', 'evidence.pdf'] });
    expect(pages).toEqual([fileNamed('evidence.html')]);
    expect(facts().documents).toEqual([
      { file: 'evidence.html', sha256: sha256Of(fileNamed('evidence.html')) },
      { file: 'evidence.pdf', sha256: sha256Of(Buffer.from('%PDF')) },
    ]);
  });

  it('that nobody saved is not recorded', async () => {
    expect(await report({ save: async () => null })).toBeNull();
    expect(recorded()).toEqual([]);
  });

  it.each([
    ['no time', SPAN.from],
    ['a time that ends before it begins', '2026-11-21T23:59:59.999Z'],
  ])('is of %s: refused', async (_, to) => {
    await expect(report({}, { ...SPAN, to })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      facts: { field: 'to', problem: { code: 'unfit' } },
    });
    expect([saved, recorded()]).toEqual([null, []]);
  });

  it('is of a moment at least', async () => {
    expect(await report({}, { ...SPAN, to: '2026-11-22T00:00:00.001Z' })).toMatchObject({ entries: 0 });
  });

  it('of a tenant that is not here is none', async () => {
    await expect(desk.custodian.saveReport({ tenant: 'Nobody', ...SPAN }, outlets())).rejects.toMatchObject({
      code: 'TENANT_NOT_FOUND',
    });
  });

  it('says for what nothing could be signed', async () => {
    await desk.vault.remove('audit-device-key');
    await expect(saveReport(desk.ports, { tenant, ...SPAN }, outlets())).rejects.toMatchObject({
      code: 'AUDIT_BROKEN',
      facts: { unsigned: 'evidence-report' },
    });
  });
});

describe('a signed file', () => {
  it('is one line of canonical JSON, under the signature but for itself', async () => {
    const device = await openDevice(desk.ports, 'evidence-report');
    const page = { fileName: 'page.html', bytes: Buffer.from('a page') };
    const said = { format: 'a format', x: 1 };
    const text = Buffer.from(await signedFile(said, [page], device)).toString('utf8');
    const { signature, ...content } = JSON.parse(text) as { signature: { protected: string; signature: string } };
    const documents = [{ file: 'page.html', sha256: createHash('sha256').update('a page').digest('hex') }];
    expect(content).toEqual({ format: 'a format', x: 1, documents });
    expect(text).toBe(`${canonicalJson({ ...content, signature })}\n`);
    expect(Object.keys(signature)).toEqual(['protected', 'signature']);
    const payload = Buffer.from(canonicalJson({ purpose: 'a format', ...content })).toString('base64url');
    const deviceKey = desk.ports.registry.read((reader) => reader.auditAnchor()?.deviceKey ?? '');
    expect(isSignedBy(deviceKey, { ...signature, payload })).toBe(true);
    expect(JSON.parse(Buffer.from(signature.protected, 'base64url').toString())).toMatchObject({ typ: 'a format' });
  });

  it('holds letters of every script', async () => {
    const device = await openDevice(desk.ports, 'evidence-report');
    const said = { format: 'x', name: 'Žofie' };
    const text = Buffer.from(await signedFile(said, [], device)).toString('utf8');
    expect(text).toContain('"name":"Žofie"');
  });
});
