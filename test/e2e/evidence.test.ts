// The evidence report from the window: what a page of ours prints is drawn by the window's own engine, so it is tried in it.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { ACME, test } from './desk.ts';

test('an evidence report is saved as a page, the page as it prints, and what signs both', async ({ desk }) => {
  const { app, officer, folder, page } = desk;
  await app.evaluate(({ app: electron }) => {
    electron.on('web-contents-created', (_event, contents) => {
      const kept = globalThis as { drawn?: Promise<string[]> };
      kept.drawn = new Promise((resolve) => {
        contents.once('dom-ready', () => {
          const request = contents.session.fetch('http://127.0.0.1:9/').then(String, String);
          void request.then((answer) => resolve([contents.getURL(), answer]));
        });
      });
    });
  });
  await officer.addTenant(ACME);
  await page.getByRole('link', { name: 'Audit' }).click();
  await page.getByRole('button', { name: 'Evidence report…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Evidence report' });
  await dialog.getByRole('combobox', { name: 'Tenant' }).click();
  await page.getByRole('option', { name: 'Acme' }).click();
  await dialog.getByLabel('From the day').fill('2020-01-01');
  await dialog.getByLabel('Before the day').fill('2100-01-01');
  const report = path.join(folder, 'acme-evidence');
  await officer.answerSaveDialog(report);
  await dialog.getByRole('button', { name: 'Make the report…' }).click();
  await expect(page.getByText(/^acme-evidence: \d+ entries, signed by this device/)).toBeVisible();
  // It is drawn where nothing else is, and nothing leaves that place.
  const drawn = await app.evaluate(() => (globalThis as { drawn?: Promise<string[]> }).drawn);
  expect(drawn).toEqual(['app://custodian/printed.html', expect.stringContaining('ERR_BLOCKED_BY_CLIENT')]);
  expect(readdirSync(report).toSorted()).toEqual(['evidence.html', 'evidence.json', 'evidence.pdf']);
  const pdf = readFileSync(path.join(report, 'evidence.pdf'));
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(5000);
  const script = path.resolve(import.meta.dirname, '../../docs/guide/verify-audit.mjs');
  const said = execFileSync(process.execPath, [script, path.join(report, 'evidence.json')], { encoding: 'utf8' });
  expect(said).toMatch(/evidence\.html is what was signed\.\nevidence\.pdf is what was signed\./);
});
