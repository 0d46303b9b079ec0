// The main job in the real window without a mouse, in light and in dark: from the empty window to a key that was generated,
// published, proven, rotated and revoked. Every stop shows where it is, every screen passes axe, and what happens is said.
import path from 'node:path';
import { expect } from '@playwright/test';
import { SCREENSHOTS, test } from './desk.ts';
import { Keyboard } from './hands-off-mouse.ts';

const REASON = 'drill without a mouse';

for (const scheme of ['Light', 'Dark'] as const) {
  test(`the main job by keyboard alone, ${scheme.toLowerCase()}`, async ({ desk }) => {
    test.setTimeout(240_000);
    const { page } = desk.officer;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const keyboard = new Keyboard(page);
    await keyboard.listen();
    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
    const dialog = page.getByRole('dialog');
    const inDialog = (name: string | RegExp) => dialog.getByRole('button', { name, exact: true });

    await test.step('the appearance is chosen', async () => {
      await keyboard.palette('settings', 'Settings');
      const appearance = page.getByRole('radiogroup', { name: 'Appearance' });
      await keyboard.tabTo(appearance.getByRole('radio', { name: 'System default' }));
      await keyboard.press('ArrowDown');
      if (scheme === 'Dark') {
        await keyboard.press('ArrowDown');
      }
      await expect(appearance.getByRole('radio', { name: scheme })).toBeChecked();
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme.toLowerCase());
      await keyboard.axe();
    });

    await test.step('a tenant is added', async () => {
      await page.keyboard.press('Alt+ArrowLeft');
      await keyboard.arrivedAt('Your signing keys, in your own hands');
      await keyboard.axe();
      await keyboard.enter(button('Try it on the sandbox'));
      await keyboard.arrivedAt('Key rings');
      await keyboard.axe();
    });

    await test.step('a ring is added, and a key generated', async () => {
      await keyboard.enter(button('Add ring…'));
      await keyboard.tabTo(dialog.getByLabel('Algorithm'));
      await page.keyboard.type('RS2');
      await keyboard.tabTo(dialog.getByRole('radio', { name: '2048 bit' }));
      await keyboard.press('ArrowRight');
      await keyboard.press('ArrowRight');
      await expect(dialog.getByRole('radio', { name: '4096 bit' })).toBeChecked();
      await keyboard.type(dialog.getByRole('textbox', { name: 'Name' }), 'strong');
      await keyboard.axe();
      await page.keyboard.press('Enter');
      await expect(desk.officer.ring('strong')).toBeVisible({ timeout: 60_000 });
      await expect(dialog).toHaveCount(0);
      await keyboard.hasFocus();

      await keyboard.enter(button('Generate next key of ring default'));
      await keyboard.enter(inDialog('Replace next key'));
      await expect(dialog).toHaveCount(0);
      await keyboard.hasFocus();
    });

    const publish = async () => {
      await keyboard.palette('publish reh', 'Publish');
      await keyboard.enter(button('Push to Rehearsal'));
      await expect(page.getByText(/^Published and read back/)).toBeVisible();
      await keyboard.hasFocus();
    };

    const prove = async () => {
      await keyboard.enter(button(/^Prove (from outside|again)$/));
      await expect(page.getByText('Proven', { exact: true }).first()).toBeVisible();
      await keyboard.hasFocus();
    };

    await test.step('it is published and proven', async () => {
      await publish();
      await keyboard.axe();
      await prove();
      await keyboard.axe();
    });

    await test.step('the ring is rotated', async () => {
      await keyboard.palette('ring default', 'Key rings');
      await keyboard.enter(button('Rotate… ring default'));
      await keyboard.enter(inDialog('Go ahead early…'));
      await expect(dialog.getByRole('textbox', { name: 'Why go ahead early?' })).toBeFocused();
      await page.keyboard.type(REASON);
      await keyboard.axe();
      await page.keyboard.press('Enter');
      await expect(dialog).toHaveCount(0);
      await keyboard.hasFocus();
      await publish();
      await prove();
    });

    await test.step('the former key is revoked, and taken down', async () => {
      await keyboard.palette('ring default', 'Key rings');
      const previous = desk.officer.ring('default').getByRole('group', { name: 'Previous' });
      const kid = (await previous.locator('.key-card-kid').getAttribute('title')) ?? '';
      await keyboard.enter(previous.getByRole('button', { name: /^Revoke…/ }));
      await keyboard.enter(inDialog('Go ahead early…'));
      await page.keyboard.type(REASON);
      await keyboard.axe();
      await keyboard.type(dialog.getByRole('textbox', { name: 'Reason', exact: true }), REASON);
      await keyboard.type(dialog.getByRole('textbox', { name: /^Type the first/ }), kid.slice(0, 6));
      await page.keyboard.press('Enter');
      await expect(dialog).toHaveCount(0);
      await keyboard.hasFocus();
      await publish();
      await expect(page.getByText('Up to date: the tenant holds exactly this set.')).toBeVisible();
    });

    await test.step('the record is verified, and the shortcuts are shown', async () => {
      await keyboard.palette('audit', 'Audit');
      await keyboard.enter(button('Verify the chain'));
      await expect(page.getByText(/whole|unbroken|intact/i).first()).toBeVisible();
      await keyboard.axe();
      await page.keyboard.press('?');
      await expect(dialog).toContainText('Find a tenant, ring or key');
      await keyboard.axe();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await keyboard.hasFocus();
    });

    const said = (await keyboard.said()).join('\n');
    for (const words of [
      /Added Rehearsal/,
      /Generating the first two keys of the ring/,
      /Added ring strong/,
      /Generated the next key of ring default/,
      /Published and read back: \d keys/,
      /Proven/,
      /Rotated: \S+ signs now/,
      /Revoked \S+/,
    ]) {
      expect(said).toMatch(words);
    }
    expect(await keyboard.pointerEvents()).toEqual([]);
  });
}

