// Which file is read is for a person to say. The page points at what was dropped, the browser process tells the main process
// where it lies, and nobody else can: not the page, and not code that speaks to the main process without it.
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { launchApp } from '../../../build/launch-app.mjs';
import { Officer } from '../../../build/officer.mjs';
import { type Desk, ownSession, test } from '../desk.ts';

const NOTHING = { ok: false, error: { code: 'INPUT_INVALID' } };

/** As a file manager does it. */
async function drop({ app, officer }: Desk, ...files: string[]): Promise<void> {
  const devtools = await app.context().newCDPSession(officer.page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
  await devtools.detach();
}

function keyFile(folder: string, name: string): string {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const file = path.join(folder, name);
  writeFileSync(file, publicKey.export({ type: 'spki', format: 'pem' }));
  return file;
}

test('what a person drops is inspected, also the same file again', async ({ desk }) => {
  const { page } = desk.officer;
  const [first, second] = [keyFile(desk.folder, 'a b#?%ü.pem'), keyFile(desk.folder, 'other.pem')];
  for (const [file, name] of [
    [first, 'a b#?%ü.pem'],
    [second, 'other.pem'],
    [first, 'a b#?%ü.pem'],
    [first, 'a b#?%ü.pem'],
  ] as const) {
    await page.evaluate("location.hash = '#/audit'");
    await expect(page.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible();
    await drop(desk, file);
    await expect(page.getByRole('region', { name })).toContainText('SubjectPublicKeyInfo PEM');
  }
  await drop(desk, path.join(desk.folder, 'gone.pem'));
  await expect(page.getByRole('alert').first()).toBeVisible();
  mkdirSync(path.join(desk.folder, 'folder'));
  await drop(desk, path.join(desk.folder, 'folder'));
  await expect(page.getByRole('alert').first()).toContainText('folder');
});

test('dropping grants the page nothing: the file cannot be written', async ({ desk }) => {
  const { page } = desk.officer;
  const file = keyFile(desk.folder, 'mine.pem');
  const before = readFileSync(file, 'utf8');
  await page.evaluate(() => {
    document.addEventListener('drop', ({ dataTransfer }) => {
      const [item] = dataTransfer?.items ?? [];
      const take: unknown = Reflect.get(item ?? {}, 'getAsFileSystemHandle');
      Reflect.set(window, 'stolen', typeof take === 'function' ? take.call(item) : null);
    });
  });
  await drop(desk, file);
  await expect(page.getByRole('region', { name: 'mine.pem' })).toBeVisible();
  const result = await page.evaluate(async () => {
    interface Stolen {
      queryPermission(wish: object): Promise<string>;
      createWritable(): Promise<unknown>;
    }
    const stolen = (await Reflect.get(window, 'stolen')) as Stolen;
    // The question is not answered, so what waits for the answer waits for ever.
    const writing = stolen.createWritable().then(
      () => 'written',
      () => 'refused',
    );
    const written = await Promise.race([writing, new Promise((resolve) => setTimeout(resolve, 2000, 'nothing'))]);
    return [await stolen.queryPermission({ mode: 'readwrite' }), written];
  });
  expect(result).toEqual(['prompt', 'nothing']);
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('no call takes a path, however it is made, and none tells whether a file exists', async ({ desk }) => {
  const { app, folder, page } = desk;
  // What an exploit in the page's process has: the bare channel, with any arguments.
  const exploit = path.join(folder, 'exploit.cjs');
  writeFileSync(
    exploit,
    `const { contextBridge, ipcRenderer } = require('electron');
     contextBridge.exposeInMainWorld('raw', (channel, ...args) => ipcRenderer.invoke(channel, ...args));`,
  );
  await app.evaluate(({ BrowserWindow }, file) => {
    const { session } = BrowserWindow.getAllWindows().find((one) => one.getParentWindow() === null)?.webContents ?? {};
    session?.setPreloads([file]);
  }, exploit);
  await page.reload();
  await page.getByRole('navigation').first().waitFor();
  const raw = (args: unknown): Promise<unknown> =>
    page.evaluate(
      (given) =>
        (Reflect.get(window, 'raw') as (...all: unknown[]) => Promise<unknown>)('custodian:file.inspectDropped', given),
      args,
    );
  const answers = [];
  for (const args of [{ path: '/etc/passwd' }, { path: '/etc/shadow' }, { path: '/nowhere' }, '/etc/passwd', {}]) {
    answers.push(await raw(args));
  }
  for (const answer of answers) {
    expect(answer).toMatchObject(NOTHING);
  }
  const [existing, forbidden, missing] = answers.map((answer) => JSON.stringify(answer));
  expect([forbidden, missing]).toEqual([existing, existing]);
  expect(await page.evaluate(() => window.custodian?.calls['file.inspectDropped']({}))).toMatchObject(NOTHING);
});

test('a drop that the page makes up, and a file of its own making, is no file', async ({ desk }) => {
  const { page } = desk.officer;
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], '/etc/passwd'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  });
  await expect(page.getByRole('alert').first()).toContainText('no file on this machine');
});

test('what a page keeps is gone at the next start', async () => {
  const session = ownSession();
  const dataDir = session.folder('data');
  const kept: (string | null)[] = [];
  for (const _start of [1, 2]) {
    const app = await launchApp({ session, dataDir });
    const { page } = await Officer.at(app);
    kept.push(await page.evaluate(() => localStorage.getItem('kept')));
    await page.evaluate(() => localStorage.setItem('kept', 'secret'));
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.getParentWindow() === null)
        ?.webContents.session.flushStorageData(),
    );
    await app.close();
  }
  expect(kept).toEqual([null, null]);
});
