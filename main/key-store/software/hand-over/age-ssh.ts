// age files for people who have an SSH key and no age key: the recipient types ssh-rsa and ssh-ed25519 of the age
// format (C2SP age.md and the reference implementation). Checked against the age tool, because nothing else here reads
// them.
import { constants, createHash, createPublicKey, hkdfSync, publicEncrypt, randomBytes } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { type Recipient, Stanza } from 'age-encryption';
import { type SshKey, sshJwk } from './ssh-key.ts';
import { erasing } from '../../../ports/secret.ts';

const RSA_LABEL = 'age-encryption.org/v1/ssh-rsa';
const ED25519_LABEL = 'age-encryption.org/v1/ssh-ed25519';

export function sshRecipient(key: SshKey): Recipient {
  return {
    wrapFileKey: (fileKey) => [key.type === 'ssh-rsa' ? rsaStanza(key, fileKey) : ed25519Stanza(key, fileKey)],
  };
}

function rsaStanza(key: SshKey & { type: 'ssh-rsa' }, fileKey: Uint8Array): Stanza {
  const body = publicEncrypt(
    {
      key: createPublicKey({ key: sshJwk(key), format: 'jwk' }),
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
      oaepLabel: Buffer.from(RSA_LABEL),
    },
    fileKey,
  );
  return new Stanza([key.type, tagOf(key.blob)], body);
}

/** X25519 with the key's Montgomery form, times a tweak by which the two uses of one key stay apart. */
function ed25519Stanza({ type, blob, x }: SshKey & { type: 'ssh-ed25519' }, fileKey: Uint8Array): Stanza {
  const theirs = ed25519.utils.toMontgomery(x);
  using ephemeral = erasing(randomBytes(32));
  const ours = x25519.getPublicKey(ephemeral);
  const tweak = hkdf(new Uint8Array(), blob);
  using shared = erasing(x25519.getSharedSecret(tweak, x25519.getSharedSecret(ephemeral, theirs)));
  using wrapping = erasing(hkdf(shared, Buffer.concat([ours, theirs])));
  // A key for one use only, so the nonce may be zero.
  const body = chacha20poly1305(wrapping, new Uint8Array(12)).encrypt(fileKey);
  return new Stanza([type, tagOf(blob), unpadded(Buffer.from(ours))], body);
}

const hkdf = (secret: Uint8Array, salt: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, salt, ED25519_LABEL, 32));

const tagOf = (blob: Buffer): string => unpadded(createHash('sha256').update(blob).digest().subarray(0, 4));

const unpadded = (octets: Buffer): string => octets.toString('base64').replaceAll('=', '');
