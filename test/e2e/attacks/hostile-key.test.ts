// Keys that ended the window: one whose test signature fails inside BoringSSL, and points at infinity. The window says what
// is wrong and goes on.
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { hostileEcKeys, hostileRsaKeys } from '../../support/hostile-keys.ts';
import { hostilePublicFiles } from '../../support/hostile-public.ts';
import { test } from '../desk.ts';

test('the window survives a key that cannot sign and points that are none, and says so', async ({ desk }) => {
  const { app, officer, folder, page } = desk;
  await officer.addTenant({ name: 'Acme', domain: 'acme.eu.auth0.com', customDomain: 'id.acme.example' });
  const files = [...hostileRsaKeys(), ...hostileEcKeys(), ...hostilePublicFiles()];
  const wanted: [name: string, said: RegExp][] = [
    ['RSA: n = 3·q', /two primes are not of one size/],
    ['RSA: three primes told as two', /primes are not primes|numbers do not belong together/],
    ['P-256: a point at infinity', /public key is no key of its kind/],
    ['P-256 public key: a point at infinity', /no point of its curve/],
    ['P-384 request: a point at infinity', /no point of its curve/],
    ['P-521 certificate: a point at infinity', /no point of its curve/],
  ];
  await officer.goTo('#/inspect');
  for (const [index, [name, said]] of wanted.entries()) {
    const file = path.join(folder, `hostile-${index}.der`);
    writeFileSync(file, files.find((each) => each.name === name)?.file ?? Buffer.of());
    chmodSync(file, 0o644);
    await officer.answerOpenDialog(file);
    await page.getByRole('button', { name: /^Choose (a|another) file…$/ }).click();
    await expect(page.getByRole('region', { name: `hostile-${index}.der` })).toBeVisible();
    await expect(page.getByText(said).first()).toBeVisible();
  }

  // Past the inspection, straight at the import: what inspection says protects nobody who does not read it.
  await officer.answerOpenDialog(path.join(folder, 'hostile-0.der'));
  const answer = await page.evaluate(() =>
    window.custodian?.calls['key.import']({ tenant: 'Acme', ring: 'default', as: 'previous' }),
  );
  expect(answer).toMatchObject({ ok: false, error: { code: 'KEY_WEAK' } });
  expect(await app.evaluate(({ app: electron }) => electron.isReady())).toBe(true);
  await officer.goTo('#/inspect');
  await expect(page.getByRole('button', { name: /^Choose (a|another) file…$/ })).toBeVisible();
});
