import { screen, within } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { openAirGap, TENANT } from '../../../support/air-gap.ts';
import { nothing, rehearsal } from '../../../support/desk-scenes.ts';
import { foreignKey } from '../../../support/remote-set.ts';
import { openWindow } from '../render-window.tsx';

const PUBLISH = '#/tenant/rehearsal/publish';

/** The publish screen, when the tenant could not be reached. */
async function openOffline() {
  const opened = await openWindow('#/audit', rehearsal);
  opened.bridge.offline = true;
  window.location.hash = PUBLISH;
  return { ...opened, section: await screen.findByRole('region', { name: 'Without a network' }) };
}

test('nothing of it is in the way while the tenant answers', async () => {
  await openWindow(PUBLISH, rehearsal);
  await screen.findByRole('table');
  expect(screen.queryByRole('region', { name: 'Without a network' })).toBeNull();
});

test('a push waits, is listed with its reason, and leads back to a fresh preview', async () => {
  const { user, argsOf, section } = await openOffline();
  await user.click(within(section).getByRole('button', { name: 'Let it wait' }));
  expect(argsOf('outbox.add')).toEqual([{ tenant: 'rehearsal' }]);
  expect(await screen.findByText('A push of this tenant waits in the outbox.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Let it wait' })).toBeNull();

  await user.click(screen.getByRole('link', { name: 'What waits' }));
  const table = await screen.findByRole('table', { name: 'What is not pushed yet, and why' });
  const row = within(table).getByText('Push waits').closest('tr') ?? table;
  expect(row.textContent).toContain('cannot be reached (no network). Tried once');
  expect(
    within(row)
      .getByRole('link', { name: /^Try again/ })
      .getAttribute('href'),
  ).toBe(PUBLISH);
  await user.click(within(row).getByRole('button', { name: /^Drop/ }));
  expect(argsOf('outbox.drop')).toEqual([{ tenant: 'rehearsal' }]);
  expect(await within(table).findByText('Changed, not pushed')).toBeTruthy();
  expect(within(table).getByText('Never pushed.')).toBeTruthy();
});

/** Two desks with a gap between them; the window is at home. */
async function openGap() {
  const opened = await openWindow('#/audit', nothing);
  opened.bridge.offline = true;
  const gap = await openAirGap(opened.desk);
  onTestFinished(() => gap.close());
  const none = new Uint8Array();
  const secrets = { secret: new TextEncoder().encode('a-token-of-nobody'), certificate: none, key: none };
  await opened.desk.custodian.credentials.store({ tenant: TENANT, kind: 'token' }, secrets);
  opened.go('#/tenant/Acme/publish');
  return { ...opened, gap, section: await screen.findByRole('region', { name: 'Without a network' }) };
}

const fileOf = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

test('a bundle is what was previewed, and its receipt is taken', async () => {
  const { desk, gap, officer, user, argsOf, section } = await openGap();
  const { hash } = await desk.custodian.previewBundle({ tenant: TENANT });
  await user.click(within(section).getByRole('button', { name: 'Plan a bundle' }));
  await within(section).findByRole('region', { name: 'Body, formatted' });
  await user.click(within(section).getByRole('button', { name: 'Save bundle…' }));
  expect(await screen.findByText('Saved acme.bundle.json for Acme')).toBeTruthy();
  expect(argsOf('bundle.save')).toEqual([{ tenant: TENANT, hash, as: 'file' }]);

  const text = new TextDecoder().decode(officer.saved.get('acme.bundle.json'));
  const { deviceKey } = await desk.custodian.verifyAudit();
  const { receipt } = await gap.carry({ text, device: deviceKey ?? '' });
  officer.file = fileOf('receipt.json', receipt);
  await user.click(within(section).getByRole('button', { name: 'Import receipt…' }));
  expect(await screen.findByText('The courier says: pushed and read back.')).toBeTruthy();
  // Whether it is the right courier.
  expect(officer.asked).toHaveLength(1);
});

test('a plan that is out of date makes no bundle, and a fresh one is shown', async () => {
  const { desk, user, section } = await openGap();
  await user.click(within(section).getByRole('button', { name: 'Plan a bundle' }));
  await within(section).findByRole('region', { name: 'Body, formatted' });
  const { keys } = await desk.custodian.addRing({ tenant: TENANT, alg: 'ES384' });
  await user.click(within(section).getByRole('button', { name: 'Save as QR codes…' }));
  expect(await within(section).findByText('PUBLISH_CHANGED')).toBeTruthy();
  expect((await within(section).findAllByTitle(keys[0]?.kid ?? '')).length).toBeGreaterThan(0);
});

test('a bundle that is out can be settled from the publish screen, and a refusal says what to do', async () => {
  const { gap, officer, user } = await openGap();
  const bundle = await gap.bundle();
  gap.server.put(JSON.stringify({ keys: [foreignKey('theirs')] }));
  const { receipt } = await gap.carry(bundle);
  officer.file = fileOf('receipt.json', receipt);
  await user.click(await screen.findByRole('button', { name: 'Import receipt…' }));
  expect(await screen.findByText('The courier says: refused, nothing was sent.')).toBeTruthy();
  expect(screen.getByText('Not ours: theirs')).toBeTruthy();
});
