// Saving a file with a picture of it beside it. A person who lets a file be replaced was asked about that file alone: a picture that
// lies there already stays, and then nothing is written.
import { refuseExisting } from './put-in-place.ts';
import { saveFile } from './save-file.ts';

const beside = (file: string): string => `${file}.qr.png`;

/** Throws FILE_EXISTS. */
export const refusePictureBeside = (file: string): Promise<void> => refuseExisting(beside(file));

/** `picture`: PNG. Throws FILE_EXISTS, and FILE_NOT_WRITTEN. */
export async function savePictured(file: string, bytes: Uint8Array, picture: Uint8Array | null): Promise<void> {
  if (picture !== null) {
    await refusePictureBeside(file);
  }
  await saveFile(file, bytes, { overwrite: true });
  if (picture !== null) {
    await saveFile(beside(file), picture, { overwrite: false });
  }
}
