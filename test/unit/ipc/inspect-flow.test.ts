import { expect, it, vi } from 'vitest';
import type { FileDialogs } from '../../../main/ipc/dialogs.ts';
import { inspectChosen, inspectDropped, inspectOpened, inspectPasted } from '../../../main/ipc/inspect-flow.ts';
import type { FoundFile } from '../../../shared/domain/reading/inspection.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | null): string | null => (bytes === null ? null : new TextDecoder().decode(bytes));

/** Says as `format` what it was given, so that a test sees what reached it. */
const custodian = {
  async inspectFile(file: Uint8Array, { passphrase }: { passphrase: Uint8Array | null }): Promise<FoundFile> {
    const format = { code: 'named', name: `${textOf(file)} ${textOf(passphrase)}` } as const;
    return { kind: 'unknown', format, bytes: 1, parts: [], warnings: [], importable: 'no', needs: [] };
  },
};

type Asked = Pick<FileDialogs, 'chooseKeyFile' | 'readDropped' | 'refresh' | 'askPassphrase'>;

function dialogsWith(part: Partial<Asked>): Asked {
  const refuse = async () => {
    throw new Error('not expected');
  };
  return {
    chooseKeyFile: refuse,
    readDropped: refuse,
    refresh: async () => null,
    askPassphrase: refuse,
    ...part,
  };
}

it('answers with the name of the file and what it is', async () => {
  const dialogs = dialogsWith({ chooseKeyFile: async () => ({ name: 'a.pem', bytes: bytesOf('file') }) });
  expect(await inspectChosen(custodian, dialogs)).toMatchObject({
    fileName: 'a.pem',
    found: { format: { name: 'file null' } },
  });
  expect(await inspectChosen(custodian, dialogsWith({ chooseKeyFile: async () => null }))).toBeNull();
});

it('reads what was dropped without being told by the page where it lies', async () => {
  const readDropped = vi.fn<FileDialogs['readDropped']>(async () => ({ name: 'b.cer', bytes: bytesOf('dropped') }));
  expect(await inspectDropped(custodian, dialogsWith({ readDropped }))).toMatchObject({
    fileName: 'b.cer',
    found: { format: { name: 'dropped null' } },
  });
  expect(readDropped).toHaveBeenCalledWith();
});

it('opens the same file with a passphrase, and asks for the file when it was forgotten', async () => {
  const askPassphrase = async () => bytesOf('secret');
  const again = dialogsWith({ refresh: async () => ({ name: 'c.p12', bytes: bytesOf('same') }), askPassphrase });
  expect(await inspectOpened(custodian, again)).toMatchObject({ found: { format: { name: 'same secret' } } });
  const forgotten = dialogsWith({
    chooseKeyFile: async () => ({ name: 'd.p12', bytes: bytesOf('chosen') }),
    askPassphrase,
  });
  expect(await inspectOpened(custodian, forgotten)).toMatchObject({ found: { format: { name: 'chosen secret' } } });
});

it('forgets the file when the person closes the passphrase window', async () => {
  const bytes = bytesOf('same');
  const dialogs = dialogsWith({ refresh: async () => ({ name: 'c.p12', bytes }), askPassphrase: async () => null });
  expect(await inspectOpened(custodian, dialogs)).toBeNull();
  expect(bytes.every((byte) => byte === 0)).toBe(true);
});

it('says of the clipboard what it says of a file', async () => {
  const readPasted = async () => ({ name: 'Clipboard', bytes: bytesOf('pasted') });
  expect(await inspectPasted(custodian, { readPasted })).toMatchObject({
    fileName: 'Clipboard',
    found: { format: { name: 'pasted null' } },
  });
});
