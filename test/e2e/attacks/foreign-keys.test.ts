// Somebody else writes into the published set between the officer's look and his push, with a key of his own: in the real
// window a second click sends nothing, and the key goes in or out by a decision that stays in sight.
import { expect } from '@playwright/test';
import { test } from '../desk.ts';

test('a set that changed behind the officer is not pushed by a second click, and its foreign key is decided about', async ({
  desk,
}) => {
  const { officer, page } = desk;
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole('button', { name: 'Try it on the sandbox' }).click();
  await page.getByRole('heading', { level: 1, name: 'Key rings' }).waitFor();
  await officer.goTo('#/tenant/Rehearsal/publish');
  const push = page.getByRole('button', { name: 'Push to Rehearsal' });
  await expect(push).toBeEnabled();
  await page.evaluate(async () => {
    const { calls } = Reflect.get(window, 'custodian') as { calls: Record<string, (args: object) => unknown> };
    await calls['sandbox.rehearse']?.({ trouble: 'another-officer' });
  });
  await push.click();

  const news = page.getByRole('alert').filter({ hasText: 'Nothing was sent.' });
  await expect(news).toBeInViewport();
  await expect(push).toBeDisabled();
  await push.click({ force: true });
  await expect(page.getByText(/^Published and read back/)).toHaveCount(0);
  await expect(news.getByRole('listitem').filter({ hasText: 'a foreign key' })).toHaveCount(1);
  await news.getByRole('button', { name: 'I have reviewed it' }).click();
  await expect(push).toBeDisabled();

  const why = page.getByRole('textbox', { name: /^Why does .* stay\?$/ });
  await why.fill('of the old portal');
  await page.getByRole('button', { name: /^Keep / }).click();
  await expect(push).toBeEnabled();
  await push.click();
  await expect(page.getByText('Published and read back: 3 keys.')).toBeVisible();

  for (const screen of ['keys', 'publish', 'consumers', 'bench', 'settings']) {
    await officer.goTo(screen === 'keys' ? '#/tenant/Rehearsal' : `#/tenant/Rehearsal/${screen}`);
    const kept = page.getByRole('list', { name: 'Foreign keys that are kept' });
    await expect(kept).toContainText('of the old portal');
  }
});
