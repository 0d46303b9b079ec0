// A page that was taken over, against the window that confirms: it calls every act that matters on a production tenant, and
// nothing happens unless a person says yes to exactly this, in a window that no script of the page reaches.
import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Channel } from '../../../shared/channels.ts';
import { ACME, type Desk, test } from '../desk.ts';

const IN_AN_HOUR = Math.floor(Date.now() / 1000) + 3600;
const REASON = 'asked for by an attacker';

interface Answer {
  ok: boolean;
  value?: unknown;
  error?: { code: string };
}

/** As a script of the page calls. */
const call = (page: Page, channel: Channel, args: object, name?: string): Promise<Answer> =>
  page.evaluate(
    ([to, given, called]) => {
      const bridge = Reflect.get(window, 'custodian') as { calls: Record<string, (...all: unknown[]) => unknown> };
      return bridge.calls[to as string]?.(given, called);
    },
    [channel, args, name] as const,
  ) as Promise<Answer>;

interface View {
  tenant: { jwksUrl: string | null; apiBaseUrl: string | null };
  rings: { keys: { kid: string; state: string; destroyAt: string | null }[] }[];
}

const view = async (page: Page, tenant = 'Acme'): Promise<View> =>
  (await call(page, 'tenant.show', { tenant })).value as View;

const kidOf = async (page: Page, state: string, tenant = 'Acme'): Promise<string> =>
  (await view(page, tenant)).rings[0]?.keys.find((key) => key.state === state)?.kid ?? '';

const hashOf = async (page: Page, tenant = 'Acme'): Promise<string> =>
  ((await call(page, 'publish.preview', { tenant })).value as { hash: string }).hash;

const acts = async (page: Page): Promise<string[]> => {
  const { value } = await call(page, 'audit.list', { limit: 1000 });
  return (value as { action: string }[]).map(({ action }) => action);
};

const production = (desk: Desk) => desk.officer.addTenant({ ...ACME, environment: 'Production' });

