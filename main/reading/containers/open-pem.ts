// The private keys and certificates in the PEM blocks of a text.
import { derBytes } from '../../encoding/der.ts';
import { derElements } from '../../../shared/encoding/der.ts';
import { keyShape } from '../key-shape.ts';
import type { PemBlock } from '../pem-blocks.ts';
import { isTraditionallyEncrypted, openTraditional } from '../protection/traditional-pem.ts';
import type { Unlocking } from '../protection/unlock.ts';
import { type FoundKey, type OpenedFile, overwrite, requireFewKeys, sourceWords } from './found-key.ts';
import { openDer } from './open-der.ts';
import { erasing } from '../../ports/secret.ts';

/** What the encrypted blocks of the days before PKCS#8 hold. */
const TRADITIONAL: Readonly<Record<string, string>> = { 'RSA PRIVATE KEY': 'PKCS#1 PEM', 'EC PRIVATE KEY': 'SEC1 PEM' };

/** How such a block is called. */
export const traditionalFormat = ({ label }: PemBlock): string => TRADITIONAL[label] ?? 'PEM';

export const isCertificate = ({ label }: PemBlock): boolean => /^(X509 |TRUSTED )?CERTIFICATE$/.test(label);

/** The owner overwrites the blocks. Throws KEY_ENCRYPTED, KEY_PASSPHRASE_WRONG, KEY_CIPHER_UNSUPPORTED or KEY_UNREADABLE. */
export async function openPem(blocks: readonly PemBlock[], unlocking: Unlocking): Promise<OpenedFile> {
  const keyBlocks = blocks.filter(({ label }) => label.includes('PRIVATE KEY'));
  if (keyBlocks.length === 0) {
    const other = blocks.find(({ label }) => !label.endsWith('PARAMETERS')) ?? blocks[0];
    return other === undefined ? { keys: [], certificates: [] } : openBlock(other, unlocking);
  }
  requireFewKeys(keyBlocks.length);
  const opened: OpenedFile = { keys: [], certificates: [] };
  try {
    for (const block of keyBlocks) {
      opened.keys.push(...(await openBlock(block, unlocking)).keys);
    }
    opened.certificates.push(...blocks.filter(isCertificate).flatMap(certificateOf));
    return opened;
  } catch (error) {
    overwrite(opened);
    throw error;
  }
}

async function openBlock(block: PemBlock, unlocking: Unlocking): Promise<OpenedFile> {
  if (isTraditionallyEncrypted(block)) {
    using der = erasing(openTraditional(block, unlocking, traditionalFormat(block)));
    const shape = keyShape(der);
    const key = {
      name: null,
      kid: null,
      shape,
      source: sourceWords(shape, 'PEM, encrypted'),
      link: null,
      declared: null,
    };
    return { keys: [key], certificates: [] };
  }
  const problem = problemOf(block);
  return problem === null && block.der !== null ? openDer(block.der, 'PEM', unlocking) : foreign(problem ?? '');
}

function problemOf({ label, der }: PemBlock): string | null {
  if (label === 'OPENSSH PRIVATE KEY') {
    return 'this is an OpenSSH key; convert it with ssh-keygen -p -m PKCS8 first';
  }
  if (label.startsWith('PGP ')) {
    return 'this is a PGP key';
  }
  if (label.startsWith('AGE ')) {
    return 'this is a file encrypted with age';
  }
  return der === null ? 'its PEM block is damaged' : null;
}

function foreign(problem: string): OpenedFile {
  const key: FoundKey = {
    name: null,
    kid: null,
    shape: { form: 'foreign', problem },
    source: 'PEM',
    link: null,
    declared: null,
  };
  return { keys: [key], certificates: [] };
}

/** OpenSSL's TRUSTED CERTIFICATE has notes behind the certificate, which are left out. A damaged one stays to be refused. */
function certificateOf({ der }: PemBlock): OpenedFile['certificates'] {
  const [first] = der === null ? [] : (derElements(der) ?? []);
  return [{ der: first === undefined ? new Uint8Array() : derBytes(first), link: null }];
}
