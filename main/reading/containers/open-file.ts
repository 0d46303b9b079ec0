// From the bytes of a file to the private keys and certificates in it. Refuses, in plain words, files that hold no key.
import { asDer } from '../ber.ts';
import { decodeBase64, fileText, pemBlocks } from '../pem-blocks.ts';
import type { Unlocking } from '../protection/unlock.ts';
import { unreadable } from '../../encoding/unreadable.ts';
import { erasing } from '../../ports/secret.ts';
import { type OpenedFile, overwrite } from './found-key.ts';
import { joseDocument } from './jose-document.ts';
import { openDer } from './open-der.ts';
import { openJose } from './open-jose.ts';
import { openPem } from './open-pem.ts';

/** How files begin that people mistake for PEM or DER keys. */
const FAMILIAR_BEGINNINGS: readonly (readonly [beginning: RegExp, problem: string])[] = [
  [/^PuTTY-User-Key-File/, 'this is a PuTTY key; export it as PKCS#8 first'],
  [/^(ssh-|ecdsa-sha2-)/, 'this is an SSH public key'],
  [/^[{[]/, 'this is JSON, but not a JWK'],
  [/^<(!doctype )?html/i, 'this is a web page, perhaps a login page that was saved in place of the file'],
  [/^<\?xml/, 'this is XML'],
  [/^age-encryption\.org\//, 'this is a file encrypted with age'],
  [/^(þíþí|ÎÎÎÎ)/, 'this is a Java key store; convert it with keytool -importkeystore -deststoretype PKCS12 first'],
];

/**
 * What is found is overwritten when it is disposed of; the caller owns `file`. Throws KEY_ENCRYPTED, KEY_PASSPHRASE_WRONG,
 * KEY_CIPHER_UNSUPPORTED, KEY_UNREADABLE.
 */
export async function openFile(file: Uint8Array, unlocking: Unlocking): Promise<OpenedFile & Disposable> {
  const opened = await openAny(file, unlocking);
  return Object.assign(opened, { [Symbol.dispose]: () => overwrite(opened) });
}

async function openAny(file: Uint8Array, unlocking: Unlocking): Promise<OpenedFile> {
  if (file.length === 0) {
    throw unreadable('it is empty');
  }
  const der = asDer(file);
  if (der !== null) {
    return openDer(der, 'DER', unlocking);
  }
  const text = fileText(file);
  const { blocks, cutOff } = pemBlocks(text);
  if (blocks.length > 0) {
    return openPem(blocks, unlocking).finally(() => blocks.forEach((block) => block.der?.fill(0)));
  }
  if (cutOff) {
    throw unreadable('its PEM block is cut off');
  }
  const document = joseDocument(text);
  if (document !== null) {
    return openJose(document, unlocking);
  }
  using bare = erasing(decodeBase64(text));
  if (bare !== null && asDer(bare) !== null) {
    return await openDer(bare, 'Base64', unlocking);
  }
  const beginning = text.trimStart().slice(0, 64);
  const familiar = FAMILIAR_BEGINNINGS.find(([pattern]) => pattern.test(beginning));
  throw unreadable(familiar?.[1] ?? 'this is neither PEM nor DER nor a JWK');
}
