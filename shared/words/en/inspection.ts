// What was found in a file, in English, and how an answer in codes becomes one in the words of a language.
import type { Advices, InspectionWords, PlainValues, PlainWarnings, Purposes } from '../inspection.ts';
import { fileFormat, keyKind, scheme } from './names.ts';
import { keyFileProblem } from './problems/key-file.ts';
import { type FoundValue, isPlainValue, isPlainWarning } from '../../domain/reading/inspection.ts';
import { sentenceFor } from './errors.ts';

const PURPOSES: Purposes = {
  'private key': 'The secret half of a key pair: it signs.',
  'public key': 'The half of a key pair that everybody may have: it verifies what the private key signed.',
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

const ADVICE: Advices = {
  'public key':
    'It can be compared with the keys in custody by its thumbprint. A private key is needed to import a key.',
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

const VALUES: PlainValues = {
  yes: 'yes',
  no: 'no',
  unknown: 'unknown',
  unreadable: 'unreadable',
  empty: 'empty',
  'self-signed': 'the same (self-signed)',
  'signature-verified': 'verified: the issuer is in the file',
  'signature-own': 'verified: its own',
  'signature-unverified': 'not verified: the issuer is not in the file',
  passphrase: 'a passphrase',
  'by-pkcs12': 'by the PKCS#12 file',
  'hidden-key': 'a private key, which is not shown',
  'too-deep': 'nested too deeply to be shown',
  'unusual-curve': 'EC on an unusual curve',
};

const WARNINGS: PlainWarnings = {
  zeros: 'It holds nothing but zeros.',
  'unknown-der': 'It is DER, but no structure that is known here.',
  'utf-16': 'The text is UTF-16; many programs expect UTF-8.',
  'only-block-cut-off': 'Its PEM block is cut off: the end is missing.',
  'block-cut-off': 'A block is cut off: its end is missing.',
  'not-base64': 'Its content is not Base64.',
  damaged: 'It is damaged.',
  'key-in-the-clear': 'The private key lies in the clear: whoever has the file has the key.',
  'age-key-in-the-clear': 'A secret key of age lies in the clear: whoever has the file has the key.',
  'weak-protection': 'Its protection is weak by the measure of today.',
  'no-mac': 'It has none: nobody would notice a change.',
  'no-ring-takes-it': 'No ring here uses this kind of key.',
  'kind-not-readable': 'It is of no kind that can be read here.',
  'key-too-short': 'The key is too short: at least 2048 bits are needed.',
  'small-exponent': 'The public exponent is below 65537.',
  'certificate-expired': 'The certificate has expired.',
  'certificate-not-yet-valid': 'The certificate is not yet valid.',
  'signature-broken': 'Its signature does not hold: it was altered, or it is not by that issuer.',
  'algorithms-differ': 'It names two different algorithms for its signature.',
  'critical-unknown': 'It has a critical extension that is not known here; verifiers refuse it.',
  'extension-twice': 'It has the same extension twice.',
  'request-unproven': 'Its signature could not be checked.',
  'list-out-of-date': 'The list is out of date.',
  'token-unsigned': 'It carries no signature (alg: none) and proves nothing.',
  'token-expired': 'The token has expired.',
  'token-decoded-only': 'Decoded only: nobody checked the signature.',
  'token-is-a-secret': 'A token that still lives is a secret like a password.',
  'no-jwk-inside': 'What is encrypted in it is not a JWK.',
  'login-page': 'Perhaps a login page was saved in place of the file: download it again while logged in.',
};

const asItIs = (text: string): string => text;

const value = (found: FoundValue): string => {
  if (typeof found === 'string') {
    return found;
  }
  if (isPlainValue(found)) {
    return VALUES[found.code];
  }
  switch (found.code) {
    case 'recipient-keys':
      return `${found.count} recipient keys`;
    case 'algorithm':
      return `algorithm ${found.oid}`;
    case 'scheme':
      return scheme(found.scheme);
    case 'key-kind':
      return keyKind(found.kind);
    case 'cut':
      return `${found.text}… (${found.characters} characters)`;
  }
};

export const INSPECTION_WORDS: InspectionWords = {
  kind: asItIs,
  format: fileFormat,
  purpose: (kind) => PURPOSES[kind],
  advice(kind, importable) {
    switch (importable) {
      case 'yes':
        return 'It can be imported into a ring of its kind. Destroy the file afterwards.';
      case 'with its passphrase':
        return 'It can be imported with its passphrase, into a ring of its kind.';
      case 'no':
        return ADVICE[kind] ?? 'There is nothing to do with it here.';
    }
  },
  part(what) {
    if (typeof what === 'string') {
      return what;
    }
    return what.code === 'pgp-block' ? what.label.toLowerCase().replace('pgp', 'PGP') : `block “${what.label}”`;
  },
  fact: (name) => (typeof name === 'string' ? name : value(name.member)),
  value,
  warning(found) {
    if (isPlainWarning(found)) {
      return WARNINGS[found.code];
    }
    switch (found.code) {
      case 'weak-signature':
        return `Its signature (${scheme(found.signedWith)}) no longer proves anything.`;
      case 'weak-key':
        return `It is weak: ${keyFileProblem(found.problem)}.`;
      case 'only-first-keys':
        return `Only the first ${found.shown} of ${found.of} keys are shown.`;
      case 'only-first-blocks':
        return `Only the first ${found.shown} blocks are shown.`;
      case 'refused':
        return sentenceFor(found.error).message;
    }
  },
};
