// Every short form by which people and systems compare a certificate, each under its name, one a line: so that nobody
// has to convert SHA-1 to SHA-256, hex to base64url, or add colons, by hand.
import { createHash, X509Certificate } from 'node:crypto';
import { certificateFacts } from './certificate-facts.ts';
import { asText, type KeyFormat, type PublicKeyRecord, utf8 } from './format.ts';
import { certificateSpki } from './spki.ts';

export const fingerprint: KeyFormat = {
  extension: 'fingerprint.txt',
  text: true,
  encode: (key) => {
    const lines = fingerprintLines(key).map(([name, value]) => `${`${name}:`.padEnd(26)}${value}\n`);
    return utf8(lines.join(''));
  },
  holds: (file, { certificate }) => {
    const { fingerprint: sha1, fingerprint256: sha256, raw } = new X509Certificate(certificate);
    const text = asText(file);
    const forms = [sha1, sha256].flatMap((colons) => [colons, colons.replaceAll(':', '')]);
    return raw.length > 0 && forms.every((form) => text.includes(`${form}\n`));
  },
};

function fingerprintLines({ certificate, jwk }: PublicKeyRecord): [name: string, value: string][] {
  const sha1 = createHash('sha1').update(certificate).digest();
  const sha256 = createHash('sha256').update(certificate).digest();
  const pin = createHash('sha256').update(certificateSpki(certificate)).digest('base64');
  return [
    ['Subject', certificateFacts(certificate).subject],
    ['Key ID (kid)', jwk.kid],
    ['SHA-1 with colons', colons(sha1)],
    ['SHA-1 without colons', hex(sha1)],
    ['SHA-256 with colons', colons(sha256)],
    ['SHA-256 without colons', hex(sha256)],
    ['x5t', sha1.toString('base64url')],
    ['x5t#S256', sha256.toString('base64url')],
    ['Public key pin (SHA-256)', `sha256/${pin}`],
  ];
}

const hex = (digest: Buffer): string => digest.toString('hex').toUpperCase();

const colons = (digest: Buffer): string => hex(digest).replaceAll(/..(?!$)/g, '$&:');
