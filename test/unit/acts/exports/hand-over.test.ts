// Handing over and what it leaves in the ledger; certificates made anew; everything in a folder. Real cryptography and a
// real registry in memory.
import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FormattedFile } from '../../../../main/ports/formats.ts';
import { type ReissueArgs, reissueSchema } from '../../../../shared/domain/key-ring/certificates.ts';
import { handOverSchema, PRIVATE_FORMATS, type PrivateFormat } from '../../../../shared/domain/exports/hand-over.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { ACME, START } from '../../../support/desk.ts';
import { folderForEach } from '../../../support/folder.ts';
import { keyIn } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const desk = deskForEach();
let current: SigningKey;
beforeEach(async () => {
  await desk.custodian.addTenant(ACME);
  current = keyIn(desk, 'current');
});

const passphrase = (): Uint8Array => new TextEncoder().encode('correct horse battery');
const under = (): { passphrase: Uint8Array; recipient: null } => ({ passphrase: passphrase(), recipient: null });
const order = (part: object = {}) =>
  handOverSchema.parse({ tenant: 'Acme', kid: current.kid, format: 'pkcs8', to: 'Ops team', ...part });
const saved: Uint8Array[] = [];
const keep = async (bytes: Uint8Array): Promise<void> => void saved.push(Uint8Array.from(bytes));
const renewal = (days: number): ReissueArgs => reissueSchema.parse({ tenant: 'Acme', kid: current.kid, days });
const refused = (code: string): unknown => expect.objectContaining({ code });

describe('a hand-over', () => {
  it('is in the ledger with number, recipient, actor and the fingerprint of the file', async () => {
    const protection = under();
    const entry = await desk.custodian.handOver(order(), protection, keep);
    const file = saved.at(-1) ?? new Uint8Array();
    expect(entry).toMatchObject({
      number: 1,
      to: 'Ops team',
      actor: 'officer via test',
      kid: current.kid,
      recipient: null,
    });
    expect(entry.sha256).toBe(createHash('sha256').update(file).digest('hex'));
    expect(entry.savedAt).not.toBeNull();
    expect(protection.passphrase.every((byte) => byte === 0)).toBe(true);
    await desk.custodian.handOver(order({ format: 'private-jwk', to: 'Vault' }), under(), keep);
    expect(desk.custodian.listHandOvers({ tenant: 'acme' }).map(({ number, to }) => [number, to])).toEqual([
      [1, 'Ops team'],
      [2, 'Vault'],
    ]);
    expect(desk.custodian.listHandOvers({ tenant: 'acme', kid: 'another' })).toEqual([]);
    expect((await desk.custodian.verifyAudit()).ok).toBe(true);
  });

  it('is called by what is in it and by what opens it, before it is made', () => {
    const endOf = (format: PrivateFormat, recipient: string | null) => {
      const protection = { passphrase: null, recipient: recipient === null ? null : Buffer.from(recipient) };
      return desk.custodian.handOverFileName(order({ format }), protection).replace(/^acme-current-[^.]*/, '');
    };
    expect(PRIVATE_FORMATS.map((format) => endOf(format, null))).toEqual(['.p12', '.pkcs8.pem', '.jwe']);
    const age = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
    for (const recipient of [age, `# of the bank\r\n \r\n${age}\n`, `# of the bank\n\n${age}`, 'ssh-ed25519 AAAA']) {
      expect([endOf('pkcs8', recipient), endOf('private-jwk', recipient)]).toEqual(['.pkcs8.pem.age', '.jwk.json.age']);
    }
    expect(endOf('private-jwk', `{"note":"${age}"}`)).toBe('.jwe');
  });

  it('stays in the ledger as perhaps not written when the file could not be saved', async () => {
    const failing = desk.custodian.handOver(order(), under(), () => Promise.reject(new Error('no space')));
    await expect(failing).rejects.toThrow('no space');
    expect(desk.custodian.listHandOvers({ tenant: 'acme' })).toMatchObject([{ number: 1, savedAt: null }]);
  });

  it('needs exactly one protection, and leaves no trace when it is refused', async () => {
    const none = { passphrase: null, recipient: null };
    const both = { passphrase: passphrase(), recipient: passphrase() };
    for (const protection of [none, both, { passphrase: new Uint8Array(), recipient: null }]) {
      await expect(desk.custodian.handOver(order(), protection, keep)).rejects.toEqual(refused('INPUT_INVALID'));
    }
    expect(desk.custodian.listHandOvers({ tenant: 'acme' })).toEqual([]);
  });

  it('keeps its tenant from being removed', async () => {
    await desk.custodian.handOver(order(), under(), keep);
    await expect(desk.custodian.removeTenant({ tenant: 'Acme' })).rejects.toEqual(refused('TENANT_IN_SERVICE'));
  });

  it('is impossible for a key that must stay, and for the keys that follow it', async () => {
    await desk.custodian.generateNext({ tenant: 'Acme', exportable: false });
    const next = keyIn(desk, 'next');
    await expect(desk.custodian.handOver(order({ kid: next.kid }), under(), keep)).rejects.toEqual(
      refused('KEY_NOT_EXPORTABLE'),
    );
    const rotated = await desk.custodian.rotateRing({ tenant: 'Acme', override: 'nobody verifies yet' });
    expect(rotated.keys.map(({ state, exportable }) => [state, exportable])).toEqual([
      ['next', false],
      ['current', false],
      ['previous', true],
      ['replaced', true],
    ]);
    const loosened = (): void =>
      desk.ports.registry.change({ action: 'test', subject: 'x', details: {} }, (writer) =>
        writer.updateKey({ ...keyIn(desk, 'current'), exportable: true }),
      );
    expect(loosened).toThrow('a key that must not leave stays so');
  });
});