test('on production nothing that matters happens without the window', async ({ desk }) => {
  const { officer, page } = desk;
  await production(desk);
  const [current, next] = [await kidOf(page, 'current'), await kidOf(page, 'next')];
  const hash = await hashOf(page);
  const { value } = await call(page, 'plan.show', { tenant: 'Acme', order: 'apps-first' });
  const plan = (value as { hash: string }).hash;
  const before = await acts(page);
  const wishes: [Channel, object, RegExp][] = [
    ['publish.push', { tenant: 'Acme', hash }, /^Push these keys/],
    ['token.sign', { tenant: 'Acme', claims: { sub: 'root', aud: 'payroll', exp: IN_AN_HOUR } }, /^Sign this token/],
    ['key.rotate', { tenant: 'Acme', override: REASON }, /^Rotate early/],
    ['key.revoke', { tenant: 'Acme', kid: current, reason: REASON, override: REASON }, /^Revoke this key/],
    ['key.withdraw', { tenant: 'Acme', kid: next, reason: REASON }, /^Withdraw this next key/],
    ['key.rotateAndRevoke', { tenant: 'Acme', reason: REASON }, /^Rotate and revoke/],
    ['ring.retire', { tenant: 'Acme', ring: 'default', reason: REASON }, /^Retire this key ring/],
    ['key.destroy', { tenant: 'Acme', kid: current, confirm: current }, /^Erase this private key/],
    ['plan.run', { tenant: 'Acme', hash: plan, override: REASON }, /^Run the due steps/],
    ['remote.rotate', { tenant: 'Acme' }, /^Rotate the tenant’s own/],
    [
      'export.private',
      { tenant: 'Acme', kid: current, format: 'pkcs8', to: 'attacker', protection: 'passphrase' },
      /^Hand this private key over/,
    ],
    ['tenant.edit', { tenant: 'Acme', jwksUrl: 'https://attacker.example/?t=x' }, /^Change this tenant/],
    ['tenant.edit', { tenant: 'Acme', environment: 'development' }, /^Change this tenant/],
    ['tenant.rename', { tenant: 'Acme', to: 'Harmless' }, /^Rename this tenant/],
    ['tenant.archive', { tenant: 'Acme', reason: REASON }, /^Archive this tenant/],
    [
      'tenant.add',
      {
        name: 'Mine',
        domain: 'attacker.example',
        environment: 'development',
        endpoint: 'jwks',
        jwksUrl: 'https://attacker.example/',
      },
      /^Add this tenant/,
    ],
  ];
  for (const [channel, args, title] of wishes) {
    const answered = call(page, channel, args);
    const asked = await officer.question();
    await expect(asked.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(asked.getByRole('alertdialog')).toHaveClass(channel === 'tenant.add' ? '' : 'production');
    await officer.decline();
    const answer = await answered;
    expect([channel, answer.error?.code ?? answer.value]).toEqual([
      channel,
      channel === 'export.private' ? null : 'CANCELLED',
    ]);
  }
  expect(await acts(page)).toEqual(before);
});

test('what is typed there counts, not what the page says; one yes is one act', async ({ desk }) => {
  const { officer, page } = desk;
  await production(desk);
  const answered = call(page, 'key.rotateAndRevoke', { tenant: 'Acme', reason: REASON, compromised: true });
  const asked = await officer.question();
  // Without the name it is no yes, however long somebody waits.
  await asked.getByLabel('Reason').fill('found in a build log');
  await asked.getByLabel('Type the tenant’s name').fill('acme');
  await expect(asked.locator('#yes')).toHaveAttribute('aria-disabled', 'true');
  await officer.confirm({ 'Type the tenant’s name': 'Acme' });
  expect(await answered).toMatchObject({ ok: true });
  const audit = JSON.stringify((await call(page, 'audit.list', { limit: 1000 })).value);
  expect(audit).toContain('found in a build log');
  expect(audit).not.toContain(REASON);

  const again = call(page, 'key.rotateAndRevoke', { tenant: 'Acme', reason: REASON });
  await officer.question();
  await officer.decline();
  expect(await again).toMatchObject({ error: { code: 'CANCELLED' } });
});

test('a click that comes too early, a held key and a script are no yes', async ({ desk }) => {
  const { officer, app, page } = desk;
  await production(desk);
  const hash = await hashOf(page);
  const asked = await officer.confirmation();
  // Straight to the main process, as soon as the question is there and past every check of that window's page.
  await asked.evaluate(() => {
    const bridge = Reflect.get(window, 'confirmation') as {
      onQuestion(listener: (asked: { id: string } | null) => void): void;
      answer(id: string, typed: object): Promise<void>;
    };
    bridge.onQuestion((question) => {
      if (question !== null) {
        Object.assign(window, { tooEarly: bridge.answer(question.id, {}).then(() => 'no answer') });
      }
    });
  });
  const answered = call(page, 'publish.push', { tenant: 'Acme', hash });
  const yes = asked.locator('#yes');
  await expect(asked.getByRole('heading', { level: 1, name: /^Push these keys/ })).toBeVisible();
  await yes.click({ force: true });
  expect(await asked.evaluate(() => Reflect.get(window, 'tooEarly') as Promise<string>)).toBe('no answer');
  await expect(yes).toHaveAttribute('aria-disabled', 'false');
  // A script's click in the window's own page, armed.
  await asked.evaluate(() => document.querySelector<HTMLElement>('#yes')?.click());
  // Space that is held down since before: its repeats, and the release that belongs to no press.
  await asked.evaluate(() => document.querySelector<HTMLElement>('#yes')?.focus());
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.getParentWindow() !== null);
    window?.webContents.sendInputEvent({ type: 'keyUp', keyCode: 'Space' });
  });
  await expect(asked.getByRole('heading', { level: 1, name: /^Push these keys/ })).toBeVisible();
  expect(await acts(page)).not.toContain('publish.sent');
  // The window loses the focus: a yes counts no more until it has been seen again.
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.getParentWindow() !== null);
    window?.emit('blur');
  });
  await expect(yes).toHaveAttribute('aria-disabled', 'true');
  await asked.keyboard.press('Escape');
  expect(await answered).toMatchObject({ error: { code: 'CANCELLED' } });
  expect(await acts(page)).not.toContain('publish.sent');
});

