// Writes a PKCS#12 file (RFC 7292) with one key and its certificate, for any kind of key and in both flavours. node-forge
// knows RSA alone and spells passwords beyond ASCII wrongly under AES; pkijs makes the MAC of such passwords from other
// octets than RFC 7292 says, which few readers forgive. The structure is the same for both flavours.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Flavour } from '../../../../shared/domain/exports/hand-over.ts';
import { LEGACY_ROUNDS, MAC_ROUNDS } from '../../../../shared/domain/exports/protections.ts';
import { encodeDer, encodeOid } from '../../../encoding/der.ts';
import { TAG } from '../../../../shared/encoding/der.ts';
import { OID } from '../../../encoding/object-identifiers.ts';
import { pkcs12Derive, PURPOSE } from '../../../reading/protection/pkcs12-kdf.ts';
import { derInteger, type Encryption, LEGACY_3DES, type Passphrase, PBES2_AES256 } from './pbe.ts';
import { erasing } from '../../../ports/secret.ts';

interface Ciphers {
  encryption: Encryption;
  mac: { digest: 'sha1' | 'sha512'; oid: string; length: number; rounds: number };
}

const FLAVOURS: Record<Flavour, Ciphers> = {
  // PBMAC1 (RFC 9579) would be plainer, but OpenSSL before 3.4 and Java do not read it.
  modern: {
    encryption: PBES2_AES256,
    mac: { digest: 'sha512', oid: '2.16.840.1.101.3.4.2.3', length: 64, rounds: MAC_ROUNDS },
  },
  compatible: {
    encryption: LEGACY_3DES,
    mac: { digest: 'sha1', oid: '1.3.14.3.2.26', length: 20, rounds: LEGACY_ROUNDS },
  },
};

const OID_ENCRYPTED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const OID_CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const OID_X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const OID_FRIENDLY_NAME = '1.2.840.113549.1.9.20';
const OID_LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
const TAG_BMP_STRING = 0x1e;

interface Content {
  pkcs8: Uint8Array;
  certificate: Uint8Array;
  /** Its issuers, nearest first. */
  chain: readonly Uint8Array[];
  /** By which key stores call the entry. */
  name: string;
}

const sequence = (...contents: readonly Uint8Array[]): Buffer => encodeDer(TAG.sequence, ...contents);
const octets = (content: Uint8Array): Buffer => encodeDer(TAG.octetString, content);
const explicit = (...contents: readonly Uint8Array[]): Buffer => encodeDer(TAG.context0, ...contents);

export async function writePkcs12(content: Content, flavour: Flavour, passphrase: Passphrase): Promise<Buffer> {
  const { encryption, mac } = FLAVOURS[flavour];
  const attributes = bagAttributes(content);
  const key = await encryption.encrypt(content.pkcs8, passphrase);
  const keyBag = bag(OID_ENCRYPTED_KEY_BAG, sequence(key.algorithm, octets(key.encrypted)), attributes);
  // Issuers have no attributes: what bears the link is paired with the key.
  const certificates = sequence(
    certificateBag(content.certificate, attributes),
    ...content.chain.map((each) => certificateBag(each)),
  );
  const authenticated = sequence(
    await encryptedSafe(certificates, encryption, passphrase),
    sequence(encodeOid(OID.data), explicit(octets(sequence(keyBag)))),
  );
  return sequence(
    derInteger(3),
    sequence(encodeOid(OID.data), explicit(octets(authenticated))),
    await macData(authenticated, mac, passphrase),
  );
}

const certificateBag = (der: Uint8Array, ...attributes: readonly Uint8Array[]): Buffer =>
  bag(OID_CERTIFICATE_BAG, sequence(encodeOid(OID_X509_CERTIFICATE), explicit(octets(der))), ...attributes);

function bag(type: string, value: Uint8Array, ...attributes: readonly Uint8Array[]): Buffer {
  return sequence(encodeOid(type), explicit(value), ...attributes);
}

const attribute = (type: string, value: Uint8Array): Buffer => sequence(encodeOid(type), encodeDer(TAG.set, value));

/** Name and link are the same for key and certificate, or Windows and Java do not pair them. */
function bagAttributes({ certificate, name }: Content): Buffer {
  const friendlyName = encodeDer(TAG_BMP_STRING, Buffer.from(name, 'utf16le').swap16());
  const keyId = octets(createHash('sha1').update(certificate).digest());
  const both = [attribute(OID_FRIENDLY_NAME, friendlyName), attribute(OID_LOCAL_KEY_ID, keyId)];
  return encodeDer(TAG.set, ...both.sort((a, b) => Buffer.compare(a, b)));
}

/** EncryptedData (RFC 5652 §8) with SafeContents. */
async function encryptedSafe(contents: Uint8Array, encryption: Encryption, passphrase: Passphrase): Promise<Buffer> {
  const { algorithm, encrypted } = await encryption.encrypt(contents, passphrase);
  const info = sequence(encodeOid(OID.data), algorithm, encodeDer(0x80, encrypted));
  return sequence(encodeOid(OID.encryptedData), explicit(sequence(derInteger(0), info)));
}

async function macData(authenticated: Uint8Array, mac: Ciphers['mac'], { utf16 }: Passphrase): Promise<Buffer> {
  const salt = randomBytes(16);
  const { digest, oid, length, rounds } = mac;
  const input = { passphrase: utf16, salt, rounds, digest, length };
  using key = erasing(await pkcs12Derive({ ...input, purpose: PURPOSE.mac }));
  const value = createHmac(digest, key).update(authenticated).digest();
  const algorithm = sequence(encodeOid(oid), encodeDer(0x05));
  return sequence(sequence(algorithm, octets(value)), octets(salt), derInteger(rounds));
}