describe('a certificate', () => {
  const shown = (): SigningKey => keyIn(desk, 'current');
  const x509 = (key: SigningKey): X509Certificate => new X509Certificate(Buffer.from(key.certificate, 'base64'));
  const at = folderForEach();
  const openssl = (...args: string[]): string =>
    execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const identifier = (file: string): string =>
    /Subject Key Identifier:\s*([0-9A-F:]+)/.exec(openssl('x509', '-in', file, '-noout', '-text'))?.[1] ?? '';

  it('is issued anew for the same key: same key identifier, new serial number and validity', async () => {
    await desk.custodian.reissueCertificate(renewal(90));
    const [before, after] = [x509(current), x509(shown())];
    expect(after.publicKey.equals(before.publicKey)).toBe(true);
    expect(after.serialNumber).not.toBe(before.serialNumber);
    expect(Date.parse(after.validTo) - Date.parse(after.validFrom)).toBe(90 * 86_400_000);
    expect(shown()).toMatchObject({ kid: current.kid, spkiSha256: current.spkiSha256, createdAt: current.createdAt });
    expect(shown().certificateEndsAt).toBe(new Date(after.validTo).toISOString());
    writeFileSync(at('a.pem'), before.toString());
    writeFileSync(at('b.pem'), after.toString());
    expect(identifier(at('b.pem'))).toBe(identifier(at('a.pem')));
    expect(shown().jwk['x5t#S256']).toBe(createHash('sha256').update(after.raw).digest('base64url'));
  });

  it('is requested, signed by an authority, and taken from its reply in every form', async () => {
    const request = await desk.custodian.requestCertificate({
      tenant: 'Acme',
      kid: current.kid,
      commonName: 'signing.acme.example',
    });
    writeFileSync(at('csr.pem'), request.bytes);
    expect(openssl('req', '-in', at('csr.pem'), '-noout', '-verify', '-subject')).toContain(
      'CN = signing.acme.example',
    );
    // openssl counts from its own clock, the custodian reads the desk's.
    desk.advance(Date.now() - START + 60_000);
    authority('v3', 'subjectKeyIdentifier=hash');
    openssl('crl2pkcs7', '-nocrl', '-certfile', at('ca.pem'), '-certfile', at('v3.pem'), '-out', at('reply.p7b'));
    writeFileSync(at('chain.pem'), readFileSync(at('ca.pem'), 'utf8') + readFileSync(at('v3.pem'), 'utf8'));
    openssl('x509', '-in', at('v3.pem'), '-outform', 'DER', '-out', at('reply.der'));
    for (const file of ['v3.pem', 'chain.pem', 'reply.p7b', 'reply.der']) {
      await desk.custodian.acceptCertificate({ tenant: 'Acme', kid: current.kid }, readFileSync(at(file)));
      expect(x509(shown()).issuer).toBe('CN=An authority');
      await desk.custodian.reissueCertificate(renewal(5000));
    }
  });

  it('of another key, ended, not valid yet, or for a revoked key is refused; how it names the key is its own affair', async () => {
    const request = await desk.custodian.requestCertificate({ tenant: 'Acme', kid: current.kid });
    writeFileSync(at('csr.pem'), request.bytes);
    authority('other', 'subjectKeyIdentifier=00:11:22');
    authority('short', 'subjectKeyIdentifier=hash', '-days', '1');
    const reply = (file: string) =>
      desk.custodian.acceptCertificate({ tenant: 'Acme', kid: current.kid }, readFileSync(at(file)));
    await expect(reply('ca.pem')).rejects.toEqual(refused('KEY_CERTIFICATE_MISMATCH'));
    await expect(reply('short.pem')).rejects.toEqual(refused('INPUT_INVALID'));
    await expect(reply('csr.pem')).rejects.toEqual(refused('INPUT_INVALID'));
    await expect(reply('ca.key')).rejects.toEqual(refused('INPUT_INVALID'));
    desk.advance(Date.now() - START + 2 * 86_400_000);
    await expect(reply('short.pem')).rejects.toEqual(refused('INPUT_INVALID'));
    expect(shown().certificate).toBe(current.certificate);
    await reply('other.pem');
    expect(x509(shown()).issuer).toBe('CN=An authority');
    await desk.custodian.rotateAndRevoke({ tenant: 'Acme', reason: 'lost', compromised: true });
    await expect(desk.custodian.reissueCertificate(renewal(1))).rejects.toEqual(refused('KEY_STATE'));
  });

  function authority(name: string, extension: string, ...validity: string[]): void {
    openssl(
      'req',
      '-x509',
      '-newkey',
      'ed25519',
      '-noenc',
      '-subj',
      '/CN=An authority',
      '-keyout',
      at('ca.key'),
      '-out',
      at('ca.pem'),
    );
    writeFileSync(at('ext'), extension);
    const days = validity.length > 0 ? validity : ['-days', '3650'];
    const signing = ['-req', '-in', at('csr.pem'), '-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial'];
    openssl('x509', ...signing, '-extfile', at('ext'), ...days, '-out', at(`${name}.pem`));
  }
});

