// Saving one file where a person says.
import { createHash } from 'node:crypto';
import type { SavedFile } from '../../shared/acts/saved-file.ts';
import type { FileDialogs } from './dialogs.ts';

type Saved = NonNullable<SavedFile>;

/** `record`: what is to be known of it afterwards. `null` when the person closed the dialog; nothing is recorded then. */
export async function saveOne(
  dialogs: Pick<FileDialogs, 'saveAs'>,
  { fileName: suggested, bytes, picture = null }: { fileName: string; bytes: Uint8Array; picture?: Uint8Array | null },
  record: (saved: Saved) => Promise<unknown> = () => Promise.resolve(),
): Promise<SavedFile> {
  const fileName = await dialogs.saveAs(suggested, bytes, picture);
  if (fileName === null) {
    return null;
  }
  const saved = { fileName, sha256: createHash('sha256').update(bytes).digest('hex') };
  await record(saved);
  return saved;
}
