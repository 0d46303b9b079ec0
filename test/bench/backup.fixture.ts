// Backs up and restores so many keys, in plain Node with a keychain in memory, and prints: milliseconds of the backup, of age
// alone over as many octets, of the restore; the octets; and the memory (MiB) that backup and restore took at most, above what
// there was before.
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { Encrypter } from 'age-encryption';
import { readChunks } from '../../main/files/read-chunks.ts';
import { saveStream } from '../../main/files/save-stream.ts';
import { newHolder, openedBy, sealedFor } from '../support/backups.ts';
import { openDesk } from '../support/desk.ts';
import { fillWithKeys } from '../support/many-keys.ts';

const [count = '5000'] = process.argv.slice(2);
const MIB = 1024 * 1024;

/** How much the process grew at most while it worked, and how long that took. */
async function watched(work: () => Promise<unknown>): Promise<{ ms: number; grown: number }> {
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const started = performance.now();
  await work();
  clearInterval(timer);
  return { ms: performance.now() - started, grown: Math.max(most, process.memoryUsage().rss) - before };
}

async function ageAlone(file: string, recipient: string): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of bytes
  const plain = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  const out = createWriteStream(`${file}.again`);
  for await (const chunk of await encrypter.encrypt(plain)) {
    out.write(chunk);
  }
  await new Promise((resolve) => out.end(resolve));
}

async function main(): Promise<void> {
  const holder = await newHolder();
  const desk = openDesk({ from: 'kept' });
  await fillWithKeys(desk, Number(count));
  const file = path.join(desk.folder, 'bench.age');
  const saved = await watched(() =>
    desk.custodian.createBackup({ protection: sealedFor(holder), credentials: false }, async (chunks, prove) => ({
      file: 'bench.age',
      ...(await saveStream(file, chunks, prove)),
    })),
  );
  const alone = await watched(() => ageAlone(file, holder.recipient));
  const fresh = openDesk({ from: 'kept' });
  const order = { file: 'bench.age', seen: null };
  const restored = await watched(() => fresh.custodian.restoreBackup(() => readChunks(file), openedBy(holder), order));
  process.stdout.write(
    [saved.ms, alone.ms, restored.ms, statSync(file).size, saved.grown / MIB, restored.grown / MIB].join(' '),
  );
  await desk.close();
  await fresh.close();
}

void main();