describe('everything public in a folder', () => {
  const made = async (): Promise<{ count: number; files: FormattedFile[] }> => {
    let taken: { count: number; files: FormattedFile[] } = { count: 0, files: [] };
    await desk.custodian.exportAll('acme', async ({ count, files }) => {
      taken = { count, files: [...files()] };
      return 'folder';
    });
    return taken;
  };

  it('has a file of every format for every key, and a manifest that fits', async () => {
    const { files, count } = await made();
    expect(files).toHaveLength(count);
    const names = files.map(({ fileName }) => fileName);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names).toContain(`default-current-${current.kid.slice(0, 8)}.pem`);
    expect(names.every((name) => /^[a-z0-9][\w.-]*$/i.test(name))).toBe(true);
    const manifest = JSON.parse(Buffer.from(files.at(-2)?.bytes ?? []).toString()) as {
      files: { file: string; sha256: string }[];
      keys: unknown[];
    };
    expect(manifest.keys).toHaveLength(2);
    for (const { file, sha256 } of manifest.files) {
      const bytes = files.find(({ fileName }) => fileName === file)?.bytes ?? new Uint8Array();
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    expect(Buffer.from(files.at(-1)?.bytes ?? []).toString()).toContain(`kid \`${current.kid}\``);
    expect((await made()).files.map(({ fileName }) => fileName)).toEqual(names);
  });

  it('counts as handed out when it was saved, with the hash of its manifest, and not when it was not', async () => {
    const entries = (): number => desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).length;
    const before = entries();
    expect(await desk.custodian.exportAll('acme', async () => null)).toBeNull();
    expect(entries()).toBe(before);
    let manifest = new Uint8Array();
    const written = await desk.custodian.exportAll('acme', async ({ files }) => {
      for (const { fileName, bytes } of files()) {
        manifest = fileName === 'manifest.json' ? Uint8Array.from(bytes) : manifest;
      }
      return 'acme.zip';
    });
    expect(written).toMatchObject({
      folder: 'acme.zip',
      manifestSha256: createHash('sha256').update(manifest).digest('hex'),
    });
    expect(desk.custodian.listAudit({ afterSeq: before, limit: 10 })).toMatchObject([
      { action: 'export.saved-all', details: written },
    ]);
  });
});
