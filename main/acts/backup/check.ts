// Reads a backup to its end and holds it against itself: every file against the list, the list against the signature, every
// private key against its public key, every entry of the audit chain against the one before. What it finds on the way is
// handed on, to be acted upon after the end.
import { createHash, type Hash } from 'node:crypto';
import { type ChainHead, EMPTY_CHAIN, follows } from '../../../shared/domain/audit/chain.ts';
import type { AuditEntry } from '../../../shared/domain/audit/entry.ts';
import {
  type AbsentKey,
  BACKUP_FILES,
  type BackupHead,
  type BackupManifest,
  keyFactsSchema,
  type ListedFile,
  manifestSchema,
  meaningOf,
  type PathMeaning,
} from '../../../shared/domain/backup/format.ts';
import type { BackupFile, BackupOpener } from '../../ports/backup-file.ts';
import type { PrivateKey } from '../../ports/key-store.ts';
import type { Reading } from '../../ports/reading.ts';
import type { CopiedRow } from '../../ports/registry-copy.ts';
import type { Secret } from '../../ports/secret.ts';
import { spkiSha256 } from '../custody/make-key.ts';
import { requireListed, requireSigned } from './list.ts';
import { entryIn, fitting, flawed, headIn, jsonIn, linesIn, rowIn, type TextFile } from './parse.ts';

/** A backup from its beginning, as often as it is asked for. */
export type BackupSource = () => AsyncIterable<Uint8Array>;

/** What somebody wants to have of it. What is private is disposed of when the promise has settled. */
export interface Visitor {
  head?: (head: BackupHead) => void;
  row?: (table: string, row: CopiedRow) => void;
  entry?: (entry: AuditEntry) => void;
  key?: (id: string, key: PrivateKey) => Promise<void>;
  credential?: (tenantId: string, secret: Secret) => Promise<void>;
}

export interface CheckedBackup {
  head: BackupHead;
  absent: readonly AbsentKey[];
  /** Private keys. */
  keys: number;
  credentials: number;
  /** Of the list, which stands for the whole content. */
  manifestSha256: string;
  /** Of the file: lower-case hex. */
  sha256: string;
  bytes: number;
}

/** Throws BACKUP_UNREADABLE, BACKUP_TOO_NEW, and what the file system says. `schema`: the newest that is known. */
export async function checkBackup(
  { reading, schema }: { reading: Reading; schema: number },
  source: BackupSource,
  opener: BackupOpener,
  visitor: Visitor = {},
): Promise<CheckedBackup> {
  const checker = checkerFor(schema, visitor);
  const counter = { hash: createHash('sha256'), bytes: 0 };
  for await (const file of reading.backup(counted(source(), counter), opener)) {
    try {
      await checker.take(file);
    } finally {
      dispose(file);
    }
  }
  const { head, manifest, signature, chain, owed, ...found } = checker.found();
  if (head === null) {
    throw flawed({ code: 'no-backup' });
  }
  if (manifest === null || signature === null) {
    throw flawed({ code: 'file-missing', path: manifest === null ? BACKUP_FILES.manifest : BACKUP_FILES.signature });
  }
  const { manifestSha256, files, keys, credentials } = found;
  requireListed(files, manifest.files);
  await requireSigned(reading, signature, { head, manifest, manifestSha256 });
  if (chain.seq !== head.audit.entries || chain.hash !== head.audit.head) {
    throw flawed({ code: 'chain-broken', entry: chain.seq + 1 });
  }
  const missing = owed(new Set(manifest.absent.map(({ id }) => id)));
  if (missing !== undefined) {
    throw flawed({ code: 'key-missing', kid: missing });
  }
  const { hash, bytes } = counter;
  return { head, absent: manifest.absent, keys, credentials, manifestSha256, sha256: hash.digest('hex'), bytes };
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  counter: { hash: Hash; bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    counter.hash.update(chunk);
    counter.bytes += chunk.length;
    yield chunk;
  }
}

