// A private key as it lies in a backup: PKCS#8 in PEM. It is judged as one from a stranger, since anybody can make a file, but
// for how strong it is: it was in custody once.
import { isCustodianError } from '../../../shared/errors.ts';
import type { PrivateKey } from '../../ports/key-store.ts';
import { erasing, textIn } from '../../ports/secret.ts';
import { signatureFlaw } from '../judge-key.ts';
import { keyShape } from '../key-shape.ts';
import { openShape } from '../open-shape.ts';
import { pemBlocks } from '../pem-blocks.ts';
import { keyInHand } from '../private-key.ts';

/** `null` for what is no such key, or signs nothing that its public key verifies. The caller overwrites the file. */
export function keyInBackup(file: Uint8Array): PrivateKey | null {
  const { blocks } = pemBlocks(textIn(file));
  const [only, ...more] = blocks;
  if (only?.label !== 'PRIVATE KEY' || only.der === null || more.length > 0) {
    return null;
  }
  using der = erasing(only.der);
  const shape = keyShape(der);
  if (shape.form !== 'private') {
    return null;
  }
  using pkcs8 = erasing(shape.pkcs8);
  try {
    const opened = openShape({ ...shape, pkcs8 });
    return signatureFlaw(opened) === null
      ? keyInHand(opened.privateKey.export({ format: 'der', type: 'pkcs8' }), opened.spki)
      : null;
  } catch (error) {
    if (isCustodianError(error)) {
      return null;
    }
    throw error;
  }
}
