// What was found in a file, in English, and how an answer in codes becomes one in the words of a language.
import type { Advices, InspectionWords, PlainValues, PlainWarnings, Purposes } from '../inspection.ts';
import { fileFormat, keyKind, scheme } from './names.ts';
import { keyFileProblem } from './problems/key-file.ts';
import type { ImportNeed, Layer, PassphraseForm, Repair } from '../../domain/reading/notes.ts';
import { type FoundValue, isPlainValue, isPlainWarning } from '../../domain/reading/inspection.ts';
import { sentenceFor } from './errors.ts';

const PURPOSES: Purposes = {
  'private key': 'The secret half of a key pair: it signs.',
  'public key': 'The half of a key pair that everybody may have: it verifies what the private key signed.',
  certificate: 'A public key with a name and dates on it. Verifiers take it to check signatures.',
  'certificate request': 'Asks an authority for a certificate. It holds the public key and a name.',
  'revocation list': 'Names the certificates that an authority no longer stands behind.',
  'PKCS#7': 'Carries certificates from one system to another, in one file.',
  'PKCS#12': 'Carries private keys together with their certificates, mostly under a passphrase.',
  'JWK set': 'The keys of a token issuer in JSON. Its public form is what verifiers fetch.',
  'signed token': 'A statement by an issuer, signed so that its reader can check it.',
  'approval request': 'Another officer asks for a second yes to an act.',
  approval: 'The answer of a second officer to a request.',
  'encrypted JOSE': 'Something that only the owner of a passphrase or of a key can read.',
  SSH: 'A key in a form of SSH, with which people log in to other machines.',
  PGP: 'Belongs to OpenPGP: mail and package signatures, not tokens.',
  age: 'A file that the age tool encrypted, or a key of that tool.',
  parameters: 'Numbers from which keys can be made. It holds no key.',
  'key store': 'The key store of Java programs, in a form from before PKCS#12.',
  document: 'A document that is no key by itself.',
  empty: 'There is nothing in it.',
  unknown: 'It is nothing that is known here.',
};

const ADVICE: Advices = {
  'public key':
    'It can be compared with the keys in custody by its thumbprint. A private key is needed to import a key.',
  certificate: 'It can be compared by its fingerprints. To import a key, find the private key that belongs to it.',
  'certificate request': 'Send it to the authority. It cannot be imported.',
  'PKCS#7': 'It holds no private key. Take the certificates out of it where they are needed.',
  'JWK set': 'It holds no private key that can be imported.',
  'signed token': 'Verify it before trusting a word of it.',
  'approval request':
    'Answer it: approve or refuse what is asked. All of it is shown before you do, with the device that signed it.',
  approval: 'Take it on the machine that asked, then do there again what was asked for.',
  'encrypted JOSE': 'It cannot be imported as it is; the warnings say why.',
  SSH: 'A public key signs nothing, so there is nothing to import or to convert.',
  age: 'Decrypt it with age, then look at what comes out.',
  'key store': 'It cannot be imported as it is; the warnings say why.',
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
  'by-openssh': 'by the OpenSSH file',
  'by-store': 'by the key store',
  signing: 'signing',
  encryption: 'encryption',
  'signing-and-encryption': 'signing and encryption',
  'own-signature': 'the signature on the document itself',
  'hidden-key': 'a private key, which is not shown',
  'too-deep': 'nested too deeply to be shown',
  'unusual-curve': 'EC on an unusual curve',
};

const WARNINGS: PlainWarnings = {
  zeros: 'It holds nothing but zeros.',
  'unknown-der': 'It is DER, but no structure that is known here.',
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
  'login-page': 'Perhaps a login page was saved in place of the file: download it again while logged in.',
  'x5c-other-key': 'Its x5c holds the certificate of another key.',
  'x5c-unreadable': 'The certificate in its x5c cannot be read.',
  'use-and-operations-apart': 'Its use and its key_ops say different things.',
  'store-unchecked':
    'The digest over the whole store does not fit this passphrase: the store has another one than its keys, or it was changed.',
  'store-read-in-part': 'It is a secret in a form of Java’s own; what lies behind it in the store was not read.',
};

