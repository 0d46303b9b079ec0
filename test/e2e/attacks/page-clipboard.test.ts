// The page reads no clipboard by itself, by neither of its doors. A person's own paste into a field works as ever.
import { expect } from '@playwright/test';
import { test } from '../desk.ts';

const SECRET = '-----BEGIN PRIVATE KEY----- from the clipboard';

test('no script reads the clipboard, by the old commands or the new interface', async ({ desk }) => {
  const { app, officer } = desk;
  const { page } = officer;
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

test('a person pastes into a field, by the keys and by the menu', async ({ desk }) => {
  const { app, officer } = desk;
  const { page } = officer;
  await officer.goTo('#/add');
  const field = page.getByRole('textbox', { name: 'Name', exact: true });
  await app.evaluate(({ clipboard }) => clipboard.writeText('Acme'));
  await field.focus();
  await page.keyboard.press('Control+v');
  await expect(field).toHaveValue('Acme');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste());
  await expect(field).toHaveValue('AcmeAcme');
  await app.evaluate(({ clipboard }) => clipboard.clear());
});