function dispose(file: BackupFile): void {
  if ('secret' in file) {
    file.secret[Symbol.dispose]();
  } else if ('key' in file) {
    file.key?.[Symbol.dispose]();
  }
}

interface Found {
  head: BackupHead | null;
  manifest: BackupManifest | null;
  manifestSha256: string;
  signature: string | null;
  chain: ChainHead;
  keys: number;
  credentials: number;
  files: ListedFile[];
}

interface Checker {
  take(file: BackupFile): Promise<void>;
  /** `owed`: the kid of a key without its private key that is not among those that are told to be absent. */
  found(): Found & { owed: (absent: ReadonlySet<string>) => string | undefined };
}

function checkerFor(schema: number, visitor: Visitor): Checker {
  const found: Found = {
    head: null,
    manifest: null,
    manifestSha256: '',
    signature: null,
    chain: EMPTY_CHAIN,
    keys: 0,
    credentials: 0,
    files: [],
  };
  const facts = new Map<string, { kid: string; spkiSha256: string; owed: boolean }>();

  async function takeKey(id: string, key: PrivateKey | null): Promise<void> {
    const known = facts.get(id);
    if (known === undefined) {
      throw flawed({ code: 'file-missing', path: `keys/${id}/key.json` });
    }
    if (key === null) {
      throw flawed({ code: 'key-unreadable', kid: known.kid });
    }
    if (spkiSha256(key.spki) !== known.spkiSha256) {
      throw flawed({ code: 'other-key', kid: known.kid });
    }
    known.owed = false;
    found.keys += 1;
    await visitor.key?.(id, key);
  }

  function takeEntry(path: string, line: unknown): void {
    const entry = entryIn(path, line);
    if (!follows(found.chain, entry)) {
      throw flawed({ code: 'chain-broken', entry: found.chain.seq + 1 });
    }
    found.chain = { seq: entry.seq, hash: entry.hash };
    visitor.entry?.(entry);
  }

  function takeText(meaning: PathMeaning, file: TextFile & ListedFile): void {
    const { path } = file;
    switch (meaning.is) {
      case 'head':
        found.head = headIn(file, schema);
        visitor.head?.(found.head);
        break;
      case 'table':
        for (const line of linesIn(file)) {
          // Read also where nobody takes it: what is proven can be restored.
          const row = rowIn(path, line);
          visitor.row?.(meaning.table, row);
        }
        break;
      case 'audit':
        for (const line of linesIn(file)) {
          takeEntry(path, line);
        }
        break;
      case 'key-facts': {
        const { id, kid, spkiSha256: spki, destroyedAt } = fitting(keyFactsSchema, { path, value: jsonIn(file) });
        if (id !== meaning.id) {
          throw flawed({ code: 'unreadable', path });
        }
        facts.set(id, { kid, spkiSha256: spki, owed: destroyedAt === null });
        break;
      }
      case 'manifest':
        found.manifest = fitting(manifestSchema, { path, value: jsonIn(file) });
        found.manifestSha256 = file.sha256;
        break;
      case 'signature':
        found.signature = Buffer.from(file.content).toString('utf8');
        break;
      case 'private-key':
      case 'credential':
      case 'other':
    }
  }

  return {
    async take(file) {
      const { path, bytes, sha256 } = file;
      const meaning = meaningOf(path);
      if (meaning === null || (found.head === null && !['head', 'other'].includes(meaning.is))) {
        throw flawed({ code: 'no-backup' });
      }
      if (meaning.is !== 'manifest' && meaning.is !== 'signature') {
        found.files.push({ path, bytes, sha256 });
      }
      if (meaning.is === 'private-key') {
        await takeKey(meaning.id, 'key' in file ? file.key : null);
      } else if (meaning.is === 'credential' && 'secret' in file) {
        found.credentials += 1;
        await visitor.credential?.(meaning.tenantId, file.secret);
      } else if ('content' in file) {
        takeText(meaning, file);
      }
    },
    found: () => ({
      ...found,
      owed: (absent) => [...facts].find(([id, fact]) => fact.owed && !absent.has(id))?.[1].kid,
    }),
  };
}
