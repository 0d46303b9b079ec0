// The private keys in one DER structure: a key itself, an encrypted one, or a PKCS#12 file full of them.
import type { Encoding } from '../../../shared/domain/reading/schemes.ts';
import { asDer } from '../ber.ts';
import { keyShape } from '../key-shape.ts';
import { unlock, type Unlocking } from '../protection/unlock.ts';
import { type OpenedFile, sourceOf } from './found-key.ts';
import { openPkcs12 } from './open-pkcs12.ts';
import { erasing } from '../../ports/secret.ts';

/** `bytes` may be BER. Throws KEY_ENCRYPTED, KEY_PASSPHRASE_WRONG, KEY_CIPHER_UNSUPPORTED or KEY_UNREADABLE. */
export async function openDer(bytes: Uint8Array, encoding: Encoding, unlocking: Unlocking): Promise<OpenedFile> {
  const der = asDer(bytes) ?? bytes;
  try {
    return await openStructure(der, encoding, unlocking);
  } finally {
    if (der !== bytes) {
      der.fill(0); // the caller overwrites its own octets, and these are a copy
    }
  }
}

async function openStructure(der: Uint8Array, encoding: Encoding, unlocking: Unlocking): Promise<OpenedFile> {
  const shape = keyShape(der);
  if (shape.form === 'PKCS#12') {
    return openPkcs12(der, unlocking);
  }
  if (shape.form !== 'encrypted PKCS#8') {
    return single(shape, encoding, false);
  }
  const written = { code: 'key', container: 'PKCS#8', encoding, encrypted: false } as const;
  using plain = erasing(await unlock(shape.algorithm, shape.data, unlocking, written));
  return single(keyShape(plain), encoding, true);
}

const single = (shape: OpenedFile['keys'][number]['shape'], encoding: Encoding, encrypted: boolean): OpenedFile => ({
  keys: [{ name: null, kid: null, shape, source: sourceOf(shape, encoding, encrypted), link: null, declared: null }],
  certificates: [],
});
