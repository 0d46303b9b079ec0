// What a file of each kind is for, and what can be done with it here, in plain words.
import type { InspectedFile, InspectedKind } from '../../../shared/model/inspected-file.ts';

const PURPOSES: Readonly<Record<InspectedKind, string>> = {
  'private key': 'The secret half of a key pair: it signs.',
  'public key': 'The half of a key pair that everybody may have: it verifies what the private half signed.',
  certificate: 'A public key with a name and dates on it. Verifiers take it to check signatures.',
  'certificate request': 'Asks an authority for a certificate. It holds the public key and a name.',
  'revocation list': 'Names the certificates that an authority no longer stands behind.',
  'PKCS#7': 'Carries certificates from one system to another, in one file.',
  'PKCS#12': 'Carries private keys together with their certificates, under a passphrase.',
  'JWK set': 'The keys of a token issuer in JSON. Its public form is what verifiers fetch.',
  'signed token': 'A statement by an issuer, signed so that its reader can check it.',
  'encrypted JOSE': 'Something that only the owner of a passphrase or of a key can read.',
  SSH: 'A key for logging in to other machines, not for signing tokens.',
  PGP: 'Belongs to OpenPGP: mail and package signatures, not tokens.',
  age: 'A file that the age tool encrypted, or a key of that tool.',
  parameters: 'Numbers from which keys can be made. It holds no key.',
  'key store': 'The key store of Java programs, in its old form.',
  document: 'This is not key material.',
  empty: 'There is nothing in it.',
  unknown: 'It is nothing that is known here.',
};

const ADVICE: Readonly<Partial<Record<InspectedKind, string>>> = {
  'public key':
    'It can be compared with the keys in custody by its thumbprint. A private half is needed to import a key.',
  certificate: 'It can be compared by its fingerprints. To import a key, find the private key that belongs to it.',
  'certificate request': 'Send it to the authority. It cannot be imported.',
  'PKCS#7': 'It holds no private key. Take the certificates out of it where they are needed.',
  'JWK set': 'It holds public keys only, so there is nothing to import.',
  'signed token': 'Verify it before trusting a word of it.',
  'encrypted JOSE': 'It is opened by a key, not by a passphrase, so it cannot be imported here.',
  SSH: 'To use the key for tokens all the same, convert it with ssh-keygen -p -m PKCS8 first.',
  age: 'Decrypt it with age, then look at what comes out.',
  'key store': 'Convert it with keytool -importkeystore -deststoretype PKCS12, then import that.',
  'private key': 'It cannot be imported as it is; the warnings say why.',
  'PKCS#12': 'It cannot be imported as it is; the warnings say why.',
};

export function wordsFor(
  kind: InspectedKind,
  importable: InspectedFile['importable'],
): Pick<InspectedFile, 'purpose' | 'advice'> {
  const purpose = PURPOSES[kind];
  switch (importable) {
    case 'yes':
      return { purpose, advice: 'It can be imported into a ring of its kind. Destroy the file afterwards.' };
    case 'with its passphrase':
      return { purpose, advice: 'It can be imported with its passphrase, into a ring of its kind.' };
    case 'no':
      return { purpose, advice: ADVICE[kind] ?? 'There is nothing to do with it here.' };
  }
}
