// Every short form by which people and systems compare a certificate or its key, each under its name, one a line: so
// that nobody has to convert SHA-1 to SHA-256, hex to base64url, capitals to small letters, or add colons, by hand.
import { createHash, X509Certificate } from 'node:crypto';
import { certificateFacts } from './certificate-facts.ts';
import { asText, type KeyFormat, type PublicKeyRecord, utf8 } from './format.ts';
import { certificateSpki } from './spki.ts';
import { jwkThumbprint, thumbprintUri } from '../../shared/encoding/thumbprint.ts';

export const fingerprint: KeyFormat = {
  text: true,
  encode: (key) => {
    const lines = fingerprintLines(key).map(([name, value]) => `${`${name}:`.padEnd(34)}${value}\n`);
    return utf8(lines.join(''));
  },
  holds: (file, { certificate }) => {
    const { fingerprint: sha1, fingerprint256: sha256, raw } = new X509Certificate(certificate);
    const text = asText(file);
    const capitals = [sha1, sha256].flatMap((colons) => [colons, colons.replaceAll(':', '')]);
    const forms = capitals.flatMap((form) => [form, form.toLowerCase()]);
    return raw.length > 0 && forms.every((form) => text.includes(`${form}\n`));
  },
};

function fingerprintLines({ certificate, jwk }: PublicKeyRecord): [name: string, value: string][] {
  const sha1 = createHash('sha1').update(certificate).digest();
  const sha256 = createHash('sha256').update(certificate).digest();
  return [
    ['Subject', certificateFacts(certificate).subject],
    ['Key ID (kid)', jwk.kid],
    ...hexForms('SHA-1', sha1),
    ...hexForms('SHA-256', sha256),
    ['x5t', sha1.toString('base64url')],
    ['x5t#S256', sha256.toString('base64url')],
    ['JWK thumbprint (RFC 7638)', jwkThumbprint(jwk)],
    ['JWK thumbprint URI (RFC 9278)', thumbprintUri(jwk)],
    ['Public key pin (SHA-256)', publicKeyPin(certificate)],
  ];
}

function hexForms(name: string, digest: Buffer): [name: string, value: string][] {
  const small = digest.toString('hex');
  const smallColons = small.replaceAll(/..(?!$)/g, '$&:');
  return [
    [`${name} with colons`, smallColons.toUpperCase()],
    [`${name} without colons`, small.toUpperCase()],
    [`${name} small, with colons`, smallColons],
    [`${name} small, without colons`, small],
  ];
}

/** SHA-256 of the SubjectPublicKeyInfo in Base64 (RFC 7469 §2.4), as pinning tools write it. */
export const publicKeyPin = (certificate: Uint8Array): string => pinOf(certificateSpki(certificate));

export const pinOf = (spki: Uint8Array): string => `sha256/${createHash('sha256').update(spki).digest('base64')}`;
