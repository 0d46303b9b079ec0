// From the bytes of a file to the one DER structure in it that should be a private key. Refuses, in plain words, files
// that hold none or several.
import { CustodianError } from '../../shared/errors.ts';
import { derSequence } from './der.ts';
import { decodeBase64, fileText, type PemBlock, pemBlocks } from './pem-blocks.ts';

export interface LocatedKey {
  /** A copy; the owner overwrites it. */
  der: Buffer;
  encoding: 'PEM' | 'DER' | 'Base64';
}

/** How files begin that people mistake for PEM or DER keys. */
const FAMILIAR_BEGINNINGS: readonly (readonly [beginning: string, problem: string])[] = [
  ['PuTTY-User-Key-File', 'this is a PuTTY key; export it as PKCS#8 first'],
  ['ssh-', 'this is an SSH public key'],
  ['ecdsa-sha2-', 'this is an SSH public key'],
  ['{', 'this is JSON, not a PEM or DER file'],
  ['þíþí', 'this is a Java key store; export the key as PKCS#8 first'],
];

/** What the encrypted blocks of the days before PKCS#8 hold. */
const TRADITIONAL: Readonly<Record<string, string>> = { 'RSA PRIVATE KEY': 'PKCS#1 PEM', 'EC PRIVATE KEY': 'SEC1 PEM' };

export function locateKey(file: Uint8Array): LocatedKey {
  if (file.length === 0) {
    throw unreadable('it is empty');
  }
  if (derSequence(file) !== null) {
    return { der: Buffer.from(file), encoding: 'DER' };
  }
  const text = fileText(file);
  const { blocks, cutOff } = pemBlocks(text);
  if (blocks.length > 0) {
    return { der: blockContent(blocks), encoding: 'PEM' };
  }
  if (cutOff) {
    throw unreadable('its PEM block is cut off');
  }
  const bare = decodeBase64(text);
  if (bare !== null && derSequence(bare) !== null) {
    return { der: bare, encoding: 'Base64' };
  }
  const familiar = FAMILIAR_BEGINNINGS.find(([beginning]) => text.trimStart().startsWith(beginning));
  throw unreadable(familiar?.[1] ?? 'this is neither PEM nor DER');
}

function blockContent(blocks: readonly PemBlock[]): Buffer {
  const keys = blocks.filter(({ label }) => label.includes('PRIVATE KEY'));
  const chosen = keys[0] ?? blocks.find(({ label }) => !label.endsWith('PARAMETERS')) ?? blocks[0];
  for (const block of blocks) {
    if (block !== chosen || keys.length > 1) {
      block.der?.fill(0);
    }
  }
  if (keys.length > 1) {
    throw unreadable(`it holds ${keys.length} private keys; give a file with one`);
  }
  if (chosen?.headers.includes('ENCRYPTED')) {
    throw new CustodianError('KEY_ENCRYPTED', { format: TRADITIONAL[chosen.label] ?? 'PEM' });
  }
  if (chosen?.label === 'OPENSSH PRIVATE KEY') {
    throw unreadable('this is an OpenSSH key; convert it with ssh-keygen -p -m PKCS8 first');
  }
  if (chosen?.label.startsWith('PGP ')) {
    throw unreadable('this is a PGP key');
  }
  if (!chosen?.der) {
    throw unreadable('its PEM block is damaged');
  }
  return chosen.der;
}

export function unreadable(problem: string, cause?: unknown): CustodianError<'KEY_UNREADABLE'> {
  return new CustodianError('KEY_UNREADABLE', { problem }, { cause });
}
