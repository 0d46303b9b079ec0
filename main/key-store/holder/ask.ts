// Asks the one who holds a key for a time, starts one, and ends it.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { KEY_BYTES } from '../seal/cipher.ts';
import { Secret } from '../../ports/secret.ts';
import { wordsFor } from '../../../shared/without-window.ts';
import { END, GIVE, READY } from './words.ts';

/** It is on this machine and does nothing else. */
const PATIENCE_MS = 2000;

/** `null` when nobody holds one. */
export async function askHolder(socket: string): Promise<Secret | null> {
  const answer = await say(socket, GIVE);
  if (answer?.length === KEY_BYTES) {
    return new Secret(answer);
  }
  answer?.fill(0);
  return null;
}

/** Answers whether there was one. */
export async function endHolder(socket: string): Promise<boolean> {
  return (await say(socket, END)) !== null;
}

/** `program`: the file that it runs. Answers whether it can be asked. Overwrites nothing of the key. */
export async function startHolder(
  { socket, program }: { socket: string; program: string },
  key: Secret,
  until: Date,
): Promise<boolean> {
  if (!(await endHolder(socket))) {
    // One that was killed has left its socket, behind which nobody is.
    rmSync(socket, { force: true });
  }
  // SECURITY: the key goes through a pipe; neither arguments nor environment have it, and the environment is left out.
  // The installed program is no interpreter: it is asked for the other one in words of its own.
  const start = 'electron' in process.versions ? wordsFor('--key-holder') : [program];
  const holder = spawn(process.execPath, [...start, socket, String(until.getTime())], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
  });
  const isReady = new Promise<boolean>((resolve) => {
    holder.stdout.once('data', (part: Buffer) => resolve(part.toString('latin1') === READY));
    holder.once('exit', () => resolve(false));
    holder.once('error', () => resolve(false));
  });
  holder.stdin.on('error', () => undefined);
  const copy = key.use((bytes) => Buffer.from(bytes));
  holder.stdin.end(copy, () => copy.fill(0));
  const ready = await isReady;
  holder.stdout.destroy();
  holder.unref();
  return ready;
}

/** `null` when nobody is there. */
function say(socket: string, words: string): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const asking = createConnection(socket, () => asking.write(words));
    asking.setTimeout(PATIENCE_MS, () => asking.destroy());
    asking.on('data', (part) => parts.push(part));
    asking.once('error', () => resolve(null));
    asking.once('close', () => {
      resolve(Uint8Array.from(Buffer.concat(parts)));
      parts.forEach((part) => part.fill(0));
    });
  });
}
