// SSH keys: public lines and files (RFC 4253 §6.6, RFC 4716), OpenSSH's private format, PuTTY's.
import { createHash } from 'node:crypto';
import { type Finding, finding, part, scheme } from './finding.ts';

/** `ssh-ed25519 AAAA… comment`, one a line; `null` when the text has none. */
export function sshPublicFinding(text: string): Finding | null {
  const lines = text.split(/\r\n|\r|\n/, 200);
  const parts = lines.flatMap((line) => {
    const [, type = '', body = '', comment = ''] =
      /(?:^|\s)((?:ssh|ecdsa-sha2|sk-ssh|sk-ecdsa-sha2)-[\w@.-]{1,60}) ([A-Za-z0-9+/]{16,}={0,2})(?: (.{1,200}))?$/.exec(
        line.slice(0, 20_000),
      ) ?? [];
    const blob = Buffer.from(body, 'base64');
    return sshStrings(blob)[0]?.toString('latin1') === type ? [publicPart(type, blob, comment)] : [];
  });
  return parts.length === 0 ? null : finding('SSH', { code: 'openssh-public-key' }, parts);
}

/** `---- BEGIN SSH2 PUBLIC KEY ----` and PuTTY files, told by their first line. */
export function sshFileFinding(text: string): Finding | null {
  if (/^\s*---- BEGIN SSH2 (ENCRYPTED PRIVATE|PUBLIC) KEY ----/.test(text)) {
    return finding('SSH', { code: 'ssh2-key-file' }, [part('SSH key', {})]);
  }
  const [, version, type] = /^PuTTY-User-Key-File-(\d): ([\w-]{1,40})/.exec(text) ?? [];
  if (version === undefined) {
    return null;
  }
  const encryption = /^Encryption: ([\w-]{1,40})/m.exec(text)?.[1] ?? null;
  const comment = /^Comment: (.{1,200})$/m.exec(text)?.[1]?.trim() ?? null;
  const facts = { Type: type ?? null, Encryption: encryption, Comment: comment };
  return finding('SSH', { code: 'putty-key-file', version }, [part('SSH private key', facts)]);
}

const MAGIC = 'openssh-key-v1\0';

/** OpenSSH PROTOCOL.key: magic, cipher, KDF, its options, number of keys, public keys. The private part is not touched. */
export function opensshKeyFinding(der: Buffer): Finding {
  if (der.subarray(0, MAGIC.length).toString('latin1') !== MAGIC) {
    return finding('SSH', { code: 'openssh-private-key' }, [part('SSH private key', {}, ['damaged'])]);
  }
  const [cipher, kdf, options] = sshStrings(der.subarray(MAGIC.length), 3);
  const behind = MAGIC.length + 12 + (cipher?.length ?? 0) + (kdf?.length ?? 0) + (options?.length ?? 0) + 4;
  const [blob] = sshStrings(der.subarray(behind), 1);
  const type = sshStrings(blob ?? Buffer.alloc(0))[0]?.toString('latin1') ?? '';
  const salt = sshStrings(options ?? Buffer.alloc(0), 1)[0];
  const rounds =
    salt !== undefined && options !== undefined && options.length >= salt.length + 8
      ? options.readUInt32BE(salt.length + 4)
      : null;
  const isOpen = cipher?.toString('latin1') === 'none';
  const protection = part(
    isOpen ? 'SSH private key' : 'SSH private key, encrypted',
    {
      Cipher: isOpen ? null : (cipher?.toString('latin1') ?? null),
      'Key derivation':
        isOpen || rounds === null
          ? null
          : scheme({ code: 'ssh-derivation', name: kdf?.toString('latin1') ?? '', rounds }),
    },
    [isOpen ? 'key-in-the-clear' : null],
  );
  return finding('SSH', { code: 'openssh-private-key' }, [
    protection,
    ...(blob === undefined ? [] : [publicPart(type, blob, '')]),
  ]);
}

function publicPart(type: string, blob: Buffer, comment: string): Finding['parts'][number] {
  const [, second, third] = sshStrings(blob);
  const bits =
    type === 'ssh-rsa' && third !== undefined ? BigInt(`0x0${third.toString('hex')}`).toString(2).length : null;
  return part('SSH public key', {
    Type: bits === null ? type : scheme({ code: 'ssh-key', name: type, bits }),
    Curve: type.startsWith('ecdsa') ? (second?.toString('latin1') ?? null) : null,
    Fingerprint: `SHA256:${createHash('sha256').update(blob).digest('base64').replaceAll('=', '')}`,
    Comment: comment,
  });
}

/** The length-prefixed strings (RFC 4251 §5) from the start, at most `limit`; ends quietly where they end. */
function sshStrings(bytes: Buffer, limit = 8): Buffer[] {
  const strings: Buffer[] = [];
  for (let at = 0; at + 4 <= bytes.length && strings.length < limit;) {
    const length = bytes.readUInt32BE(at);
    if (at + 4 + length > bytes.length) {
      break;
    }
    strings.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return strings;
}
