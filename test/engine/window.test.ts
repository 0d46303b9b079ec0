// The officer's main job, the windows that ask, and every screen: the shipped page in the system's Chromium, over the real acts, a
// registry on the disk, the real keychain and a sandbox tenant in the Node of this process.
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hrefOf, routeTo } from '../../renderer/state/route.ts';
import { DEFAULT_TERMS } from '../../shared/domain/timing/policy.ts';
import { EXPORT_FORMATS } from '../../shared/domain/formats.ts';
import { SCREEN_NAMES } from '../../shared/screens.ts';
import { withStillBand } from '../support/still-band.ts';
import { type EngineDesk, openEngineDesk } from './desk.ts';

const KID = 'device-fleet-2024';
const REASON = 'all devices have the new certificate';
const PASSPHRASE = 'correct horse battery';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let desk: EngineDesk;
beforeAll(async () => {
  desk = await openEngineDesk();
  console.log(desk.engine);
});
afterAll(() => desk.close());

function keyFile(name: string, passphrase?: string): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const file = path.join(desk.folder, name);
  const protection = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem', ...protection }));
  return file;
}

/** An act, as the page asks for it. */
async function ask(channel: string, args: object): Promise<unknown> {
  const answer = await desk.officer.page.evaluate(
    ([name, given]) => {
      const bridge: unknown = Reflect.get(window, 'custodian');
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the preload script exposes
      return (bridge as { calls: Record<string, (args: object) => Promise<object>> }).calls[name]?.(given);
    },
    [channel, args] as const,
  );
  expect(answer).toMatchObject({ ok: true });
  return Reflect.get(answer ?? {}, 'value');
}

test('an own key is imported, published, proven, exported, rotated and revoked', async () => {
  const { officer, folder } = desk;
  await officer.addTenant({ name: 'Acme', domain: 'acme.eu.auth0.com', customDomain: 'id.acme.example' });
  await officer.importKey({ tenant: 'Acme', file: keyFile('own.pem'), as: 'Current', kid: KID });
  await officer.ring('default').getByText('Imported (PKCS#8 PEM)').waitFor();
  await officer.push('Acme');
  await officer.prove('Acme');
  for (const format of EXPORT_FORMATS) {
    const { bytes } = await officer.saveFormat({ tenant: 'Acme', kid: KID, format, into: folder });
    expect({ format, isEmpty: bytes.length < 50 }).toEqual({ format, isEmpty: false });
  }
  expect(readFileSync(path.join(folder, 'acme.jwks'), 'utf8')).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
  await officer.rotate({ tenant: 'Acme', reason: 'yearly rotation' });
  await officer.revoke({ tenant: 'Acme', kid: KID, reason: REASON });
  await officer.push('Acme');
  await officer.goTo('#/audit');
  await officer.page.getByRole('button', { name: /verify/i }).click();
  await officer.page
    .getByText(/whole|unbroken|intact/i)
    .first()
    .waitFor();
  expect(desk.complaints()).toEqual([]);
});

test('what matters on production is asked in the window that confirms, and a no is a no', async () => {
  const { officer } = desk;
  const { page } = officer;
  const bank = {
    name: 'Bank',
    domain: 'bank.eu.auth0.com',
    customDomain: 'id.bank.example',
    environment: 'Production',
  };
  await officer.addTenant(bank);
  const signed = () =>
    page.evaluate(() => window.custodian?.calls['token.sign']({ tenant: 'Bank', claims: { sub: 'a' }, ttl: 60 }));
  const refused = signed();
  await officer.decline();
  expect(await refused).toMatchObject({ ok: false });
  const agreed = signed();
  await officer.confirm();
  expect(await agreed).toMatchObject({ ok: true });
  expect(desk.complaints()).toEqual([]);
});

test('a passphrase is typed in the window for secrets, and opens a protected file', async () => {
  const { officer } = desk;
  const { page } = officer;
  await officer.goTo('#/inspect');
  await officer.answerOpenDialog(keyFile('partner.pem', PASSPHRASE));
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  const open = () => page.getByRole('button', { name: 'Open with passphrase…' }).click();
  await officer.typePassphrase(open, 'another one entirely');
  await page
    .getByText(/passphrase does not open/)
    .first()
    .waitFor();
  await officer.typePassphrase(open, PASSPHRASE);
  await page.getByRole('button', { name: 'Import into…' }).waitFor();
  expect(desk.complaints()).toEqual([]);
});

/** Goes to every screen, and calls back when it is drawn. */
async function tour(look: (screen: string) => Promise<void>): Promise<void> {
  const { officer } = desk;
  const { page } = officer;
  await ask('policy.set', { name: 'Careful', terms: DEFAULT_TERMS.development });
  const named = { tenant: 'Acme', ring: 'default', kid: KID, name: 'Careful' };
  for (const screen of SCREEN_NAMES) {
    await officer.goTo(hrefOf(routeTo(screen, { ...named, format: screen === 'export' ? 'pem' : 'jwks' })));
    await page.locator('main h1:focus').waitFor();
    await page.locator('main .mantine-Skeleton-root').first().waitFor({ state: 'detached' });
    await look(screen);
  }
}

test('every screen is drawn, and passes axe', async () => {
  const { page } = desk.officer;
  const seen: string[] = [];
  await tour(async (screen) => {
    const { violations } = await withStillBand(page, () =>
      new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze(),
    );
    seen.push(
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${screen}: ${id}: ${target.join(' ')}`)),
    );
  });
  expect(seen).toEqual([]);
  expect(desk.complaints()).toEqual([]);
});

test('every screen is drawn in German', async () => {
  const { officer } = desk;
  await officer.goTo('#/settings');
  await officer.page.getByRole('radio', { name: 'Deutsch' }).check();
  await officer.page.locator('html[lang="de"]').waitFor();
  const headings: string[] = [];
  await tour(async () => void headings.push(await officer.page.locator('main h1').innerText()));
  expect(headings).toEqual(expect.arrayContaining(['Schlüsselringe', 'Einstellungen']));
  expect(desk.complaints()).toEqual([]);
});
