// The tenant's own keys as files: which of them each format holds, and what is written of each.
import { createHash } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { OwnExportArgs } from '../../../../shared/domain/tenant/own-keys.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { newestEntries } from '../../../support/on-record.ts';

const tenant = 'Acme';

const desk = deskForEach();
beforeEach(async () => {
  await desk.custodian.addTenant(ACME);
  // One of each state.
  await desk.custodian.rotateOwnKeys({ tenant });
  desk.advance(1000);
  await desk.custodian.rotateOwnKeys({ tenant });
  const [oldest] = (await states('previous')).toReversed();
  await desk.custodian.revokeOwnKey({ tenant, kid: oldest ?? '' });
});

async function states(state?: string): Promise<string[]> {
  const { keys } = await desk.custodian.listOwnKeys({ tenant });
  return keys.filter((key) => state === undefined || key.state === state).map(({ kid }) => kid);
}
const file = (part: Partial<OwnExportArgs>) =>
  desk.custodian.exportOwnKeys({ tenant, state: 'current', format: 'pem', ...part });
const text = ({ bytes }: { bytes: Uint8Array }): string => Buffer.from(bytes).toString('utf8');

it('is of the key in a state, or of the one that is named', async () => {
  const [current] = await states('current');
  const [previous] = await states('previous');
  const pem = await file({});
  expect(pem).toMatchObject({ kids: [current], format: 'pem' });
  expect(pem.fileName).toMatch(/^acme-tenant-current-.{8}\.pem$/);
  expect(pem.sha256).toBe(createHash('sha256').update(pem.bytes).digest('hex'));
  expect(text(pem)).toContain('BEGIN CERTIFICATE');
  expect((await file({ kid: previous })).kids).toEqual([previous]);
  await expect(file({ kid: 'nobody' })).rejects.toMatchObject({
    code: 'KEY_NOT_FOUND',
    facts: { tenant, kid: 'nobody' },
  });
});

it('says which state nobody is in', async () => {
  desk.advance(1000);
  const [previous] = await states('previous');
  await desk.custodian.revokeOwnKey({ tenant, kid: previous ?? '' });
  await expect(file({ state: 'previous' })).rejects.toMatchObject({ facts: { tenant, kid: 'in state previous' } });
});

it.each(['json', 'csv'] as const)('as %s holds every key, revoked ones too', async (format) => {
  const made = await file({ format });
  expect(made.kids.toSorted()).toEqual((await states()).toSorted());
  expect(made.kids.every((kid) => text(made).includes(kid))).toBe(true);
  expect(made.fileName).toMatch(/^acme-tenant-keys\./);
});

it('as a key set holds what verifiers may still meet, as the tenant’s certificates say', async () => {
  const made = await file({ format: 'jwks' });
  const revoked = await states('revoked');
  expect(revoked).toHaveLength(1);
  expect(made.kids.toSorted()).toEqual((await states()).filter((kid) => !revoked.includes(kid)).toSorted());
  const { keys } = JSON.parse(text(made)) as { keys: Record<string, unknown>[] };
  expect(keys.map(({ kid }) => kid)).toEqual(made.kids);
  expect(keys[0]).toMatchObject({ kty: 'RSA', alg: 'RS256', use: 'sig' });
});

it('says of each key since when it signs, and that it came from the tenant', async () => {
  const { keys } = await desk.custodian.listOwnKeys({ tenant });
  const inventory = text(await file({ format: 'json' }));
  for (const { currentSince, currentUntil, revokedAt } of keys) {
    for (const at of [currentSince, currentUntil, revokedAt]) {
      expect(at === null || inventory.includes(at)).toBe(true);
    }
  }
});

it('names the ring of each key in an inventory, and to whom it belongs', async () => {
  expect(text(await file({ format: 'json' }))).toContain('"own keys of the tenant"');
});

it('is written as the profile says, where the format has such a page', async () => {
  await expect(file({ format: 'jwk', profile: 'auth0' })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    facts: { field: 'profile' },
  });
});

it('is recorded by the name of the tenant', async () => {
  const { bytes: _bytes, text: _text, ...facts } = await file({});
  await desk.custodian.recordOwnExport(tenant, await file({}));
  const { format, kids, fileName, sha256 } = facts;
  expect(newestEntries(desk, 1)).toEqual([['remote.key-exported', tenant, { format, kids, fileName, sha256 }]]);
});
