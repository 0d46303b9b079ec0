// The whole way by keys alone: the first tenant of production, a passphrase, a backup that two of three people open, a drill of it;
// then the machine is lost, and on another one, with a home and a keyring that know nothing, two sheets of paper bring it back.
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { ordinaryUser, startDesktopSession } from '../../build/linux-session/desktop-session.mjs';
import { launchApp } from '../../build/launch-app.mjs';
import { Officer } from '../../build/officer.mjs';
import { SCREENSHOTS, test } from './desk.ts';

const ACME = { name: 'Acme', domain: 'acme.eu.auth0.com', customDomain: 'id.acme.example', environment: 'Production' };
const BACKUP = 'key-custodian-backup.age';
const PASSPHRASE = 'Grüße, correct horse battery';

/** The system's own dialogs: everything is saved into the folder under its suggested name; a picture of a printer. */
async function answerTheSystem({ app, folder }: { app: ElectronApplication; folder: string }): Promise<void> {
  await app.evaluate(
    ({ app: electron, dialog }, { place, backup }) => {
      const shared = globalThis as { chosen?: string; printed?: number; buttons?: number[] };
      dialog.showSaveDialog = async (...given: unknown[]) => {
        const { defaultPath = '' } = given.at(-1) as { defaultPath?: string };
        return { canceled: false, filePath: `${place}/${defaultPath}` };
      };
      dialog.showOpenDialog = async (...given: unknown[]) => {
        const { filters = [] } = given.at(-1) as { filters?: { extensions: string[] }[] };
        const isBackup = filters.some(({ extensions }) => extensions.includes('age'));
        return { canceled: false, filePaths: [isBackup ? `${place}/${backup}` : (shared.chosen ?? '')] };
      };
      // The first sheet is printed, the others are saved.
      shared.buttons = [0, 1, 1];
      dialog.showMessageBox = async () => ({ response: shared.buttons?.shift() ?? 2, checkboxChecked: false });
      electron.on('web-contents-created', (_event, contents) => {
        const print = async (done?: (printed: boolean, why: string) => void): Promise<void> => {
          const pdf = await contents.printToPDF({});
          shared.printed = pdf.length;
          done?.(true, '');
        };
        contents.print = (_options, done) => void print(done);
      });
    },
    { place: folder, backup: BACKUP },
  );
}

const wordsOn = (sheet: string): string =>
  [...readFileSync(sheet, 'utf8').matchAll(/<li>([a-z]+)<\/li>/g)].map(([, word]) => word).join(' ');

/** Types one share, and has the other read from its file. */
async function giveShares({ app, officer }: { app: ElectronApplication; officer: Officer }, sheets: string[]) {
  const [typed = '', chosen = ''] = sheets;
  const page = await officer.secretWindow();
  await page.getByLabel('Words or code').pressSequentially(wordsOn(typed));
  await app.evaluate((_electron, file) => {
    (globalThis as { chosen?: string }).chosen = file;
  }, chosen);
  const second = officer.secretWindow();
  await pressAndGone(page, 'Next');
  const other = await second;
  await pressAndGone(other, 'From a file or picture…');
}

/** The window may be gone before the driver has seen the key come up again. */
const pressAndGone = (page: Page, name: string) => press(page, name).catch(() => undefined);

const press = (page: Page, name: string) => page.getByRole('button', { name }).press('Enter');

