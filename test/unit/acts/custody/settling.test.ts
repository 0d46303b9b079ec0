// Notes that were left over, what is damaged, and what is said of keys in a file: case by case.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { damagedFindings, damagedSecrets } from '../../../../main/acts/custody/damaged.ts';
import { withCustody } from '../../../../main/acts/custody/in-custody.ts';
import { firstOf } from '../../../../main/acts/custody/make-key.ts';
import { reconcile } from '../../../../main/acts/custody/reconcile.ts';
import { settleIntents } from '../../../../main/acts/custody/settle-intents.ts';
import { credentialName, DEVICE_KEY, PROXY_ACCOUNT, secretName } from '../../../../main/ports/secret-name.ts';
import type { VaultIntent } from '../../../../main/ports/secret-box.ts';
import { finding } from '../../../../shared/domain/doctor/report.ts';
import {
  CUSTODY_FACT,
  type FoundFact,
  type FoundFile,
  type FoundPart,
  THUMBPRINT_FACT,
} from '../../../../shared/domain/reading/inspection.ts';
import { jwkThumbprint } from '../../../../shared/encoding/thumbprint.ts';
import { ACME } from '../../../support/desk.ts';
import { acmeForEach } from '../../../support/acme.ts';
import { keyIn } from '../../../support/tenant-keys.ts';

const tenant = ACME.name;

const { desk } = acmeForEach();

const idOf = (name: string): string => desk.ports.registry.read((reader) => reader.tenantByName(name)?.id ?? '');
const credential = () => credentialName(idOf(tenant));
const note = (name: string, purpose: VaultIntent['purpose']) =>
  desk.ports.registry.noteIntents([{ name, purpose, at: desk.ports.clock.now().toISOString() }]);
const notes = () => desk.ports.registry.read((reader) => reader.intents()).map(({ name }) => name);
const settled = () =>
  desk.custodian
    .listAudit({ afterSeq: 0, limit: 999, action: 'custody.settled' })
    .map(({ subject, details }) => [subject, details]);

describe('a note that was left over', () => {
  const put = (name: string) => desk.vault.put(name, Buffer.from('x'));

  it.each<[string, () => string, VaultIntent['purpose'], boolean]>([
    ['a key that is not on record, to be written', () => 'key-orphan', 'write', true],
    ['a key on record, to be written', () => secretName(keyIn(desk, 'next').id), 'write', false],
    ['a key on record, to be removed', () => secretName(keyIn(desk, 'next').id), 'remove', true],
    ['the device key', () => DEVICE_KEY, 'write', false],
    ['a credential, to be written', credential, 'write', false],
    ['a credential, to be removed', credential, 'remove', true],
    ['the account of a proxy that is not on record', () => PROXY_ACCOUNT, 'write', true],
    ['a secret of nobody', () => 'credential-of-nobody', 'write', true],
  ])('about %s', async (_, nameOf, purpose, removed) => {
    const name = nameOf();
    if (!desk.vault.names().includes(name)) {
      await put(name);
    }
    note(name, purpose);
    expect(await settleIntents(desk.ports)).toEqual([{ name, removed }]);
    expect([desk.vault.names().includes(name), notes()]).toEqual([!removed, []]);
    expect(settled()).toEqual([[name, { purpose, removed }]]);
  });

  it('about a credential leaves no part of a broken-off one', async () => {
    const tidied: string[] = [];
    const tidy = async (name: string) => tidied.push(name);
    note(credential(), 'write');
    note(secretName(keyIn(desk, 'next').id), 'write');
    await settleIntents({ ...desk.ports, secrets: { ...desk.ports.secrets, tidy } });
    expect(tidied).toEqual([credential()]);
  });

  it('is settled by its name alone where names are given', async () => {
    note('key-one', 'write');
    note('key-two', 'write');
    expect(await settleIntents(desk.ports, ['key-two'])).toEqual([{ name: 'key-two', removed: true }]);
    expect(await settleIntents(desk.ports, [])).toEqual([]);
    expect(notes()).toEqual(['key-one']);
    expect(await reconcile(desk.ports)).toEqual([{ name: 'key-one', removed: true }]);
    expect(await reconcile(desk.ports)).toEqual([]);
  });
});

