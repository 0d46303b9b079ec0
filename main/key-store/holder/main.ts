// A process of its own that holds the key of the vault for a time: `key-holder.cjs SOCKET UNTIL`, the key on standard input.
// Whoever may open the socket, which is this user alone, gets it; at the end of the time, or when it is told to, it overwrites it
// and ends (docs/adr/0059).
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { END, GIVE, READY } from './words.ts';

/** A machine that slept is noticed within that. */
const LOOK_MS = 1000;
/** Nobody needs longer to ask. */
const PATIENCE_MS = 2000;

const [socket = '', until = ''] = process.argv.slice(2);
const untilMs = Number(until);
const lastsMs = untilMs - Date.now();
const begun = performance.now();

async function main(): Promise<void> {
  const key = await readKey();
  const end = (): never => {
    key.fill(0);
    rmSync(socket, { force: true });
    process.exit(0);
  };
  ['SIGTERM', 'SIGINT', 'SIGHUP'].forEach((signal) => process.on(signal, end));
  // Neither a clock that is set back nor one that stands still makes it longer.
  setInterval(() => (Date.now() >= untilMs || performance.now() - begun >= lastsMs ? end() : undefined), LOOK_MS);
  const server = createServer((asking) => answer(asking, key, end));
  server.on('error', end);
  server.listen(socket, () => {
    // SECURITY: for this user alone, as the folder is.
    chmodSync(socket, 0o600);
    process.stdout.end(READY);
  });
}

function answer(asking: Socket, key: Buffer, end: () => never): void {
  let heard = '';
  asking.setTimeout(PATIENCE_MS, () => asking.destroy());
  asking.on('error', () => asking.destroy());
  asking.on('data', (part) => {
    heard += part.toString('latin1');
    if (heard === GIVE && Date.now() < untilMs) {
      asking.end(key);
    } else if (heard === END) {
      asking.end(READY, end);
    } else if (heard.length >= GIVE.length) {
      asking.destroy();
    }
  });
}

async function readKey(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    parts.push(part);
  }
  const key = Buffer.from(Uint8Array.from(Buffer.concat(parts)));
  parts.forEach((part) => part.fill(0));
  return key;
}

void main();