test('a lost machine comes back from two sheets of paper', async ({ desk }) => {
  test.setTimeout(240_000);
  const { app, officer, folder, page } = desk;
  await officer.addTenant(ACME);
  await page.getByText('Production keys lie in the keychain as they are').waitFor();
  await officer.typePassphrase(() => press(page, 'Set a vault passphrase'), PASSPHRASE);
  await expect(page.getByRole('complementary').getByText('Unlocked')).toBeVisible();
  await answerTheSystem(desk);
  await officer.goTo('#/backup');
  await expect(page.getByText('2 keys are in no backup')).toBeVisible();

  await press(page, 'Back up for shares…');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Who gets a share').pressSequentially('Alice\nBob\nCarol');
  await officer.photograph(path.join(SCREENSHOTS, 'backup-shares.png'));
  await dialog.getByRole('button', { name: 'Make the backup…' }).press('Enter');
  // A backup holds every key, so it takes the passphrase once more.
  await officer.confirm({ 'Vault passphrase': PASSPHRASE });
  // The backup is on record before its last sheet is given out; the dialog stays until all are.
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Every key that may leave the keychain is in a backup.')).toBeVisible();
  const sheets = readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => path.join(folder, name));
  expect(sheets).toHaveLength(2);
  expect(existsSync(path.join(folder, BACKUP))).toBe(true);
  expect(await app.evaluate(() => (globalThis as { printed?: number }).printed)).toBeGreaterThan(10_000);

  await page.getByLabel('It is opened by').selectOption('shares');
  const giving = giveShares(desk, sheets);
  await press(page, 'Drill a backup…');
  await giving;
  await expect(page.getByText(`The drill passed: ${BACKUP}`)).toBeVisible();
  await officer.photograph(path.join(SCREENSHOTS, 'backup-drilled.png'));
  await app.close();

  const session = await startDesktopSession({ display: true, keyring: 'unlocked', user: await ordinaryUser() });
  try {
    const safe = session.folder('safe');
    const brought = [BACKUP, ...sheets.map((sheet) => path.basename(sheet))];
    for (const name of brought) {
      copyFileSync(path.join(folder, name), path.join(safe, name));
      // Of root's, where the app is another's.
      chmodSync(path.join(safe, name), 0o644);
    }
    const there = await launchApp({ session, dataDir: session.folder('data') });
    await onTheNewMachine(
      there,
      safe,
      brought.slice(1).map((name) => path.join(safe, name)),
    );
    await there.close();
  } finally {
    await session.stop();
  }
});

async function onTheNewMachine(app: ElectronApplication, folder: string, sheets: string[]): Promise<void> {
  const officer = await Officer.at(app);
  const { page } = officer;
  await answerTheSystem({ app, folder });
  await officer.goTo('#/backup');
  await page.getByLabel('It is opened by').selectOption('shares');
  const giving = giveShares({ app, officer }, sheets);
  await press(page, 'Look into a backup…');
  await giving;
  const table = page.getByRole('table', { name: /What a restore would do/ });
  await expect(table.getByRole('row', { name: /^Acme New: comes in/ })).toBeVisible();
  await officer.photograph(path.join(SCREENSHOTS, 'backup-preview.png'));

  await press(page, 'Restore…');
  const asked = await officer.question();
  await expect(asked.getByText('Acme')).toBeVisible();
  await officer.confirm();
  await expect(page.getByText('Restored: 1 tenant')).toBeVisible();
  await expect(page.getByText(/^The audit chain is whole/)).toBeVisible();
  await officer.photograph(path.join(SCREENSHOTS, 'backup-restored.png'));
  await page.getByRole('link', { name: 'Prove Acme' }).press('Enter');
  await expect(page).toHaveURL(/#\/tenant\/Acme\/publish$/);

  // The proof that needs no network: what came back signs, and what is public verifies it.
  const signing = call(page, 'token.sign', { tenant: 'Acme', claims: { sub: 'restored' }, ttl: 60 });
  await officer.confirm();
  const { jws } = (await signing) as { jws: string };
  expect(await call(page, 'token.read', { tenant: 'Acme', jws })).toMatchObject({ accepted: true });
}

/** A call of the page's own bridge. */
async function call(page: Page, channel: string, args: object): Promise<unknown> {
  const answer = await page.evaluate(
    async ([name, given]) => {
      const bridge = Reflect.get(window, 'custodian') as { calls: Record<string, (args: object) => Promise<unknown>> };
      return bridge.calls[name]?.(given);
    },
    [channel, args] as const,
  );
  expect(answer, channel).toMatchObject({ ok: true });
  return (answer as { value: unknown }).value;
}
