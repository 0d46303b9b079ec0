// Replies of authorities, and keys with certificates, as they were met in the field: each is taken, refused or remarked upon
// for what it is.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { ACME, START } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../fixtures/found-certificates');
const TODAY = Date.parse('2026-12-05T00:00:00Z');
const tenant = 'Acme';
const kid = 'ours';

const desk = deskForEach();
beforeEach(async () => {
  desk.advance(TODAY - START);
  await desk.custodian.addTenant({ ...ACME, empty: true });
});

const take = (file: string) =>
  desk.custodian.importKey({ tenant, as: 'next', kid }, readFileSync(path.join(FOLDER, file)));
const reply = async (name: string) => {
  await take(`${name}.key.pem`);
  return desk.custodian.acceptCertificate({ tenant, kid }, readFileSync(path.join(FOLDER, `${name}.reply`)));
};
const faults = () => desk.custodian.showTenant({ tenant }).certificateFaults[kid] ?? [];

it.each(['reply-rfc7093', 'reply-trusted-label'])('%s is taken without a word', async (name) => {
  await reply(name);
  expect(faults()).toEqual([]);
});

it.each([
  ['reply-md5', 'signature-broken-hash'],
  ['reply-future', 'not-yet-valid'],
])('%s is refused: %s', async (name, fault) => {
  await expect(reply(name)).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    facts: { problem: { code: 'certificate-unfit', fault } },
  });
});

it.each([
  ['reply-sha1', 'signature-weak-hash'],
  ['reply-keyusage-encipherment', 'not-for-signatures'],
])('%s is taken, and told: %s', async (name, fault) => {
  await reply(name);
  expect(faults()).toEqual([fault]);
});

it('of an old and a new certificate beside one key the one that is valid is kept', async () => {
  await take('renewed-old-first.pem');
  expect(faults()).toEqual([]);
});

it('a certificate that has ended is told at the key and in the preview of a push', async () => {
  await take('import-expired-cert.pem');
  expect(faults()).toEqual(['ended']);
  const { findings } = await desk.custodian.previewPublication({ tenant });
  expect(findings.map(({ code }) => code)).toContain('certificate-ended');
});