describe('what is damaged', () => {
  const found = (...names: string[]) => desk.ports.registry.read((reader) => damagedFindings(reader, names));

  it('is said by what it is for, in the order of the registry', () => {
    const { id, kid } = keyIn(desk, 'current');
    expect(found(DEVICE_KEY, PROXY_ACCOUNT, 'key-of-a-crash', credential(), secretName(id))).toEqual([
      finding('secret-damaged', { tenant, kid, state: 'current' }),
      finding('credential-damaged', { tenant }),
      finding('proxy-account-damaged', {}),
      finding('audit-untrusted', { problem: 'device-key-missing' }),
    ]);
    expect(found()).toEqual([]);
  });

  it('is looked for among credentials and the account of the proxy', async () => {
    expect(await damagedSecrets(desk.ports)).toEqual([]);
    await desk.vault.put(PROXY_ACCOUNT, Buffer.from('x'));
    desk.vault.damage(PROXY_ACCOUNT);
    expect(await damagedSecrets(desk.ports)).toEqual([finding('proxy-account-damaged', {})]);
    desk.vault.become('locked');
    await expect(damagedSecrets(desk.ports)).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
  });
});

describe('keys of a file', () => {
  const part = (facts: FoundFact[], what: FoundPart['what'] = 'certificate'): FoundPart => ({
    what,
    facts,
    warnings: [],
  });
  const file = (...parts: FoundPart[]): FoundFile => ({
    kind: 'certificate',
    format: { code: 'text' },
    bytes: 1,
    parts,
    warnings: [],
    importable: 'no',
    needs: [],
  });
  const said = (found: FoundFile): FoundFile => desk.ports.registry.read((reader) => withCustody(reader, found));
  const thumbprint = (): FoundFact => ({ name: THUMBPRINT_FACT, value: jwkThumbprint(keyIn(desk, 'next').jwk) });
  const custody = (certificate: 'same' | 'other' | null): FoundFact => ({
    name: CUSTODY_FACT,
    value: { code: 'in-custody', tenant, kid: keyIn(desk, 'next').kid, state: 'next', certificate },
  });
  const sha256 = () =>
    createHash('sha256')
      .update(Buffer.from(keyIn(desk, 'next').certificate, 'base64'))
      .digest('hex');

  it('that are nobody’s are told as they were', () => {
    const without = file(part([]));
    expect(said(without)).toBe(without);
    const others = file(part([{ name: THUMBPRINT_FACT, value: 'of another' }]));
    expect(said(others)).toEqual(others);
  });

  it.each([
    [
      'the same certificate',
      () =>
        sha256()
          .toUpperCase()
          .replaceAll(/..(?=.)/g, '$&:'),
      'same',
    ],
    ['another certificate', () => 'AB'.repeat(32), 'other'],
  ] as const)('are told first, with %s', (_, fingerprint, certificate) => {
    const facts: FoundFact[] = [thumbprint(), { name: 'SHA-256', value: fingerprint() }];
    const other = part([]);
    expect(said(file(part(facts), other))).toEqual(file(part([custody(certificate), ...facts]), other));
  });

  it('without a certificate are told without one', () => {
    const facts: FoundFact[] = [thumbprint(), { name: 'SHA-256', value: sha256() }];
    expect(said(file(part(facts, 'public key')))).toMatchObject({
      parts: [{ facts: [custody(null), ...facts] }],
    });
    expect(said(file(part([thumbprint()])))).toMatchObject({ parts: [{ facts: [custody(null), thumbprint()] }] });
  });
});

it('a key that was not made is a fault of this program', () => {
  expect(() => firstOf({ records: [], clearNotes: () => undefined })).toThrow(
    expect.objectContaining({ code: 'INTERNAL', facts: { reference: 'no key was made' } }),
  );
});
