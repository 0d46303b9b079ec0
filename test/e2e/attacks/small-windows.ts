// Every window that the program shows: the page, the one that confirms, and the one that asks for a secret, which is open.
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Officer } from '../../../build/officer.mjs';

export async function everyWindow(officer: Officer, folder: string): Promise<Page[]> {
  const { page } = officer;
  const confirmation = await officer.confirmation();
  const file = path.join(folder, 'protected.pem');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const protection = { cipher: 'aes-256-cbc', passphrase: 'correct horse' };
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem', ...protection }), { mode: 0o644 });
  await officer.answerOpenDialog(file);
  await page.evaluate(() => window.custodian?.calls['file.inspect']({}));
  const [secret] = await Promise.all([
    officer.secretWindow(),
    // Not awaited: it answers when the window is closed.
    page.evaluate(() => void window.custodian?.calls['file.inspectOpened']({})),
  ]);
  await secret.getByLabel('Passphrase', { exact: true }).waitFor();
  return [page, confirmation, secret];
}
