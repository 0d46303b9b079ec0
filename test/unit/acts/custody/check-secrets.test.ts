// What a look at one private key finds, to the letter, and what of it is repaired only where that is allowed.
import { describe, expect, it } from 'vitest';
import { checkSecret } from '../../../../main/acts/custody/check-secrets.ts';
import { secretName } from '../../../../main/ports/secret-name.ts';
import type { Ports } from '../../../../main/ports/ports.ts';
import { finding } from '../../../../shared/domain/doctor/report.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import { ACME } from '../../../support/desk.ts';
import { acmeForEach } from '../../../support/acme.ts';
import { keyIn } from '../../../support/tenant-keys.ts';

const tenant = ACME.name;
const { desk } = acmeForEach();

const key = () => keyIn(desk, 'next');
const facts = () => ({ tenant, kid: key().kid, state: 'next' as const });
const check = (of: Partial<SigningKey> = {}, mayRepair = true, keys: Partial<Ports['keys']> = {}) => {
  const owner = desk.ports.registry.read((reader) => reader.tenantByName(tenant)) ?? expect.fail('no tenant');
  return checkSecret({ ...desk.ports, keys: { ...desk.ports.keys, ...keys } }, owner, { ...key(), ...of }, mayRepair);
};
const repairs = () =>
  desk.custodian
    .listAudit({ afterSeq: 0, limit: 999, action: 'custody.repaired' })
    .map(({ subject, details }) => [subject, details]);

describe('a private key', () => {
  it('that is sound is told as such', async () => {
    expect([await check(), repairs()]).toEqual([{ sound: true, findings: [] }, []]);
  });

  it.each([
    ['missing', 'secret-missing', (name: string) => desk.vault.remove(name)],
    ['damaged', 'secret-damaged', async (name: string) => desk.vault.damage(name)],
    ['something else', 'secret-of-another-key', (name: string) => desk.vault.put(name, Buffer.from('no key'))],
    [
      'of another key',
      'secret-of-another-key',
      async (name: string) => desk.vault.put(name, await desk.vault.get(secretName(keyIn(desk, 'current').id))),
    ],
  ] as const)('that is %s', async (_, code, spoil) => {
    await spoil(secretName(key().id));
    expect(await check()).toEqual({ sound: false, findings: [finding(code, facts())] });
  });

  it.each<[string, () => Partial<SigningKey>]>([
    ['other public members', () => ({ jwk: { ...key().jwk, use: 'enc' as never } })],
    ['another certificate', () => ({ certificate: keyIn(desk, 'current').certificate })],
    ['a certificate that is none', () => ({ certificate: 'AAAA' })],
  ])('whose record has %s', async (_, otherwise) => {
    expect(await check(otherwise())).toMatchObject({ sound: false, findings: [{ code: 'record-altered' }] });
  });

  it('beside which parts were left is sound, and they are removed where that is allowed', async () => {
    const { kid } = key();
    const tidy = async () => 3;
    expect(await check({}, false, { tidy })).toEqual({ sound: true, findings: [] });
    expect(await check({}, true, { tidy })).toEqual({
      sound: true,
      findings: [finding('parts-removed', { tenant, kid, count: 3 })],
    });
    expect(repairs()).toEqual([[tenant, { kid, repair: 'parts of a broken-off write removed' }]]);
  });

  it('of a destroyed key is erased late, where that is allowed', async () => {
    const { kid, id } = key();
    const destroyed = { destroyedAt: '2026-11-22T08:00:00.000Z' };
    expect(await check(destroyed, false)).toEqual({ sound: false, findings: [] });
    expect(desk.vault.names()).toContain(secretName(id));
    expect(await check(destroyed)).toEqual({ sound: false, findings: [finding('erased-late', { tenant, kid })] });
    expect(desk.vault.names()).not.toContain(secretName(id));
    expect(repairs()).toEqual([[tenant, { kid, repair: 'private key of a destroyed key erased' }]]);
    expect(await check(destroyed)).toEqual({ sound: false, findings: [] });
    expect(repairs()).toHaveLength(1);
  });

  it('cannot be told where the keychain cannot be asked', async () => {
    const publicKey = async () => {
      throw new CustodianError('VAULT_LOCKED', { detail: { code: 'open' } });
    };
    await expect(check({}, true, { publicKey })).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
  });
});
