// The password of a proxy goes to that very proxy and to no other.
import { expect, it } from 'vitest';
import { accountFor, accountSecret } from '../../../../main/acts/network/proxy-account.ts';
import { createSecretBox } from '../../../../main/key-store/secret-box.ts';
import { textIn } from '../../../../main/ports/secret.ts';
import { PROXY_ACCOUNT } from '../../../../main/ports/secret-name.ts';
import { createMemoryVault } from '../../../fakes/memory-vault.ts';

const ACCOUNT = { proxy: 'http://proxy.test:3128', user: 'u', password: 'p' };

const read = (kept: unknown, proxy = ACCOUNT.proxy) =>
  accountFor(
    createSecretBox(
      createMemoryVault(
        new Map([[PROXY_ACCOUNT, Buffer.from(typeof kept === 'string' ? kept : JSON.stringify(kept))]]),
      ),
    ),
    proxy,
  );

it('is written and read again', async () => {
  using secret = accountSecret(ACCOUNT);
  expect(await read(secret.use(textIn))).toEqual(ACCOUNT);
});

it('is none where there is none', async () => {
  expect(await accountFor(createSecretBox(createMemoryVault()), ACCOUNT.proxy)).toBeNull();
});

it.each(['http://proxy.test:3129', 'https://proxy.test:3128', `${ACCOUNT.proxy}/`, 'http://evil.test:3128', ''])(
  'is none for %s',
  async (proxy) => {
    expect(await read(ACCOUNT, proxy)).toBeNull();
  },
);

it.each([
  'no json',
  {},
  { ...ACCOUNT, user: '' },
  { ...ACCOUNT, password: '' },
  { ...ACCOUNT, password: 1 },
  { ...ACCOUNT, more: 1 },
  null,
])('is none where it is not as it was written: %j', async (kept) => {
  expect(await read(kept)).toBeNull();
});

it('is not told by a keychain that is not open', async () => {
  const vault = createMemoryVault();
  vault.become('locked');
  await expect(accountFor(createSecretBox(vault), ACCOUNT.proxy)).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
});
