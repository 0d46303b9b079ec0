// What the keychain remembers of the registry, as it is written and read.
import { expect, it } from 'vitest';
import { rememberedMark, rememberMark } from '../../../../main/acts/audit/memory.ts';
import { createSecretBox } from '../../../../main/key-store/secret-box.ts';
import { REMEMBERED_HEAD } from '../../../../main/ports/secret-name.ts';
import { createMemoryVault } from '../../../fakes/memory-vault.ts';

const hash = '0123456789abcdef'.repeat(4);
const UNREADABLE = { seq: Number.MAX_SAFE_INTEGER, hash: '', number: null };

const read = (text: string) =>
  rememberedMark(createSecretBox(createMemoryVault(new Map([[REMEMBERED_HEAD, Buffer.from(text)]]))));

it('is written as place and number, and read again', async () => {
  const vault = createMemoryVault();
  const secrets = createSecretBox(vault);
  await rememberMark(secrets, { seq: 7, hash, number: 12 });
  expect(Buffer.from(await vault.get(REMEMBERED_HEAD)).toString()).toBe(`7 ${hash} 12`);
  expect(await rememberedMark(secrets)).toEqual({ seq: 7, hash, number: 12 });
});

it('is nothing in the beginning', async () => {
  expect(await rememberedMark(createSecretBox(createMemoryVault()))).toBeNull();
});

it.each([
  ['of before the seal', `7 ${hash}`, { seq: 7, hash, number: null }],
  ['before the first entry', `0 ${hash} 1`, { seq: 0, hash, number: 1 }],
])('%s', async (_, text, mark) => {
  expect(await read(text)).toEqual(mark);
});

it.each([
  '',
  'x',
  `-1 ${hash} 1`,
  `1.5 ${hash} 1`,
  `1 ${hash} 0`,
  `1 ${hash} 1.5`,
  `1 ${hash} x`,
  `1 ${hash}0 1`,
  `1 0${hash} 1`,
  `1 ${hash.slice(1)} 1`,
  `1 ${hash.toUpperCase()} 1`,
])('that is not as it is written stands for a place that no registry has: “%s”', async (text) => {
  expect(await read(text)).toEqual(UNREADABLE);
});

it('that is damaged stands for such a place as well', async () => {
  const vault = createMemoryVault(new Map([[REMEMBERED_HEAD, Buffer.from(`7 ${hash} 12`)]]));
  vault.damage(REMEMBERED_HEAD);
  expect(await rememberedMark(createSecretBox(vault))).toEqual(UNREADABLE);
});

it('in a keychain that is not open is not told', async () => {
  const vault = createMemoryVault();
  vault.become('locked');
  await expect(rememberedMark(createSecretBox(vault))).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
});