test('a plan is run, and the emergency overtakes it, by keyboard alone', async ({ desk }) => {
  test.setTimeout(180_000);
  const { page } = desk.officer;
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
  const keyboard = new Keyboard(page);
  await keyboard.listen();
  const dialog = page.getByRole('dialog');
  await keyboard.enter(page.getByRole('button', { name: 'Try it on the sandbox' }));
  await keyboard.arrivedAt('Key rings');

  const card = page.locator('.key-card[data-state="next"] .key-card-kid');
  await keyboard.tabTo(card);
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: /^What can be done about/ });
  await expect(menu).toHaveCSS('opacity', '1');
  await expect(page.getByRole('menuitem', { name: /^Open / })).toBeFocused();
  await keyboard.axe();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);

  await keyboard.enter(page.getByRole('link', { name: 'Plan a rotation… of ring default' }));
  await keyboard.arrivedAt('Plan a rotation of “default”');
  await keyboard.tabTo(page.getByRole('radio', { name: /^Applications first/ }));
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Rotate first/ })).toBeChecked();
  await keyboard.enter(page.getByRole('button', { name: 'Run due steps' }));
  await expect(page.getByRole('button', { name: 'Nothing is due' })).toBeVisible();
  await keyboard.hasFocus();
  await keyboard.axe();

  await keyboard.palette('ring default', 'Key rings');
  await keyboard.enter(page.getByRole('button', { name: 'More for ring default' }));
  const emergency = page.getByRole('menuitem', { name: /^Emergency/ });
  await expect(emergency).toBeVisible();
  // It stands among others, and which one has the focus first is the menu's own matter.
  await expect(async () => {
    await keyboard.press('ArrowDown');
    await expect(emergency).toBeFocused({ timeout: 500 });
  }).toPass();
  await keyboard.press('Enter');
  await keyboard.type(dialog.getByRole('textbox', { name: 'Reason' }), REASON);
  await keyboard.type(dialog.getByRole('textbox', { name: /^Type the/ }), 'Rehearsal');
  await keyboard.axe();
  await page.keyboard.press('Enter');
  await keyboard.enter(dialog.getByRole('link', { name: 'Push now' }));
  await keyboard.arrivedAt('Publish');
  await keyboard.enter(page.getByRole('button', { name: 'Push to Rehearsal' }));
  await expect(page.getByText(/^Published and read back/)).toBeVisible();
  expect((await keyboard.said()).join('\n')).toMatch(/Revoked \S+; \S+ signs now/);
  expect(await keyboard.pointerEvents()).toEqual([]);
});

