// The air gap from the window: what is asked, in which order, and that no answer of the page can stand for the officer's.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveBundle, takeReceipt } from '../../../main/ipc/courier-flow.ts';
import type { Question } from '../../../main/ipc/question.ts';
import { dialogWords } from '../../../shared/words/words.ts';
import { type AirGap, openAirGap, TENANT as tenant } from '../../support/air-gap.ts';

const words = dialogWords('en');

let gap: AirGap;
beforeEach(async () => {
  gap = await openAirGap();
});
afterEach(() => gap.close());

/** A save dialog that is closed, or that keeps what is saved. */
function place(files: Uint8Array[] | null) {
  return {
    choosePlace: async (name: string) =>
      files === null ? null : { name, save: async (bytes: Uint8Array) => void files.push(bytes) },
  };
}

const order = async (as: 'file' | 'qr') => ({
  tenant,
  as,
  days: 7,
  hash: (await gap.home.custodian.previewBundle({ tenant })).hash,
});

const asks = (text: string, answer: boolean) => {
  const asked: string[] = [];
  return {
    asked,
    chooseFile: async () => ({ name: 'receipt.json', bytes: Buffer.from(text) }),
    ask: async ({ facts }: Question) => {
      asked.push(...facts.flatMap(({ values }) => values));
      return answer ? {} : null;
    },
  };
};

it('makes no bundle when the dialog is closed', async () => {
  expect(await saveBundle(gap.home.custodian, place(null), await order('file'))).toBeNull();
  expect(gap.home.custodian.listOutbox().travelling).toEqual([]);
});

it.each(['file', 'qr'] as const)('saves it as %s and says what the courier compares', async (as) => {
  const files: Uint8Array[] = [];
  const saved = await saveBundle(gap.home.custodian, place(files), await order(as));
  const { deviceKey } = await gap.home.custodian.verifyAudit();
  expect([saved?.device, saved?.fileName]).toEqual([deviceKey, `acme.bundle.${as === 'qr' ? 'svg' : 'json'}`]);
  const text = Buffer.from(files[0] ?? []).toString('utf8');
  expect(text.startsWith(as === 'qr' ? '<svg' : '{"protected"')).toBe(true);
});

it('asks before it believes a new courier, and never again', async () => {
  const { carried, receipt } = await gap.carry(await gap.bundle());
  const no = asks(receipt, false);
  expect(await takeReceipt(gap.home.custodian, no, { tenant }, words)).toBeNull();
  expect(no.asked.join('').replaceAll(' ', '')).toContain(carried.courier);
  expect(gap.home.custodian.listOutbox().travelling).toHaveLength(1);
  expect(await takeReceipt(gap.home.custodian, asks(receipt, true), { tenant }, words)).toMatchObject({
    confirmed: true,
  });
  gap.advance(1000);
  const second = asks((await gap.carry(await gap.bundle())).receipt, false);
  expect(await takeReceipt(gap.home.custodian, second, { tenant }, words)).toMatchObject({ outcome: 'already-there' });
  expect(second.asked).toEqual([]);
});

it('tells a file that is no receipt as what it is, without asking', async () => {
  const wrong = asks('{}', true);
  await expect(takeReceipt(gap.home.custodian, wrong, { tenant }, words)).rejects.toMatchObject({
    code: 'COURIER_FILE_REFUSED',
  });
  expect(wrong.asked).toEqual([]);
  const closed = { ...wrong, chooseFile: async () => null };
  expect(await takeReceipt(gap.home.custodian, closed, { tenant }, words)).toBeNull();
});
