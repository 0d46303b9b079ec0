// PKCS#12 as the two JavaScript libraries write it, and as writers of BER do: lengths left open, strings in pieces.
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fromBER, OctetString } from 'asn1js';
import forge from 'node-forge';
import * as pkijs from 'pkijs';
import { derElements } from '../../../shared/encoding/der.ts';
import type { ImportCase } from '../../runtime/import-matrix.ts';
import { type BenchKey, NON_ASCII, PASSPHRASE, readable, type Workbench } from './workbench.ts';

export async function javascriptStores({ keys, run }: Workbench): Promise<ImportCase[]> {
  const { rsa, ed25519 } = keys;
  const pkcs8 = (key: BenchKey): Buffer =>
    run('openssl', 'pkcs8', '-topk8', '-nocrypt', '-in', key.key, '-outform', 'DER');
  const byPkijs = await pkijsStore(pkcs8(ed25519), NON_ASCII);
  const byForge = forgeStore(rsa, PASSPHRASE);
  return [
    readable('PKCS#12 of pkijs', ed25519, byPkijs, 'PKCS#12', { passphrase: NON_ASCII }),
    readable('PKCS#12 of node-forge', rsa, byForge, 'PKCS#12', { passphrase: PASSPHRASE, certificate: true }),
    readable('PKCS#12 in BER', rsa, asBer(byForge), 'PKCS#12', { passphrase: PASSPHRASE, certificate: true }),
  ];
}

function forgeStore({ key, certificate }: BenchKey, passphrase: string): Buffer {
  const privateKey = forge.pki.privateKeyFromPem(readFileSync(key, 'utf8'));
  const [own] = [forge.pki.certificateFromPem(readFileSync(certificate, 'utf8'))];
  const store = forge.pkcs12.toPkcs12Asn1(privateKey, own, passphrase, { algorithm: '3des', count: 1000 });
  return Buffer.from(forge.asn1.toDer(store).getBytes(), 'latin1');
}

async function pkijsStore(pkcs8: Buffer, passphrase: string): Promise<Buffer> {
  const password = Uint8Array.from(Buffer.from(passphrase)).buffer;
  pkijs.setEngine('tests', new pkijs.CryptoEngine({ name: 'tests', crypto: webcrypto as Crypto }));
  const bag = new pkijs.PKCS8ShroudedKeyBag({ parsedValue: pkijs.PrivateKeyInfo.fromBER(Uint8Array.from(pkcs8)) });
  await bag.makeInternalValues({
    password,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 } as AesCbcParams & { length: number },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: 1000,
  });
  const safe = new pkijs.SafeContents({
    safeBags: [new pkijs.SafeBag({ bagId: '1.2.840.113549.1.12.10.1.2', bagValue: bag })],
  });
  const authenticated = new pkijs.AuthenticatedSafe({
    parsedValue: { safeContents: [{ privacyMode: 0, value: safe }] },
  });
  await authenticated.makeInternalValues({ safeContents: [{}] });
  const store = new pkijs.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: authenticated } });
  await store.makeInternalValues({
    password,
    iterations: 1000,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  });
  return Buffer.from(store.toSchema().toBER());
}

/** The same structure in BER: every SEQUENCE with an open length, every long OCTET STRING in pieces of 100. */
export function asBer(der: Uint8Array): Buffer {
  return Buffer.concat((derElements(der) ?? []).map(({ tag, contents }) => berElement(tag, contents)));
}

const OPEN = Buffer.of(0x80);
const END = Buffer.alloc(2);

function berElement(tag: number, contents: Uint8Array): Buffer {
  if ((tag & 0x20) !== 0) {
    return Buffer.concat([Buffer.of(tag), OPEN, asBer(contents), END]);
  }
  if (tag !== 0x04 || contents.length <= 100) {
    return Buffer.from(new OctetString({ valueHex: Uint8Array.from(contents) }).toBER()).fill(tag, 0, 1);
  }
  const pieces = [];
  for (let at = 0; at < contents.length; at += 100) {
    pieces.push(Buffer.from(new OctetString({ valueHex: Uint8Array.from(contents.subarray(at, at + 100)) }).toBER()));
  }
  const whole = Buffer.concat([Buffer.of(0x24), OPEN, ...pieces, END]);
  if (fromBER(whole).offset !== whole.length) {
    throw new Error('the test writes broken BER');
  }
  return whole;
}
