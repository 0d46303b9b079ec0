// The page reads no clipboard by itself, by neither of its doors. A person's own paste into a field works as ever.
import { expect } from '@playwright/test';
import { test } from '../desk.ts';

const SECRET = '-----BEGIN PRIVATE KEY----- from the clipboard';

test('no script reads the clipboard, by the old commands or the new interface', async ({ desk }) => {
  const { app, page } = desk;
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), SECRET);
  const seen = await page.evaluate(async () => {
    const taken: string[] = [];
    const area = document.body.appendChild(document.createElement('textarea'));
    const rich = document.body.appendChild(document.createElement('div'));
    rich.contentEditable = 'true';
    addEventListener('paste', (event) => taken.push(event.clipboardData?.getData('text') ?? ''), { capture: true });
    for (const field of [area, rich]) {
      for (const command of ['paste', 'pasteAndMatchStyle', 'pasteAsPlainText', 'pasteGlobalSelection', 'yank']) {
        field.focus();
        taken.push(String(document.execCommand(command)), String(document.queryCommandEnabled(command)));
      }
    }
    for (const read of [() => navigator.clipboard.readText(), () => navigator.clipboard.read()]) {
      taken.push(
        await read().then(
          () => 'read',
          (error: unknown) => (error instanceof Error ? error.name : 'other'),
        ),
      );
    }
    const shown = area.value + rich.textContent;
    area.remove();
    rich.remove();
    return [...new Set([...taken, shown])].sort();
  });
  expect(seen).toEqual(['', 'NotAllowedError', 'false']);
  await app.evaluate(({ clipboard }) => clipboard.clear());
});

test('no script writes the clipboard, unless a person has just clicked or typed: then by the old command alone', async ({
  desk,
}) => {
  const { app, officer } = desk;
  const mine = 'what the officer copied';
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), mine);
  const onClipboard = () => app.evaluate(({ clipboard }) => clipboard.readText());
  const devtools = await app.context().newCDPSession(officer.page);
  async function run(expression: string, userGesture: boolean): Promise<unknown> {
    const options = { expression, userGesture, awaitPromise: true, returnByValue: true };
    return (await devtools.send('Runtime.evaluate', options)).result.value;
  }
  // The driver's own scripts count as a gesture, which lasts some seconds.
  await expect.poll(() => run('navigator.userActivation.isActive', false)).toBe(false);
  expect(await run(WRITING, false)).toEqual([false, false, 'NotAllowedError', 'NotAllowedError']);
  expect(await onClipboard()).toBe(mine);
  // As Ctrl+C does, which no page can be kept from hearing.
  expect(await run(WRITING, true)).toEqual([true, true, 'NotAllowedError', 'NotAllowedError']);
  expect(await onClipboard()).toBe('swapped');
  await app.evaluate(({ clipboard }) => clipboard.clear());
});

const WRITING = `(async () => {
  const area = document.body.appendChild(document.createElement('textarea'));
  area.value = 'swapped';
  area.select();
  const tried = [document.execCommand('copy'), document.execCommand('cut')];
  const item = new ClipboardItem({ 'text/plain': 'swapped' });
  for (const write of [() => navigator.clipboard.writeText('swapped'), () => navigator.clipboard.write([item])]) {
    tried.push(await write().then(() => 'written', (error) => error.name));
  }
  area.remove();
  return tried;
})()`;

test('a person pastes into a field, by the keys and by the menu', async ({ desk }) => {
  const { app, officer, page } = desk;
  await officer.goTo('#/add');
  const field = page.getByRole('textbox', { name: 'Name', exact: true });
  await app.evaluate(({ clipboard }) => clipboard.writeText('Acme'));
  await field.focus();
  await page.keyboard.press('Control+v');
  await expect(field).toHaveValue('Acme');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.getParentWindow() === null)
      ?.webContents.paste(),
  );
  await expect(field).toHaveValue('AcmeAcme');
  await app.evaluate(({ clipboard }) => clipboard.clear());
});
