// SSH public keys: lines of OpenSSH (RFC 4253 §6.6), and the files of RFC 4716.
import { type Contents, contents, partPiece } from '../contents.ts';
import { decodeBase64 } from '../layers/base64.ts';
import { part } from '../inspect/finding.ts';
import { sshPublicPiece, sshStrings } from '../inspect/ssh-part.ts';

/** `ssh-ed25519 AAAA… comment`, one a line; `null` when the text has none. */
export function readSshPublic(text: string): Contents | null {
  const parts = text.split(/\r\n|\r|\n/, 200).flatMap((line) => {
    const [, type = '', body = '', comment = ''] =
      /(?:^|\s)((?:ssh|ecdsa-sha2|sk-ssh|sk-ecdsa-sha2)-[\w@.-]{1,60}) ([A-Za-z0-9+/]{16,}={0,2})(?: (.{1,200}))?$/.exec(
        line.slice(0, 20_000),
      ) ?? [];
    const blob = Buffer.from(body, 'base64');
    return sshStrings(blob)[0]?.toString('latin1') === type ? [sshPublicPiece(blob, comment)] : [];
  });
  return parts.length === 0
    ? null
    : contents('SSH', { code: 'openssh-public-key' }, parts, { refusal: { code: 'ssh-public-key' } });
}

/** `---- BEGIN SSH2 PUBLIC KEY ----`; `null` for anything else. */
export function readSsh2(text: string): Contents | null {
  const [, what, body = ''] =
    /^\s{0,100}---- BEGIN SSH2 (ENCRYPTED PRIVATE|PUBLIC) KEY ----([\s\S]{0,20000})/.exec(text) ?? [];
  if (what === undefined) {
    return null;
  }
  const format = { code: 'ssh2-key-file' } as const;
  if (what === 'PUBLIC') {
    return contents('SSH', format, [partPiece(part('SSH key', {}))], { refusal: { code: 'ssh-public-key' } });
  }
  // Its label says “encrypted” also of keys that are not.
  const lines = body.split(/\r\n|\r|\n/).filter((line) => !line.includes(':') && !line.startsWith('----'));
  const blob = decodeBase64(lines.join('')) ?? Buffer.alloc(0);
  const [, cipher] = sshStrings(blob.subarray(8), 2);
  const isOpen = cipher?.toString('latin1') === 'none';
  blob.fill(0);
  const key = part(isOpen ? 'SSH private key' : 'SSH private key, encrypted', {}, [isOpen ? 'key-in-the-clear' : null]);
  return contents('SSH', format, [partPiece(key)], { refusal: { code: 'ssh2-private-key' } });
}
