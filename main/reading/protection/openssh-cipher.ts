// How OpenSSH protects its private keys: bcrypt (bcrypt_pbkdf of OpenBSD) makes key and vector of the passphrase. The
// ciphers are those of its transport, under its names.
import { createDecipheriv, timingSafeEqual } from 'node:crypto';
import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { chacha20orig } from '@noble/ciphers/chacha.js';
import { pbkdf } from 'bcrypt-pbkdf';
import type { FileFormat } from '../../../shared/domain/reading/schemes.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { erasing } from '../../ports/secret.ts';
import { sshFields } from '../ssh-wire.ts';
import { stillLocked, type Unlocking } from './unlock.ts';

interface Content {
  hidden: Uint8Array;
  /** Behind the content; empty for ciphers without one. */
  tag: Uint8Array;
}

interface SshCipher {
  keyBytes: number;
  ivBytes: number;
  /** `null` when the tag does not fit; without a tag, nobody knows. */
  decrypt(key: Uint8Array, iv: Uint8Array, content: Content): Buffer | null;
}

const block = (algorithm: string, keyBytes: number, ivBytes: number): SshCipher => ({
  keyBytes,
  ivBytes,
  decrypt(key, iv, { hidden }) {
    const decipher = createDecipheriv(algorithm, key, iv).setAutoPadding(false);
    return Buffer.concat([decipher.update(hidden), decipher.final()]);
  },
});

const gcm = (algorithm: 'aes-128-gcm' | 'aes-256-gcm', keyBytes: number): SshCipher => ({
  keyBytes,
  ivBytes: 12,
  decrypt(key, iv, { hidden, tag }) {
    if (tag.length !== 16) {
      throw unreadable(DAMAGED);
    }
    const decipher = createDecipheriv(algorithm, key, iv).setAuthTag(tag);
    const content = decipher.update(hidden);
    try {
      return Buffer.concat([content, decipher.final()]);
    } catch {
      content.fill(0);
      return null;
    }
  },
});

/** PROTOCOL.chacha20poly1305: the first block of the stream makes the key of the MAC. Key files have the number 0. */
const chacha: SshCipher = {
  keyBytes: 64,
  ivBytes: 0,
  decrypt(key, _iv, { hidden, tag }) {
    if (tag.length !== 16) {
      throw unreadable(DAMAGED);
    }
    const nonce = new Uint8Array(8);
    using macKey = erasing(chacha20orig(key.subarray(0, 32), nonce, new Uint8Array(32)));
    return timingSafeEqual(poly1305(hidden, macKey), tag)
      ? Buffer.from(chacha20orig(key.subarray(0, 32), nonce, hidden, undefined, 1))
      : null;
  },
};

const CIPHERS: Readonly<Record<string, SshCipher>> = {
  'aes128-ctr': block('aes-128-ctr', 16, 16),
  'aes192-ctr': block('aes-192-ctr', 24, 16),
  'aes256-ctr': block('aes-256-ctr', 32, 16),
  'aes128-cbc': block('aes-128-cbc', 16, 16),
  'aes192-cbc': block('aes-192-cbc', 24, 16),
  'aes256-cbc': block('aes-256-cbc', 32, 16),
  '3des-cbc': block('des-ede3-cbc', 24, 8),
  'aes128-gcm@openssh.com': gcm('aes-128-gcm', 16),
  'aes256-gcm@openssh.com': gcm('aes-256-gcm', 32),
  'chacha20-poly1305@openssh.com': chacha,
};

/** Units of work for each round and each 32 octets: about twenty milliseconds. */
const ROUND_COST = 80_000;

interface SshProtection {
  cipher: string;
  kdf: string;
  options: Uint8Array;
}

/** Throws KEY_CIPHER_UNSUPPORTED or KEY_UNREADABLE; `open` KEY_ENCRYPTED and KEY_PASSPHRASE_WRONG too. */
export function opensshCipher({ cipher: name, kdf, options }: SshProtection) {
  const cipher = CIPHERS[name];
  if (cipher === undefined || kdf !== 'bcrypt') {
    const unread = cipher === undefined ? name : kdf;
    throw new CustodianError('KEY_CIPHER_UNSUPPORTED', { cipher: { code: 'named', name: printable(unread) } });
  }
  const fields = sshFields(options);
  const [salt, rounds] = [fields.octets(), fields.uint32()];
  const length = cipher.keyBytes + cipher.ivBytes;
  if (salt.length === 0 || rounds === 0) {
    throw unreadable(DAMAGED);
  }
  return {
    // oxlint-disable-next-line typescript/require-await -- like every other opening
    async open(content: Content, unlocking: Unlocking, format: FileFormat): Promise<Buffer> {
      const { passphrase, budget } = unlocking;
      const derivation = { code: 'ssh-derivation', name: kdf, rounds } as const;
      budget.require(rounds * ROUND_COST * Math.ceil(length / 32), derivation);
      if (passphrase.length === 0) {
        throw stillLocked(unlocking, format); // bcrypt_pbkdf knows no empty one
      }
      budget.take(rounds * ROUND_COST * Math.ceil(length / 32), derivation);
      using derived = erasing(Buffer.alloc(length));
      pbkdf(passphrase, passphrase.length, salt, salt.length, derived, length, rounds);
      const plain = cipher.decrypt(derived.subarray(0, cipher.keyBytes), derived.subarray(cipher.keyBytes), content);
      if (plain === null || !hasEqualNumbers(plain)) {
        plain?.fill(0);
        throw stillLocked(unlocking, format);
      }
      return plain;
    },
  };
}

/** The first two numbers inside are the same when the key was right. */
const hasEqualNumbers = (plain: Uint8Array): boolean =>
  plain.length >= 8 && Buffer.from(plain.subarray(0, 4)).equals(plain.subarray(4, 8));

const printable = (name: string): string => (/^[\w@.+-]{1,60}$/.test(name) ? name : 'SSH');
