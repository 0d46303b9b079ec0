import { describe, expect, it, vi } from 'vitest';
import { importInDialogs } from '../../../main/ipc/import-flow.ts';
import type { Custodian } from '../../../main/acts/custodian.ts';
import type { FileDialogs } from '../../../main/ipc/dialogs.ts';
import { dialogWords } from '../../../shared/words/words.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { ACME, openDesk } from '../../support/desk.ts';
import { aRing } from '../../support/keys.ts';
import { jsonFile, rsaJwk } from '../../support/own-files.ts';
import { tenantView } from '../../support/views.ts';

const args = { tenant: 'Acme', as: 'next' as const, allowSmallExponent: false };
const view = { ring: aRing, keys: [], clocks: {}, valued: {}, mended: [] };
const words = dialogWords('en');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A custodian that opens the file only with the right passphrase and entry, and keeps what it was handed. */
function custodianWanting(passphrase: string | null, entry?: string) {
  const handed: Uint8Array[] = [];
  const opened = (
    given: { entry?: string | undefined },
    file: Uint8Array,
    secrets: { passphrase: Uint8Array | null },
  ): void => {
    handed.push(file, ...(secrets.passphrase === null ? [] : [secrets.passphrase]));
    const text = secrets.passphrase === null ? null : new TextDecoder().decode(secrets.passphrase);
    if (passphrase !== null && text === null) {
      throw new CustodianError('KEY_ENCRYPTED', { format: { code: 'named', name: 'PKCS#12' } });
    }
    if (text !== passphrase) {
      throw new CustodianError('KEY_PASSPHRASE_WRONG', { format: { code: 'named', name: 'PKCS#12' } });
    }
    if (given.entry !== entry) {
      throw new CustodianError('KEY_CHOICE_NEEDED', {
        entries: ['a', 'b'].map((name, index) => ({
          number: index + 1,
          name,
          kind: { code: 'unknown' as const },
          fingerprint: null,
        })),
      });
    }
  };
  return {
    handed,
    showTenant: () => tenantView([view]),
    importKey: vi.fn<Custodian['importKey']>(async (...given) => {
      opened(given[0], given[1], given[2] ?? { passphrase: null });
      return view;
    }),
    lookIntoFile: vi.fn<Custodian['lookIntoFile']>(async (...given) => {
      opened(...given);
      return {
        kid: 'partner',
        thumbprint: 'its-thumbprint',
        source: { code: 'named', name: 'PKCS#12' },
        ring: 'default',
      };
    }),
  };
}

function dialogsAnswering(passphrases: (string | null)[], choice: number | null = null) {
  const given: Uint8Array[] = [];
  const file = { name: 'keys.p12', bytes: bytesOf('file') };
  const keep = (bytes: Uint8Array): Uint8Array => {
    given.push(bytes);
    return bytes;
  };
  const dialogs = {
    chooseKeyFile: vi.fn<FileDialogs['chooseKeyFile']>(async () => file),
    readDropped: vi.fn<FileDialogs['readDropped']>(async () => file),
    readPasted: vi.fn<FileDialogs['readPasted']>(async () => file),
    refresh: vi.fn<FileDialogs['refresh']>(async () => null),
    askPassphrase: vi.fn<FileDialogs['askPassphrase']>(async () => {
      const answer = passphrases.shift() ?? null;
      return answer === null ? null : keep(bytesOf(answer));
    }),
    chooseEntry: vi.fn<FileDialogs['chooseEntry']>(async () => choice),
    saveAs: vi.fn<FileDialogs['saveAs']>(async () => null),
    ask: vi.fn<FileDialogs['ask']>(async () => ({})),
  };
  return { dialogs, file, given };
}