test('what is pushed out of sight has to be seen before a yes counts', async ({ desk }) => {
  const { officer, page } = desk;
  await production(desk);
  const asked = await officer.confirmation();
  await asked.evaluate(() => {
    const bridge = Reflect.get(window, 'confirmation') as { onArmed(listener: (armed: boolean) => void): void };
    const armed = new Promise<void>((resolve) => bridge.onArmed((now) => (now ? resolve() : undefined)));
    Object.assign(window, { armed });
  });
  const names = Array.from({ length: 12 }, (_, number) => [`${number}`.repeat(300), true] as const);
  const claims: object = { sub: 'root', aud: 'payroll', ...Object.fromEntries<boolean>(names) };
  const answered = call(page, 'token.sign', { tenant: 'Acme', claims });
  await officer.question();
  await asked.evaluate(() => Reflect.get(window, 'armed') as Promise<void>);
  await expect(asked.getByText(/^There is more below/)).toBeVisible();
  await expect(asked.locator('#yes')).toHaveAttribute('aria-disabled', 'true');
  await asked.locator('#facts').press('End');
  await expect(asked.locator('#yes')).toHaveAttribute('aria-disabled', 'false');
  await officer.decline();
  expect(await answered).toMatchObject({ error: { code: 'CANCELLED' } });
});

test('what it quotes cannot pass for something else', async ({ desk }) => {
  const { officer, page } = desk;
  await production(desk);
  const answered = call(page, 'token.sign', {
    tenant: 'Acme',
    claims: { sub: 'guest\u202Etoor', aud: 'app\u200B\n', 'x\u2066y': 1 },
  });
  const asked = await officer.question();
  await expect(asked.getByText('guest\\u{202e}toor', { exact: true })).toBeVisible();
  await expect(asked.getByText('app\\u{200b}\\u{a}', { exact: true })).toBeVisible();
  expect(await asked.getByRole('alertdialog').innerText()).not.toMatch(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u);
  await officer.decline();
  expect(await answered).toMatchObject({ error: { code: 'CANCELLED' } });
});

test('no script of the page reaches the window', async ({ desk }) => {
  const { officer, app, page } = desk;
  await production(desk);
  await officer.confirmation();
  const reached = await page.evaluate(async () => ({
    bridge: 'confirmation' in window,
    opened: window.open('app://custodian/confirm.html') !== null,
    channels: Object.keys(window.custodian?.calls ?? {}).filter((name) => name.includes('confirmation')),
  }));
  expect(reached).toEqual({ bridge: false, opened: false, channels: [] });
  const processes = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId()),
  );
  expect(new Set(processes).size).toBe(2);
  const seen = await (
    await officer.confirmation()
  ).evaluate(() => ({
    custody: 'custodian' in window,
    node: 'require' in window || 'process' in window,
  }));
  expect(seen).toEqual({ custody: false, node: false });
});

test('what changed meanwhile is refused, and the world stays as it was', async ({ desk }) => {
  const { officer, page } = desk;
  await production(desk);
  const hash = await hashOf(page);
  const push = call(page, 'publish.push', { tenant: 'Acme', hash });
  await officer.question();
  // The addresses of the tenant in question stay as they are, and no second question is piled on the first.
  expect(await call(page, 'tenant.edit', { tenant: 'acme', apiBaseUrl: 'https://b.example/' })).toMatchObject({
    error: { code: 'TENANT_IN_CONVERSATION' },
  });
  expect(await call(page, 'tenant.remove', { tenant: 'Acme' })).toMatchObject({
    error: { code: 'TENANT_IN_CONVERSATION' },
  });
  expect(await call(page, 'token.sign', { tenant: 'Acme', claims: {} })).toMatchObject({
    error: { code: 'CONVERSATION_BUSY' },
  });
  // Routine goes on, and makes it another set.
  expect(await call(page, 'ring.add', { tenant: 'Acme', name: 'more', alg: 'RS256' })).toMatchObject({ ok: true });
  await officer.confirm();
  expect(await push).toMatchObject({ error: { code: 'PUBLISH_CHANGED' } });

  // Such a key needs no backup before it signs.
  expect(await call(page, 'key.generate', { tenant: 'Acme', exportable: false })).toMatchObject({ ok: true });
  const sign = call(page, 'token.sign', { tenant: 'Acme', claims: { sub: 'a' } });
  await officer.question();
  // The key that was shown signs no more.
  expect(await call(page, 'key.rotate', { tenant: 'Acme' })).toMatchObject({ ok: true });
  await officer.confirm();
  expect(await sign).toMatchObject({ error: { code: 'CONFIRMATION_CHANGED' } });
  expect(await acts(page)).not.toContain('key.signed');
});

