// Puts one private key into a protected file, in the format and for the reader that were ordered, and lets another
// reader open it before it is given out. There is no way here to an unprotected file.
import { X509Certificate } from 'node:crypto';
import { CustodianError } from '../../../../shared/errors.ts';
import {
  type FileProtection,
  jweProtection,
  jweSealed,
  P12_PROTECTION,
  PKCS8_PROTECTION,
} from '../../../../shared/domain/exports/protections.ts';
import { chainOf, type SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { ProtectedFile, ProtectionOrder } from '../../../ports/key-store.ts';
import { encodeDer } from '../../../encoding/der.ts';
import { armour } from '../../../../shared/encoding/pem.ts';
import { TAG } from '../../../../shared/encoding/der.ts';
import { spkiOf } from '../../../encoding/public-parts.ts';
import { requirePassphraseLength, utf16Passphrases } from '../../../reading/protection/passphrase.ts';
import type { InputProblem } from '../../../../shared/problems/input.ts';
import { type Passphrase, PBES2_AES256 } from './pbe.ts';
import { privateJwk } from './private-jwk.ts';
import { type AgeRecipient, type Recipient, readRecipient } from './recipient.ts';
import { requireReadableByForge } from './second-reader.ts';
import { requireReadable, requireSealed } from './self-check.ts';
import { writePassphraseJwe, writeRecipientJwe } from './write-jwe.ts';
import { writePkcs12 } from './write-pkcs12.ts';
import { erasing } from '../../../ports/secret.ts';

export async function protect(pkcs8: Uint8Array, key: SigningKey, order: ProtectionOrder): Promise<ProtectedFile> {
  if (order.recipient !== null) {
    return sealed(pkcs8, key, order, await readRecipient(order.recipient));
  }
  const passphrase = bothForms(order.passphrase);
  using utf16 = erasing(passphrase.utf16);
  return await underPassphrase(pkcs8, key, order, { ...passphrase, utf16 });
}

async function underPassphrase(
  pkcs8: Uint8Array,
  key: SigningKey,
  { format, flavour }: ProtectionOrder,
  passphrase: Passphrase,
): Promise<ProtectedFile> {
  const certificate = Buffer.from(key.certificate, 'base64');
  const chain = chainOf(key).map((each) => Buffer.from(each, 'base64'));
  const spki = spkiOf(new X509Certificate(certificate).publicKey);
  const checked = async (file: Omit<ProtectedFile, 'recipient'>, inside: Uint8Array | null): Promise<ProtectedFile> => {
    await requireReadable(file.bytes, passphrase.utf8, { spki, certificate: inside });
    return { ...file, recipient: null };
  };
  switch (format) {
    case 'p12': {
      const bytes = await writePkcs12({ pkcs8, certificate, chain, name: key.kid }, flavour, passphrase);
      if (flavour === 'compatible') {
        await requireReadableByForge(bytes, passphrase.utf8, { spki, certificate });
      }
      return checked({ bytes, protection: P12_PROTECTION[flavour] }, certificate);
    }
    case 'pkcs8': {
      const { algorithm, encrypted } = await PBES2_AES256.encrypt(pkcs8, passphrase);
      const der = encodeDer(TAG.sequence, algorithm, encodeDer(TAG.octetString, encrypted));
      const bytes = pem('ENCRYPTED PRIVATE KEY', der);
      return checked({ bytes, protection: PKCS8_PROTECTION }, null);
    }
    case 'private-jwk': {
      using plain = erasing(privateJwk(pkcs8, key.jwk));
      const jwe = await writePassphraseJwe(plain, key.kid, flavour, passphrase.utf8);
      return await checked({ bytes: Buffer.from(jwe), protection: jweProtection(flavour) }, certificate);
    }
  }
}

/** For a recipient: a JWK into a JWE for a JWK, any key into an age file for an age recipient. */
async function sealed(
  pkcs8: Uint8Array,
  key: SigningKey,
  { format }: ProtectionOrder,
  recipient: Recipient,
): Promise<ProtectedFile> {
  if (format === 'p12' || (format === 'pkcs8' && recipient.kind === 'JWK')) {
    const possible: InputProblem = format === 'p12' ? { code: 'p12-passphrase-only' } : { code: 'pkcs8-no-jwk' };
    throw new CustodianError('INPUT_INVALID', { field: 'recipient', problem: possible });
  }
  using plain = erasing(format === 'pkcs8' ? pem('PRIVATE KEY', pkcs8) : privateJwk(pkcs8, key.jwk));
  const file =
    recipient.kind === 'JWK' ? Buffer.from(await writeRecipientJwe(plain, recipient)) : await age(plain, recipient.to);
  requireSealed(file, plain);
  const protection = recipient.kind === 'JWK' ? jweSealed(recipient.alg) : ageSealed(recipient);
  return { bytes: file, protection, recipient: recipient.fingerprint };
}

const ageSealed = ({ fingerprint }: AgeRecipient): FileProtection => ({
  code: fingerprint.startsWith('age1') ? 'age' : 'age-ssh',
});

async function age(plain: Uint8Array, recipient: AgeRecipient['to']): Promise<Uint8Array> {
  // Few starts of the program need it.
  const [{ Encrypter }, { sshRecipient }] = await Promise.all([import('age-encryption'), import('./age-ssh.ts')]);
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(typeof recipient === 'string' ? recipient : sshRecipient(recipient));
  } catch (cause) {
    throw new CustodianError('INPUT_INVALID', { field: 'recipient', problem: { code: 'age-mistyped' } }, { cause });
  }
  try {
    return await encrypter.encrypt(plain);
  } catch (cause) {
    // What one runtime's library does not take, such as an exponent of many octets.
    const problem = { code: 'public-key-unusable' } as const;
    throw new CustodianError('INPUT_INVALID', { field: 'recipient', problem }, { cause });
  }
}

/** Throws INPUT_INVALID for no passphrase, a very long one, or one that is not text: PKCS#12 wants letters, not octets. */
function bothForms(utf8: Uint8Array | null): Passphrase {
  requirePassphraseLength(utf8);
  if (utf8 === null || utf8.length === 0) {
    throw new CustodianError('INPUT_INVALID', { field: 'passphrase', problem: { code: 'empty' } });
  }
  const isText = Buffer.from(Buffer.from(utf8).toString('utf8')).equals(utf8);
  const [utf16, ...others] = utf16Passphrases(utf8);
  others.forEach((other) => other.fill(0));
  if (!isText || utf16 === undefined) {
    throw new CustodianError('INPUT_INVALID', { field: 'passphrase', problem: { code: 'not-utf8' } });
  }
  return { utf8, utf16 };
}

const pem = (label: string, der: Uint8Array): Buffer => Buffer.from(armour(der, { label }));
