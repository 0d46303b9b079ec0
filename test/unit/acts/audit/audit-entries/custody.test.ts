// What the custody leaves in the audit chain about itself, to the letter.
import { expect, it } from 'vitest';
import { DEVICE_KEY, secretName, STATE_KEY } from '../../../../../main/ports/secret-name.ts';
import { ACME } from '../../../../support/desk.ts';
import { deskForEach } from '../../../../support/desk-for-each.ts';
import { chainOf } from '../../../../support/written-entries.ts';

const tenant = 'Acme';
const quietly = () => undefined;

const desk = deskForEach();

it('its device key, and a chain that is exported', async () => {
  await desk.custodian.addTenant(ACME);
  expect(chainOf(desk).of('audit.device-key')).toMatchInlineSnapshot(
    `"audit.device-key audit chain {"deviceKey":"DEVICE-KEY"}"`,
  );
  await desk.custodian.recordAuditExport({
    fileName: 'audit.jsonl',
    sha256: 'ab'.repeat(32),
    entries: 2,
    signed: true,
  });
  expect(chainOf(desk).of('audit.exported')).toMatchInlineSnapshot(
    `"audit.exported audit chain {"fileName":"audit.jsonl","sha256":"SHA256","entries":2,"signed":true}"`,
  );
});

it('a registry that an earlier version left without a seal', async () => {
  desk.ports.registry.change({ action: 'of before', subject: 'x', details: {} }, quietly);
  await desk.custodian.addTenant(ACME);
  expect(chainOf(desk).of('registry.sealed')).toMatchInlineSnapshot(`"registry.sealed registry {"entries":1}"`);
});

it('a state that an officer accepts although it differs', async () => {
  await desk.custodian.addTenant(ACME);
  await desk.vault.remove(DEVICE_KEY);
  const seal = await desk.vault.get(STATE_KEY);
  await desk.custodian.acceptAudit('the keychain was put back');
  expect(await desk.vault.get(STATE_KEY)).toEqual(seal);
  expect(chainOf(desk).of('audit.accepted')).toMatchInlineSnapshot(
    `"audit.accepted audit chain {"reason":"the keychain was put back","problem":"device-key-missing","remembered":2}"`,
  );
});

it('a private key that was to be gone and came back', async () => {
  const { rings } = await desk.custodian.addTenant(ACME);
  const { kid, id } = rings[0]?.keys.find(({ state }) => state === 'current') ?? { kid: '', id: '' };
  const secret = await desk.vault.get(secretName(id));
  await desk.custodian.rotateAndRevoke({ tenant, reason: 'lost', compromised: true });
  await desk.custodian.destroyKey({ tenant, kid, confirm: kid });
  desk.advance(400 * 86_400_000);
  await desk.custodian.settle();
  await desk.vault.put(secretName(id), secret);
  const chain = chainOf(desk);
  chain.written();
  await desk.custodian.examine(quietly);
  expect(chain.written()).toMatchInlineSnapshot(
    `"custody.repaired Acme {"kid":"key1","repair":"private key of a destroyed key erased"}"`,
  );
});
