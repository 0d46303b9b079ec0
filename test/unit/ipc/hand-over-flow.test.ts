// What the officer is asked before a private key leaves through the window, and that every no leaves nothing behind.
import { describe, expect, it } from 'vitest';
import { exportPrivateSchema } from '../../../shared/acts/exports.ts';
import type { HandOver } from '../../../shared/domain/exports/hand-over.ts';
import type { Custodian } from '../../../main/acts/custodian.ts';
import { type Handing, handOverInDialogs } from '../../../main/ipc/hand-over-flow.ts';
import type { FileDialogs } from '../../../main/ipc/dialogs.ts';
import { dialogWords } from '../../../shared/words/words.ts';
import { aKey } from '../../support/keys.ts';
import { ringView, tenantView } from '../../support/views.ts';

type Dialogs = Pick<FileDialogs, 'ask' | 'newPassphrase' | 'chooseFile' | 'choosePlace'>;

const args = (part: object = {}) =>
  exportPrivateSchema.parse({ tenant: 'Acme', kid: 'k1', format: 'p12', to: 'Ops', protection: 'passphrase', ...part });

const entry: HandOver = {
  number: 1,
  at: '2026-11-22T08:00:00.000Z',
  actor: 'officer via window',
  tenant: 'Acme',
  kid: 'k1',
  format: 'p12',
  protection: 'AES-256',
  to: 'Ops',
  recipient: null,
  sha256: '00',
  savedAt: '2026-11-22T08:00:00.000Z',
  confirmedAt: null,
  confirmedBy: null,
  destroyedAt: null,
  destroyedHow: null,
};

const view = tenantView([ringView([aKey({ kid: 'k1' })])]);

function desk(part: Partial<Dialogs> = {}) {
  const asked: string[] = [];
  const typed = new TextEncoder().encode('correct horse battery');
  const saved: Uint8Array[] = [];
  const protections: { passphrase: string | null; recipient: string | null }[] = [];
  const textOf = (bytes: Uint8Array | null): string | null => (bytes === null ? null : new TextDecoder().decode(bytes));
  const note = <A extends unknown[], R>(name: string, answer: (...given: A) => R) => {
    return (...given: A): R => {
      asked.push(name);
      return answer(...given);
    };
  };
  const dialogs: Dialogs = {
    ask: note('ask', part.ask ?? (async () => ({}))),
    newPassphrase: note('newPassphrase', part.newPassphrase ?? (async () => typed)),
    chooseFile: note('chooseFile', part.chooseFile ?? (async () => ({ name: 'r.jwk', bytes: Uint8Array.of(0x7b) }))),
    choosePlace: note(
      'choosePlace',
      part.choosePlace ?? (async (name) => ({ name, save: async (bytes: Uint8Array) => void saved.push(bytes) })),
    ),
  };
  const acting: Pick<Custodian, 'handOver'> = {
    async handOver(_args, { passphrase, recipient }, save) {
      protections.push({ passphrase: textOf(passphrase), recipient: textOf(recipient) });
      await save(Uint8Array.of(1));
      return entry;
    },
  };
  const custodian: Handing = {
    showTenant: () => view,
    handOverFileName: () => 'acme.p12',
    provided: () => acting,
    vault: { sealState: async () => ({ stage: 'none', locked: false }), prove: never, proveBySystem: never },
  };
  return {
    run: (part_: object = {}) =>
      handOverInDialogs(custodian, { ...dialogs, askSystem: null }, args(part_), dialogWords('en')),
    asked,
    typed,
    saved,
    protections,
  };
}

const never = async (): Promise<never> => {
  throw new Error('not asked for');
};

describe('handing over from the window', () => {
  it('asks for a yes, a passphrase and a place, in this order, and forgets the passphrase', async () => {
    const { run, asked, typed, saved, protections } = desk();
    expect(await run()).toBe(entry);
    expect(asked).toEqual(['ask', 'newPassphrase', 'choosePlace']);
    expect(protections).toEqual([{ passphrase: 'correct horse battery', recipient: null }]);
    expect(saved).toEqual([Uint8Array.of(1)]);
    expect(typed.every((byte) => byte === 0)).toBe(true);
  });

  it('asks for the recipient’s key instead of a passphrase', async () => {
    const { run, asked, protections } = desk();
    expect(await run({ format: 'private-jwk', protection: 'recipient' })).toBe(entry);
    expect(asked).toEqual(['ask', 'chooseFile', 'choosePlace']);
    expect(protections).toEqual([{ passphrase: null, recipient: '{' }]);
  });

  it.each<[string, Partial<Dialogs>]>([
    ['no', { ask: async () => null }],
    ['no passphrase', { newPassphrase: async () => null }],
    ['no place', { choosePlace: async () => null }],
  ])('%s: nothing is made', async (_what, part) => {
    const { run, protections, saved } = desk(part);
    expect(await run()).toBeNull();
    expect([protections, saved]).toEqual([[], []]);
  });

  it('names tenant, recipient and what a weak cipher means in the question', async () => {
    let question = '';
    const { run } = desk({
      ask: async ({ tenant, facts, means }) => {
        question = [tenant?.name, ...facts.flatMap(({ values }) => values), means].join(' ');
        return null;
      },
    });
    await run({ flavour: 'compatible' });
    expect(question).toMatch(/^Acme k1 .* Ops p12 3DES with SHA-1, weak.*can sign as “Acme”/s);
  });
});
