// Writing, reading and removing one secret that may take several entries. The head is the switch: chunks of the new
// generation are written before it, those of the old one deleted after it, so a crash at any point leaves the old or
// the new value whole. Leftovers are found without a listing: generations are `a` and `b` in turn, chunks are written
// upwards and deleted downwards, so those present are always numbers 1 to m.
import { type Canary, assertOpen, eraseEntry, readSurely } from './canary.ts';
import { type Generation, type Head, decodeSecret, encodeSecret, parseHead } from './codec.ts';
import type { Entries } from './keychain-queue.ts';

interface Place {
  entries: Entries;
  canary: Canary;
  account: string;
}

const GENERATIONS = ['a', 'b'] as const;

const chunkAccount = (account: string, generation: Generation, part: number) => `${account}#${generation}.${part}`;

export async function writeSecret(place: Place, secret: Uint8Array): Promise<void> {
  const { entries, canary, account } = place;
  const former = await readSurely(entries, canary, account);
  const formerHead = former === null ? null : parseHead(former);
  const generation = formerHead?.generation === 'a' ? 'b' : 'a';
  const { head, chunks } = encodeSecret(account, generation, secret);
  for (const [index, chunk] of chunks.entries()) {
    await entries.set(chunkAccount(account, generation, index + 1), chunk);
  }
  await entries.set(account, head);
  for (const swept of GENERATIONS) {
    await sweepChunks(place, swept, swept === generation ? chunks.length + 1 : 1, formerHead);
  }
}

/** `missing` when the open keychain has no such secret, `damaged` when any part is absent or altered. */
export async function readSecret(place: Place): Promise<Uint8Array | 'missing' | 'damaged'> {
  const { entries, canary, account } = place;
  const entry = await readSurely(entries, canary, account);
  if (entry === null) {
    return 'missing';
  }
  const head = parseHead(entry);
  if (head === null) {
    return 'damaged';
  }
  const chunks: string[] = [];
  for (let part = 1; part < head.parts; part += 1) {
    const chunk = await readSurely(entries, canary, chunkAccount(account, head.generation, part));
    if (chunk === null) {
      return 'damaged';
    }
    chunks.push(chunk);
  }
  return decodeSecret(account, head, chunks) ?? 'damaged';
}

export async function removeSecret(place: Place): Promise<void> {
  const { entries, canary, account } = place;
  const entry = await readSurely(entries, canary, account);
  // The head goes first: from then on there is no value, only leftovers.
  if (entry !== null) {
    await eraseEntry(entries, account);
  }
  for (const generation of GENERATIONS) {
    await sweepChunks(place, generation, 1, entry === null ? null : parseHead(entry));
  }
  // The keychain must not have been locked meanwhile: "nothing there" would have meant nothing.
  await assertOpen(entries, canary);
}

/** Deletes the chunks that no head asks for; answers how many. A head that cannot be read is left with all its parts. */
export async function tidySecret({ entries, canary, account }: Place): Promise<number> {
  const entry = await readSurely(entries, canary, account);
  const head = entry === null ? null : parseHead(entry);
  if (entry !== null && head === null) {
    return 0;
  }
  let deleted = 0;
  for (const generation of GENERATIONS) {
    const first = head?.generation === generation ? head.parts : 1;
    deleted += await sweepChunks({ entries, canary, account }, generation, first, null);
  }
  return deleted;
}

/** Deletes the chunks from number `first` upwards, also past gaps as far as `known` says that there were any; answers how many. */
async function sweepChunks(
  { entries, account }: Place,
  generation: Generation,
  first: number,
  known: Head | null,
): Promise<number> {
  const knownEnd = known?.generation === generation ? known.parts : 0;
  let end = first;
  while (end < knownEnd || (await entries.get(chunkAccount(account, generation, end))) !== null) {
    end += 1;
  }
  for (let part = end - 1; part >= first; part -= 1) {
    await eraseEntry(entries, chunkAccount(account, generation, part));
  }
  return end - first;
}
