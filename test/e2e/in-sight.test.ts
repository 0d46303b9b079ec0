// What is due on a screen is in sight when the screen opens, in the smallest window that is promised and with long lists on
// it. Every row of the table of screens is measured, so that a new screen is too.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { hrefOf, routeTo } from '../../renderer/state/route.ts';
import { DEFAULT_TERMS } from '../../shared/domain/timing/policy.ts';
import { SCREEN_NAMES, type ScreenName } from '../../shared/screens.ts';
import { ACME, test } from './desk.ts';

const TENANT = 'Rehearsal';

/** Screens that only show, or on which nothing is due with what is there. Every other has its one filled button. */
const QUIET: ReadonlySet<ScreenName> = new Set(['home', 'due', 'settings', 'key']);

/** A call of the page's own bridge. */
async function call<T>(page: Page, channel: string, args: object): Promise<T> {
  const answer = await page.evaluate(
    async ([name, given]) => {
      const bridge = Reflect.get(window, 'custodian') as { calls: Record<string, (args: object) => Promise<unknown>> };
      return bridge.calls[name]?.(given);
    },
    [channel, args] as const,
  );
  expect(answer, `${channel} ${JSON.stringify(answer).slice(0, 300)}`).toMatchObject({ ok: true });
  return (answer as { value: T }).value;
}

/** More of everything than a screen shows at once. */
async function populate(page: Page): Promise<string> {
  const many = (amount: number) => Array.from({ length: amount }, (_, index) => index + 1);
  for (const number of many(12)) {
    await call(page, 'ring.add', { tenant: TENANT, name: `ring ${number}`, alg: 'ES256', empty: number > 4 });
  }
  for (const number of many(24)) {
    const name = `Tenant ${number}`;
    const domain = `tenant-${number}.eu.auth0.com`;
    const customDomain = `login.tenant-${number}.example`;
    await call(page, 'tenant.add', { name, domain, customDomain, alg: 'ES256', empty: true });
  }
  const blank = { cacheSeconds: null, contact: null, format: null, rings: null, note: null };
  for (const number of many(16)) {
    await call(page, 'consumer.add', { tenant: TENANT, name: `Service ${number}`, verifier: 'pinned', ...blank });
  }
  const [first] = await call<{ keys: { kid: string; state: string }[] }[]>(page, 'fleet.rings', {});
  return first?.keys.find(({ state }) => state === 'current')?.kid ?? '';
}

/** The filled buttons of the screen that is shown, and where each is. */
const filledButtons = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main .mantine-Button-root, .foot-bar .mantine-Button-root')]
      // Filled is what a button is when it says nothing else.
      .filter(({ dataset: { variant = 'filled' } }) => variant === 'filled')
      .map((button) => {
        const { top, bottom, left, right } = button.getBoundingClientRect();
        const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return {
          name: button.textContent?.trim() ?? '',
          inSight: top >= 0 && bottom <= window.innerHeight && left >= 0 && right <= window.innerWidth,
          covered: seen === null || !button.contains(seen),
          at: Math.round(bottom),
        };
      }),
  );

test('the primary button of every screen is in the first window at 1024×700', async ({ desk }) => {
  test.setTimeout(280_000);
  const { officer, page } = desk;
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole('button', { name: 'Try it on the sandbox' }).click();
  await page.getByRole('heading', { level: 1, name: 'Key rings' }).waitFor();
  const kid = await populate(page);
  const named = { tenant: TENANT, ring: 'default', kid, name: 'Careful', format: 'jwks' };
  await call(page, 'policy.set', { name: named.name, terms: DEFAULT_TERMS.development });

  for (const screen of SCREEN_NAMES) {
    await test.step(screen, async () => {
      const format = screen === 'export' ? 'pem' : named.format;
      await officer.goTo(hrefOf(routeTo(screen, { ...named, format })));
      await expect(page.locator('main h1')).toBeFocused();
      await expect(page.locator('main .mantine-Skeleton-root')).toHaveCount(0);
      const buttons = await filledButtons(page);
      expect
        .soft(
          buttons.filter(({ inSight, covered }) => !inSight || covered),
          screen,
        )
        .toEqual([]);
      expect.soft(buttons.length, `${screen}: filled buttons`).toBe(QUIET.has(screen) ? 0 : 1);
    });
  }
});

test('at 960×640, in German and with a very long name, tenants, tables and refusals are in sight', async ({ desk }) => {
  const { officer, page, folder } = desk;
  const name = 'W'.repeat(64);
  await page.setViewportSize({ width: 960, height: 640 });
  await officer.addTenant({ ...ACME, name, environment: 'Production' });
  await officer.goTo('#/settings');
  await page.getByRole('radio', { name: 'Deutsch' }).check();
  await expect(page.getByRole('complementary').getByText('Keine Tresor-Passphrase')).toBeVisible();
  const tenants = page.getByRole('navigation', { name: 'Mandanten' });
  await expect(tenants.getByRole('link', { name })).toBeInViewport({ ratio: 1 });

  await officer.goTo('#/due');
  await expect(page.getByRole('link', { name: `Vorschau für ${name}` })).toBeInViewport({ ratio: 1 });

  const junk = path.join(folder, 'junk.pem');
  writeFileSync(junk, 'no key', { mode: 0o644 });
  await officer.answerOpenDialog(junk);
  await officer.goTo(`#/tenant/${name}`);
  await page.getByRole('button', { name: /^Importieren/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Datei wählen …' }).click();
  await expect(dialog.getByRole('alert')).toBeInViewport({ ratio: 1 });
});
