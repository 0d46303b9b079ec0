// The private keys in one DER structure: a key itself, an encrypted one, or a PKCS#12 file full of them.
import { asDer } from '../ber.ts';
import { keyShape } from '../key-shape.ts';
import { unlock, type Unlocking } from '../protection/unlock.ts';
import { type OpenedFile, sourceWords } from './found-key.ts';
import { openPkcs12 } from './open-pkcs12.ts';
import { erasing } from '../../ports/secret.ts';

export type Encoding = 'PEM' | 'DER' | 'Base64';

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
    return single(shape, encoding);
  }
  using plain = erasing(await unlock(shape.algorithm, shape.data, unlocking, `PKCS#8 ${encoding}`));
  return single(keyShape(plain), `${encoding}, encrypted`);
}

const single = (shape: OpenedFile['keys'][number]['shape'], place: string): OpenedFile => ({
  keys: [{ name: null, kid: null, shape, source: sourceWords(shape, place), link: null, declared: null }],
  certificates: [],
});