describe('importing from the window', () => {
  it('asks for nothing that the file does not need', async () => {
    const { dialogs } = dialogsAnswering([]);
    expect(await importInDialogs(custodianWanting(null), dialogs, args, words)).toBe(view);
    expect(dialogs.askPassphrase).not.toHaveBeenCalled();
  });

  it('asks for the passphrase, says when it was wrong, and then for the key', async () => {
    const { dialogs, file, given } = dialogsAnswering(['wrong', 'right'], 1);
    expect(await importInDialogs(custodianWanting('right', '2'), dialogs, args, words)).toBe(view);
    expect(dialogs.askPassphrase.mock.calls).toEqual([
      ['keys.p12', false],
      ['keys.p12', true],
    ]);
    expect(dialogs.chooseEntry).toHaveBeenCalledWith('keys.p12', [
      expect.objectContaining({ number: 1, name: 'a' }),
      expect.objectContaining({ number: 2, name: 'b' }),
    ]);
    for (const bytes of [file.bytes, ...given]) {
      expect(bytes.every((byte) => byte === 0)).toBe(true);
    }
  });

  it('changes nothing when a dialog is closed, and forgets the file', async () => {
    for (const { dialogs, file } of [dialogsAnswering([null]), dialogsAnswering(['right'], null)]) {
      expect(await importInDialogs(custodianWanting('right', '2'), dialogs, args, words)).toBeNull();
      expect(file.bytes.every((byte) => byte === 0)).toBe(true);
    }
  });

  it('takes the file that was inspected after a yes, and asks for one when that was forgotten', async () => {
    const { dialogs } = dialogsAnswering([]);
    dialogs.refresh.mockImplementationOnce(async () => ({ name: 'inspected.pem', bytes: bytesOf('inspected') }));
    expect(await importInDialogs(custodianWanting(null), dialogs, { ...args, inspected: true }, words)).toBe(view);
    expect(dialogs.chooseKeyFile).not.toHaveBeenCalled();
    expect(await importInDialogs(custodianWanting(null), dialogs, { ...args, inspected: true }, words)).toBe(view);
    expect(dialogs.chooseKeyFile).toHaveBeenCalledOnce();
    // Whoever chose it in a file dialog just now is not asked once more.
    expect(dialogs.ask).toHaveBeenCalledOnce();
  });

  it('shows the key of an inspected file, opened as it needs, and takes nothing after a no', async () => {
    const { dialogs, given } = dialogsAnswering(['right'], 1);
    const bytes = bytesOf('inspected');
    dialogs.refresh.mockImplementationOnce(async () => ({ name: 'inspected.p12', bytes }));
    dialogs.ask.mockImplementationOnce(async () => null);
    const custodian = custodianWanting('right', '2');
    expect(await importInDialogs(custodian, dialogs, { ...args, inspected: true }, words)).toBeNull();
    const [question] = dialogs.ask.mock.calls[0] ?? [];
    expect(question?.tenant?.name).toBe('Acme');
    expect(question?.facts.flatMap(({ values }) => values)).toEqual([
      'inspected.p12',
      'PKCS#12',
      'partner',
      'its-thumbprint',
      'default',
      'the next key',
    ]);
    expect(custodian.importKey).not.toHaveBeenCalled();
    expect([bytes, ...given].every((one) => one.every((byte) => byte === 0))).toBe(true);
  });

  it('asks for a kid where the file’s own is taken, as often as it must, and keeps what was typed', async () => {
    const desk = openDesk();
    await desk.custodian.addTenant(ACME);
    const file = (): { name: string; bytes: Uint8Array } => ({
      name: 'key.jwk',
      bytes: jsonFile(rsaJwk({ kid: 'keys/1' })),
    });
    const { dialogs } = dialogsAnswering([]);
    dialogs.chooseKeyFile.mockImplementation(async () => file());
    const previous = { tenant: 'Acme', as: 'previous' as const };
    await importInDialogs(desk.custodian, dialogs, previous, words);
    expect(dialogs.ask).not.toHaveBeenCalled();
    dialogs.ask
      .mockImplementationOnce(async () => ({ kid: 'keys/1' }))
      .mockImplementationOnce(async () => ({ kid: 'keys/2' }));
    const after = await importInDialogs(desk.custodian, dialogs, previous, words);
    expect(dialogs.ask).toHaveBeenCalledTimes(2);
    expect(
      after?.keys
        .filter(({ state }) => state === 'previous')
        .map(({ kid }) => kid)
        .toSorted(),
    ).toEqual(['keys/1', 'keys/2']);
    dialogs.ask.mockImplementationOnce(async () => null);
    expect(await importInDialogs(desk.custodian, dialogs, previous, words)).toBeNull();
    await desk.close();
  });

  it('lets a key that was brought in make room after a yes of the person, on no word of the page', async () => {
    const desk = openDesk();
    await desk.custodian.addTenant(ACME);
    const { dialogs } = dialogsAnswering([]);
    let made = 0;
    dialogs.chooseKeyFile.mockImplementation(async () => ({
      name: 'key.jwk',
      bytes: jsonFile(rsaJwk({ kid: `own ${++made}` })),
    }));
    const next = { tenant: 'Acme', as: 'next' as const, replace: 'own 1' };
    await importInDialogs(desk.custodian, dialogs, { ...next, replace: undefined }, words);
    expect(dialogs.ask).not.toHaveBeenCalled();
    dialogs.ask.mockImplementationOnce(async () => null);
    expect(await importInDialogs(desk.custodian, dialogs, next, words)).toBeNull();
    expect(dialogs.ask.mock.calls[0]?.[0]).toMatchObject({ title: 'Let this key make room?', grave: true });
    const after = await importInDialogs(desk.custodian, dialogs, next, words);
    expect(after?.keys.find(({ kid }) => kid === 'own 1')?.state).toBe('replaced');
    await desk.close();
  });

  it('asks once whether a key may make room, and lets a second refusal through', async () => {
    const refusal = new CustodianError('KEY_WOULD_BE_REPLACED', { ring: 'default', kid: 'own', worth: 'imported' });
    const custodian = { ...custodianWanting(null), importKey: () => Promise.reject(refusal) };
    let asked = 0;
    const dialogs = {
      ...dialogsAnswering([]).dialogs,
      async ask() {
        asked += 1;
        return asked > 1 ? null : {};
      },
    };
    await expect(importInDialogs(custodian, dialogs, args, words)).rejects.toBe(refusal);
    expect(asked).toBe(1);
  });

  it('lets any other refusal through', async () => {
    const { dialogs } = dialogsAnswering([]);
    const refusing = {
      ...custodianWanting(null),
      importKey: async () => {
        throw new CustodianError('KEY_WEAK', { problem: { code: 'primes-close' } });
      },
    };
    await expect(importInDialogs(refusing, dialogs, args, words)).rejects.toMatchObject({ code: 'KEY_WEAK' });
  });
});
