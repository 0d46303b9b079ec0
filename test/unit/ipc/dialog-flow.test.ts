import { expect, it } from 'vitest';
import { createDialogFlows } from '../../../main/ipc/dialog-flow.ts';
import type { FileDialogs } from '../../../main/ipc/dialogs.ts';
import { noDialogs } from '../../support/asked-window.ts';

/** Every dialog that waits for a person. */
const WAITING = [
  'chooseKeyFile',
  'chooseKeyFiles',
  'askPassphrase',
  'chooseEntry',
  'chooseFile',
  'askCredential',
  'newPassphrase',
  'askVaultPassphrase',
  'newVaultPassphrase',
  'chooseBackup',
  'askShare',
  'handOverSheet',
  'ask',
  'choosePlace',
  'choosePicturedPlace',
  'chooseProvenPlace',
  'chooseRelease',
  'saveAllAs',
  'saveAs',
] as const satisfies (keyof FileDialogs)[];

/** These are answered at once, or by the system. */
const QUICK = ['askSystem', 'readDropped', 'readPasted', 'refresh', 'showFolder', 'showRelease', 'printed'];

it('knows every dialog', () => {
  expect([...WAITING, ...QUICK].toSorted()).toEqual(Object.keys(noDialogs).toSorted());
});

it.each(WAITING)('%s keeps every other dialog closed until its flow ends', async (name) => {
  let opened = 0;
  const never = (): Promise<never> => {
    opened += 1;
    return new Promise(() => undefined);
  };
  const all: FileDialogs = { ...noDialogs, ...Object.fromEntries(WAITING.map((one) => [one, never])) };
  const converse = createDialogFlows(all);
  const call = (dialogs: FileDialogs, one: (typeof WAITING)[number]) =>
    (dialogs[one] as (...none: unknown[]) => Promise<unknown>)();
  const first = converse('token.sign', { tenant: 'Acme' });
  void call(first.dialogs, name);
  const second = converse('token.sign', { tenant: 'Other' });
  for (const other of WAITING) {
    await expect(call(second.dialogs, other)).rejects.toMatchObject({ code: 'CONVERSATION_BUSY' });
  }
  // Whoever was refused ends nothing.
  second.end();
  await expect(call(second.dialogs, name)).rejects.toMatchObject({ code: 'CONVERSATION_BUSY' });
  expect(opened).toBe(1);
  first.end();
  void call(second.dialogs, name);
  expect(opened).toBe(2);
});
