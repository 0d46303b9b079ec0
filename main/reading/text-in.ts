// A text that came as a file, or as a picture of its QR code.
import { isCustodianError } from '../../shared/errors.ts';
import { codeInPicture, isPicture } from './backup/share-picture.ts';

/** `null` where the picture has no code that can be read. */
export async function textIn(file: Uint8Array): Promise<string | null> {
  if (!isPicture(file)) {
    return Buffer.from(file).toString('utf8');
  }
  return codeInPicture(file).catch((error: unknown) => {
    if (isCustodianError(error, 'SHARES_UNFIT')) {
      return null;
    }
    throw error;
  });
}
