// SSH public keys: lines of OpenSSH (RFC 4253 §6.6), and the files of RFC 4716.
import { type Contents, contents, partPiece } from '../contents.ts';
import { part } from '../inspect/finding.ts';
import { sshPublicPart, sshStrings } from '../inspect/ssh-part.ts';

/** `ssh-ed25519 AAAA… comment`, one a line; `null` when the text has none. */
export function readSshPublic(text: string): Contents | null {
  const parts = text.split(/\r\n|\r|\n/, 200).flatMap((line) => {
    const [, type = '', body = '', comment = ''] =
      /(?:^|\s)((?:ssh|ecdsa-sha2|sk-ssh|sk-ecdsa-sha2)-[\w@.-]{1,60}) ([A-Za-z0-9+/]{16,}={0,2})(?: (.{1,200}))?$/.exec(
        line.slice(0, 20_000),
      ) ?? [];
    const blob = Buffer.from(body, 'base64');
    return sshStrings(blob)[0]?.toString('latin1') === type ? [sshPublicPart(blob, comment)] : [];
  });
  return parts.length === 0
    ? null
    : contents('SSH', { code: 'openssh-public-key' }, parts.map(partPiece), { refusal: { code: 'ssh-public-key' } });
}

/** `---- BEGIN SSH2 PUBLIC KEY ----`; `null` for anything else. */
export function readSsh2(text: string): Contents | null {
  const [, what] = /^\s{0,100}---- BEGIN SSH2 (ENCRYPTED PRIVATE|PUBLIC) KEY ----/.exec(text) ?? [];
  if (what === undefined) {
    return null;
  }
  const refusal = what === 'PUBLIC' ? ({ code: 'ssh-public-key' } as const) : ({ code: 'ssh2-private-key' } as const);
  return contents('SSH', { code: 'ssh2-key-file' }, [partPiece(part('SSH key', {}))], { refusal });
}
