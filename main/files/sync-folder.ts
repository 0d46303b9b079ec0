// A name is on the disk when its folder is.
import { open } from 'node:fs/promises';

/** Windows cannot open a folder, and some file systems cannot flush one: there the rename is as durable as it gets. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  try {
    await handle?.sync().catch(() => undefined);
  } finally {
    await handle?.close();
  }
}