const LAYERS: Readonly<Record<Layer, string>> = {
  gzip: 'It was unpacked: the file is a gzip archive.',
  'byte-order-mark': 'A byte order mark stands in front; some programs stumble over it.',
  'utf-16': 'The text is UTF-16; many programs expect UTF-8.',
  'quoted-printable': 'It is written as mail is sent (quoted-printable), which was undone.',
  html: 'It was copied from a web page: tags and entities were left out.',
  'mail-quotes': 'It was quoted in a mail: the marks before its lines were left out.',
  dashes: 'The dashes around BEGIN and END are not five hyphens; they were taken as such.',
  invisible: 'There are characters in it that cannot be seen, as chats and web pages put in; they were left out.',
  escaped: 'Its line ends are written out as \\n, or it stands in source code; that was undone.',
  'escaped-twice': 'Its line ends are written out twice, as \\\\n; that was undone.',
  'headers-in-line': 'Its header lines stood on one line with its content; they were put on their own.',
  'labels-differ': 'Its BEGIN and END lines differ: somebody edited one of them.',
  'begin-missing': 'Its BEGIN line is missing.',
  'end-missing': 'Its END line is missing.',
  base64: 'It stood in Base64, which was decoded.',
  base64url: 'It stood in base64url, which was decoded.',
  hex: 'It stood in hex, which was decoded.',
  numbers: 'It stood as a list of numbers, one for each octet.',
  'octets-behind': 'There are octets behind its end, such as a line end that an editor put there; they were left out.',
  'trailing-commas': 'This is not valid JSON: there is a comma too many, which was left out.',
};

const REPAIRS: Readonly<Record<Repair, string>> = {
  'crt-computed': 'Values that follow from its primes were left out; they were computed.',
  'primes-computed': 'Its primes were left out; they were computed from its exponents.',
  padding: 'Its members end in =, which a JWK must not have.',
  alphabet: 'Its members are in the alphabet of ordinary Base64; a JWK wants base64url.',
  'coordinate-length': 'Its numbers are not as long as its curve wants them; they were brought to that length.',
  'explicit-curve': 'Its curve is written out in numbers; they are those of a named curve.',
  'curve-of-block': 'Its curve is named only by the block of parameters before it.',
};

const FORMS: Readonly<Record<PassphraseForm, string>> = {
  'as-given': 'The passphrase opened it.',
  empty: 'It opens with the empty passphrase: whoever has the file has the key.',
  'without-mark': 'It opened without what an editor put around the passphrase: a byte order mark or a line end.',
  'utf-16': 'It opened with the passphrase brought from UTF-16 into UTF-8.',
  'latin-1': 'It opened with the passphrase in Latin-1: it was protected on a system of that encoding.',
  decomposed: 'It opened with letters and accents apart (NFD), as macOS writes them.',
  composed: 'It opened with letters and accents together (NFC).',
};

const NEEDS: Readonly<Record<ImportNeed, string>> = {
  'small-exponent': 'Import wants an explicit yes to its small exponent: --allow-small-exponent on the command line.',
  entry: 'Import asks which of its keys is meant: --entry on the command line.',
  'long-work': 'Import can be told to take the time: --allow-long-work on the command line.',
};

const asItIs = (text: string): string => text;

const CUSTODY_CERTIFICATE = { same: ', with this certificate', other: ', with another certificate' } as const;

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
    case 'in-custody':
      return `${found.tenant}, kid ${found.kid}, ${found.state}${found.certificate === null ? '' : CUSTODY_CERTIFICATE[found.certificate]}`;
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
      case 'keys-tested-in-part':
        return `${found.tested} of its ${found.of} public keys were tested for factors; the others were not.`;
      case 'layer':
        return LAYERS[found.layer];
      case 'repaired':
        return REPAIRS[found.repair];
      case 'passphrase-form':
        return FORMS[found.form];
      case 'import-needs':
        return NEEDS[found.need];
      case 'kid-repeated':
        return `Several keys of the set have the kid “${found.kid}”: verifiers take the first, or none.`;
      case 'thumbprint-hex':
        return `Its ${found.member} is written in hex; verifiers expect base64url of the octets.`;
      case 'thumbprint-unfit':
        return `Its ${found.member} is no thumbprint.`;
      case 'thumbprint-other':
        return `Its ${found.member} is that of another certificate.`;
      case 'cut-off':
        return `It is cut off: ${found.bytes} of ${found.of} bytes are there.`;
      case 'refused':
        return sentenceFor(found.error).message;
    }
  },
};
