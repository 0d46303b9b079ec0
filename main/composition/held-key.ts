// The key of the vault, held for a time between commands by a process of its own.
import path from 'node:path';
import { askHolder, endHolder, startHolder } from '../key-store/holder/ask.ts';
import { holderPlace } from '../key-store/holder/place.ts';
import type { Secret } from '../ports/secret.ts';

/** `null` when nobody holds one for this data folder. */
export async function heldKeyOf(folder: string): Promise<Secret | null> {
  const socket = holderPlace(folder);
  return socket === null ? null : askHolder(socket);
}

/** `program`: the file of the command line, beside which the other one lies. Answers whether it is held now. */
export async function holdKey(
  { folder, program }: { folder: string; program: string },
  key: Secret,
  until: Date,
): Promise<boolean> {
  const socket = holderPlace(folder);
  return (
    socket !== null && startHolder({ socket, program: path.join(path.dirname(program), 'key-holder.cjs') }, key, until)
  );
}

/** Answers whether there was one. */
export async function endHeldKey(folder: string): Promise<boolean> {
  const socket = holderPlace(folder);
  return socket !== null && endHolder(socket);
}