/** Screens, at the smallest size that is promised, by the name of their picture, as they are after the tenant has been published. */
const SCREENS = {
  overview: '#/',
  'add-tenant': '#/add',
  due: '#/due',
  policies: '#/policies',
  policy: '#/policies/new',
  inspect: '#/inspect',
  audit: '#/audit',
  backup: '#/backup',
  settings: '#/settings',
  keys: '#/tenant/Rehearsal',
  publish: '#/tenant/Rehearsal/publish',
  'own-keys': '#/tenant/Rehearsal/own-keys',
  consumers: '#/tenant/Rehearsal/consumers',
  tokens: '#/tenant/Rehearsal/bench',
  'tenant-settings': '#/tenant/Rehearsal/settings',
  'plan-orders': '#/tenant/Rehearsal/plan/default',
  'export-tenant': '#/tenant/Rehearsal/export/jwks',
};

test('every screen is walked through by Tab, and shows the focus at each stop', async ({ desk }) => {
  test.setTimeout(300_000);
  const { officer, page } = desk;
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Try it on the sandbox' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Key rings' }).waitFor();
  await officer.push('Rehearsal');
  const keyboard = new Keyboard(page);
  for (const [name, hash] of Object.entries(SCREENS)) {
    await officer.goTo(hash);
    // The walk before ended outside of the screen, so that this is the heading of the new one.
    await expect(page.locator('main h1')).toBeFocused();
    await expect(page.locator('main .mantine-Skeleton-root')).toHaveCount(0);
    await officer.photograph(path.join(SCREENSHOTS, 'screens', `${name}.png`));
    await keyboard.axe();
    expect(await keyboard.walkThrough()).toBeGreaterThan(0);
  }
});

test('what the main process asks is answered by keyboard alone, in light and in dark', async ({ desk }) => {
  const { officer, page } = desk;
  await officer.addTenant({
    name: 'Acme',
    domain: 'acme.eu.auth0.com',
    customDomain: 'id.acme.example',
    environment: 'Production',
  });
  await officer.goTo('#/tenant/Acme/publish');
  await new Keyboard(page).enter(page.getByRole('button', { name: 'Push to Acme' }));
  const asked = await officer.question();
  const keyboard = new Keyboard(asked);
  const yes = asked.locator('#yes');
  // Where nothing has to be typed, Enter alone changes nothing.
  await expect(asked.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expect(yes).toHaveAttribute('aria-disabled', 'false');
  for (const colorScheme of ['light', 'dark'] as const) {
    await asked.emulateMedia({ colorScheme });
    await keyboard.axe();
  }
  await keyboard.enter(yes);
  await expect(page.getByText(/^Published and read back/)).toBeVisible();

  const revoked = page.evaluate(() => {
    const bridge = Reflect.get(window, 'custodian') as { calls: Record<string, (args: object) => Promise<unknown>> };
    return bridge.calls['key.rotateAndRevoke']?.({ tenant: 'Acme', compromised: true });
  });
  await officer.question();
  const reason = asked.getByLabel('Reason');
  await expect(reason).toBeFocused();
  for (const colorScheme of ['light', 'dark'] as const) {
    await asked.emulateMedia({ colorScheme });
    await keyboard.axe();
  }
  // Nothing is taken in the first half second.
  await expect(async () => {
    await asked.keyboard.press('x');
    await expect(reason).toHaveValue(/x/, { timeout: 100 });
  }).toPass();
  await asked.keyboard.type(REASON);
  await keyboard.type(asked.getByLabel('Type the tenant’s name'), 'Acme');
  await expect(yes).toHaveAttribute('aria-disabled', 'false');
  // Enter in a field is no yes by the way.
  await asked.keyboard.press('Enter');
  await expect(asked.getByRole('heading', { level: 1, name: /^Rotate and revoke/ })).toBeVisible();
  await keyboard.enter(yes);
  expect(await revoked).toMatchObject({ ok: true });
});