test('five flows at once are one', async ({ desk }) => {
  const { officer, app, page } = desk;
  const added = call(page, 'tenant.add', {
    name: 'Real',
    environment: 'development',
    domain: 'real.eu.auth0.com',
    endpoint: 'auth0',
    apiBaseUrl: 'http://127.0.0.1:9701/',
  });
  await officer.confirm();
  expect(await added).toMatchObject({ ok: true });
  const order = { tenant: 'Real', kind: 'client-secret', clientId: 'app' };
  const window = officer.secretWindow();
  const all = [1, 2, 3, 4, 5].map(() => call(page, 'credentials.store', order));
  const asked = await window;
  expect(await Promise.race(all)).toMatchObject({ error: { code: 'CONVERSATION_BUSY' } });
  // The place that was shown is the place: the page cannot move it meanwhile.
  expect(await call(page, 'tenant.edit', { tenant: 'Real', apiBaseUrl: 'http://127.0.0.1:9702/evil' })).toMatchObject({
    error: { code: 'TENANT_IN_CONVERSATION' },
  });
  await expect(asked.getByText('http://127.0.0.1:9701')).toBeVisible();
  await officer.typeSecret(asked, 'Client secret', 'correct-horse-battery');
  const answers = await Promise.all(all);
  expect(answers.filter(({ ok }) => ok)).toMatchObject([{ value: { origin: 'http://127.0.0.1:9701' } }]);
  expect(answers.filter(({ error }) => error?.code === 'CONVERSATION_BUSY')).toHaveLength(4);
  const left = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(left).toBe(2);
});

test('a file that was only inspected is not taken without a yes, whatever the tenant', async ({ desk }) => {
  const { officer, folder, page } = desk;
  await officer.addTenant(ACME);
  const file = path.join(folder, 'partner.pem');
  const options = ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'];
  writeFileSync(file, execFileSync('openssl', options, { stdio: ['ignore', 'pipe', 'ignore'] }));
  chmodSync(file, 0o644);
  await officer.answerOpenDialog(file);
  expect(await call(page, 'file.inspect', {})).toMatchObject({ ok: true });
  const wish = { tenant: 'Acme', as: 'previous', inspected: true, kid: 'partner' };
  const no = call(page, 'key.import', wish);
  const asked = await officer.question();
  for (const fact of ['partner.pem', 'PKCS#8 PEM', 'partner', 'default', 'a previous key']) {
    await expect(asked.getByText(fact, { exact: true })).toBeVisible();
  }
  await officer.decline();
  expect(await no).toEqual({ ok: true, value: null });
  expect(await acts(page)).not.toContain('key.imported');
  const yes = call(page, 'key.import', wish);
  await officer.confirm();
  expect(await yes).toMatchObject({ ok: true });
  expect(await acts(page)).toContain('key.imported');
});

test('on development nobody is asked', async ({ desk }) => {
  const { officer, page } = desk;
  await officer.addTenant(ACME);
  expect(await call(page, 'publish.push', { tenant: 'Acme', hash: await hashOf(page) })).toMatchObject({ ok: true });
  expect(await call(page, 'token.sign', { tenant: 'Acme', claims: { sub: 'a' } })).toMatchObject({ ok: true });
  expect(await call(page, 'tenant.edit', { tenant: 'Acme', customDomain: 'login.acme.example' })).toMatchObject({
    ok: true,
  });
  expect(await call(page, 'key.rotateAndRevoke', { tenant: 'Acme', reason: 'a rehearsal' })).toMatchObject({
    ok: true,
  });
});
