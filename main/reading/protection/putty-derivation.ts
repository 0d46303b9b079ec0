// How PuTTY makes keys of a passphrase: SHA-1 in version 2 of its files, Argon2 in version 3. The private key is in AES-256
// in CBC mode, filled up to whole blocks.
import { createDecipheriv, hash } from 'node:crypto';
import { argon2dAsync, argon2iAsync, argon2idAsync } from '@noble/hashes/argon2.js';
import type { FileFormat, Scheme } from '../../../shared/domain/reading/schemes.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { stillLocked, type Unlocking } from './unlock.ts';

export interface PuttyKeys extends Disposable {
  hash: 'sha1' | 'sha256';
  macKey: Buffer;
  decrypt(hidden: Uint8Array): Buffer;
}

interface PuttyDerivation {
  isOpen: boolean;
  scheme: Scheme;
  keys(unlocking: Unlocking, format: FileFormat): Promise<PuttyKeys>;
}

const MAC_LABEL = 'putty-private-key-file-mac-key';

const ARGON2 = { Argon2id: argon2idAsync, Argon2i: argon2iAsync, Argon2d: argon2dAsync } as const;
const isArgon2 = (name: string): name is keyof typeof ARGON2 => Object.hasOwn(ARGON2, name);

/** Units of work for one pass over one KiB. */
const KIB_COST = 46;
const MAX_KIB = 1024 * 1024;

export function puttyDerivation(version: '2' | '3', headers: ReadonlyMap<string, string>): PuttyDerivation {
  const encryption = headers.get('Encryption') ?? '';
  if (encryption === 'none') {
    return {
      isOpen: true,
      scheme: { code: 'one-round', hash: 'SHA-1' },
      keys: () => Promise.resolve(openKeys(version)),
    };
  }
  if (encryption !== 'aes256-cbc') {
    const name = /^[\w-]{1,40}$/.test(encryption) ? encryption : 'PuTTY';
    throw new CustodianError('KEY_CIPHER_UNSUPPORTED', { cipher: { code: 'named', name } });
  }
  return version === '2' ? ofVersion2() : ofVersion3(headers);
}

const openKeys = (version: '2' | '3'): PuttyKeys =>
  keysOf(
    version === '2' ? 'sha1' : 'sha256',
    version === '2' ? hash('sha1', MAC_LABEL, 'buffer') : Buffer.alloc(0),
    (hidden) => Buffer.from(hidden),
  );

function ofVersion2(): PuttyDerivation {
  return {
    isOpen: false,
    scheme: { code: 'one-round', hash: 'SHA-1' },
    keys({ passphrase }) {
      const parts = [0, 1].map((count) =>
        hash('sha1', Buffer.concat([Buffer.of(0, 0, 0, count), passphrase]), 'buffer'),
      );
      const key = Buffer.concat(parts).subarray(0, 32);
      const macKey = hash('sha1', Buffer.concat([Buffer.from(MAC_LABEL), passphrase]), 'buffer');
      return Promise.resolve(keysOf('sha1', macKey, (hidden) => decrypted(key, Buffer.alloc(16), hidden), key));
    },
  };
}

function ofVersion3(headers: ReadonlyMap<string, string>): PuttyDerivation {
  const name = headers.get('Key-Derivation') ?? '';
  const [m, t, p] = ['Memory', 'Passes', 'Parallelism'].map((field) => Number(headers.get(`Argon2-${field}`)));
  const salt = Buffer.from(headers.get('Argon2-Salt') ?? '', 'hex');
  if (!isArgon2(name) || !isCount(m) || !isCount(t) || !isCount(p) || m < 8 * p || salt.length < 8) {
    throw unreadable(DAMAGED);
  }
  const scheme = { code: 'argon2', name, kib: m, passes: t, lanes: p } as const;
  return {
    isOpen: false,
    scheme,
    async keys(unlocking, format) {
      const { passphrase, budget } = unlocking;
      const work = m > MAX_KIB ? Infinity : m * t * KIB_COST;
      budget.require(work, scheme);
      if (passphrase.length === 0) {
        throw stillLocked(unlocking, format); // PuTTY encrypts under none
      }
      budget.take(work, scheme);
      const derived = Buffer.from(await ARGON2[name](passphrase, salt, { m, t, p, dkLen: 80, maxmem: MAX_KIB * 1024 }));
      const [key, iv, macKey] = [derived.subarray(0, 32), derived.subarray(32, 48), derived.subarray(48)];
      return keysOf('sha256', macKey, (hidden) => decrypted(key, iv, hidden), derived);
    },
  };
}

const isCount = (value: number | undefined): value is number =>
  value !== undefined && Number.isSafeInteger(value) && value >= 1;

const keysOf = (
  digest: 'sha1' | 'sha256',
  macKey: Buffer,
  decrypt: PuttyKeys['decrypt'],
  held: Buffer = macKey,
): PuttyKeys => ({
  hash: digest,
  macKey,
  decrypt,
  [Symbol.dispose]: () => [macKey, held].forEach((each) => each.fill(0)),
});

function decrypted(key: Uint8Array, iv: Uint8Array, hidden: Uint8Array): Buffer {
  if (hidden.length === 0 || hidden.length % 16 !== 0) {
    throw unreadable(DAMAGED);
  }
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([decipher.update(hidden), decipher.final()]);
}
