// From the empty window to the first proven push, for each kind of endpoint, as somebody who sees it for the first time: by
// keyboard alone, and on every screen by its one filled button, so that the way has no dead end.
import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { createSandbox } from '../../main/sandbox/sandbox.ts';
import { startJwksServer } from '../support/jwks-server.ts';
import { type Desk, test } from './desk.ts';
import { Keyboard } from './hands-off-mouse.ts';

/** Who has never been here: sees the screen, and does what it says is due. */
class Newcomer {
  readonly page: Page;
  readonly #keyboard: Keyboard;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.page = desk.officer.page;
    this.#keyboard = new Keyboard(this.page);
  }

  async begin(): Promise<void> {
    await this.page.setViewportSize({ width: 1024, height: 700 });
    await this.page.emulateMedia({ reducedMotion: 'reduce' });
    await this.#keyboard.listen();
    await this.#keyboard.enter(this.page.getByRole('link', { name: 'Add your first tenant' }));
    await this.#keyboard.arrivedAt('Add a tenant');
  }

  choose = (target: Locator): Promise<void> =>
    this.#keyboard.tabTo(target).then(() => this.page.keyboard.press('Space'));

  async type(fields: Record<string, string>): Promise<void> {
    for (const [name, text] of Object.entries(fields)) {
      await this.#keyboard.type(this.page.getByRole('textbox', { name, exact: true }), text);
    }
  }

  /** Presses the filled button, which is in sight without scrolling. */
  async due(name: string | RegExp): Promise<void> {
    const button = this.page
      .locator('main .mantine-Button-root, .foot-bar .mantine-Button-root')
      .and(this.page.locator(':not([data-variant]), [data-variant="filled"]'));
    await expect(button).toHaveCount(1);
    await expect(button).toHaveText(name);
    await expect(button).toBeInViewport({ ratio: 1 });
    await this.#keyboard.enter(button);
  }

  /** The same by its own key. */
  async foot(name: string): Promise<void> {
    await expect(this.page.locator('.foot-bar').getByText(name, { exact: true })).toBeVisible();
    await this.press('Control+Enter');
    await expect(this.page.locator(':focus')).toHaveText(name);
    await this.press('Enter');
  }

  async yes(): Promise<void> {
    const asked = await this.#desk.officer.question();
    const yes = asked.locator('#yes');
    await expect(yes).toHaveAttribute('aria-disabled', 'false');
    await new Keyboard(asked).enter(yes);
  }

  /** What `act` makes the main process ask for is typed there. */
  async secret(label: string, secret: string, act: () => Promise<void>): Promise<void> {
    const { officer } = this.#desk;
    const [asked] = await Promise.all([officer.secretWindow(), act()]);
    await officer.typeSecret(asked, label, secret);
  }

  press = (key: string): Promise<void> => this.page.keyboard.press(key);
  arrivedAt = (heading: string): Promise<void> => this.#keyboard.arrivedAt(heading);

  /** To the end, from the rings of the tenant that was added. */
  async pushAndProve(tenant: string): Promise<void> {
    await this.due(`Push to ${tenant}`);
    await expect(this.page.getByText(/^Published and read back/)).toBeInViewport();
    await this.due('Prove from outside');
    await expect(this.page.getByText('Proven', { exact: true }).first()).toBeInViewport();
    expect(await this.#keyboard.pointerEvents()).toEqual([]);
  }
}

/** Of a key with which the tenant itself signs, and which nobody keeps. */
function ownCertificate(domain: string): Uint8Array {
  const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', '/dev/null'];
  const args = ['req', '-x509', ...key, '-outform', 'der', '-days', '30', '-subj', `/CN=${domain}`];
  return execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'] });
}

test('a tenant in the sandbox', async ({ desk }) => {
  const newcomer = new Newcomer(desk);
  await newcomer.begin();
  await newcomer.type({ Name: 'Acme', Domain: 'acme.eu.auth0.com', 'Custom domain': 'login.acme.example' });
  await newcomer.due('Add tenant');
  await newcomer.arrivedAt('Key rings');
  await newcomer.due('Preview and push…');
  await newcomer.arrivedAt('Publish');
  await newcomer.pushAndProve('Acme');
});

test('a tenant at Auth0, whose credentials are asked for on the way', async ({ desk }) => {
  const domain = 'acme.eu.auth0.com';
  const customDomain = 'login.acme.example';
  const auth0 = createSandbox({
    folder: path.join(desk.folder, 'auth0'),
    clock: { now: () => new Date() },
    random: { uuid: randomUUID, bytes: (length) => randomBytes(length) },
    makeOwnKey: async () => ownCertificate(domain),
  });
  const { url } = await auth0.start();
  try {
    const { clientId, clientSecret } = await auth0.register({ domain, customDomain });
    const newcomer = new Newcomer(desk);
    const { page } = newcomer;
    await newcomer.begin();
    await newcomer.choose(page.getByRole('radio', { name: /^Auth0/ }));
    await newcomer.choose(page.getByRole('radio', { name: 'Development' }));
    await newcomer.type({ Name: 'Acme', Domain: domain, 'Custom domain': customDomain });
    await newcomer.type({
      'Management API': `${url}/${domain}/api/v2`,
      'Public key set': `${url}/${customDomain}/.well-known/jwks.json`,
    });
    await newcomer.due('Add tenant');
    await newcomer.yes();
    await newcomer.arrivedAt('Key rings');
    await newcomer.foot('Preview and push…');
    await newcomer.arrivedAt('Publish');
    await newcomer.due('To the settings of the tenant');
    await newcomer.arrivedAt('Settings');
    await expect(page.getByText('read:custom_signing_keys create:custom_signing_keys')).toBeVisible();
    await newcomer.due('Set client secret…');
    await newcomer.type({ 'Client id': clientId });
    await newcomer.secret('Client secret', clientSecret, () => newcomer.press('Enter'));
    await newcomer.due('Preview and push…');
    await newcomer.arrivedAt('Publish');
    await newcomer.pushAndProve('Acme');
  } finally {
    await auth0.stop();
  }
});

test('a plain JWKS endpoint behind a token', async ({ desk }) => {
  const token = 'bearer-token.0123456789';
  const server = await startJwksServer({ authorization: `Bearer ${token}` });
  try {
    const newcomer = new Newcomer(desk);
    const { page } = newcomer;
    await newcomer.begin();
    await newcomer.choose(page.getByRole('radio', { name: /^JWKS endpoint/ }));
    await newcomer.choose(page.getByRole('radio', { name: 'Development' }));
    await newcomer.type({ Name: 'Acme', Domain: 'acme.example' });
    await newcomer.type({ 'Written at': server.writeUrl, 'Read at': server.publicUrl });
    await newcomer.due('Add tenant');
    await newcomer.yes();
    await newcomer.arrivedAt('Key rings');
    await newcomer.due('Preview and push…');
    await newcomer.arrivedAt('Publish');
    await newcomer.due('To the settings of the tenant');
    await newcomer.arrivedAt('Settings');
    await newcomer.secret('Token', token, () => newcomer.due('Set token…'));
    await newcomer.due('Preview and push…');
    await newcomer.arrivedAt('Publish');
    await newcomer.pushAndProve('Acme');
  } finally {
    await server.close();
  }
});
