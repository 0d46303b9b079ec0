// A share from a picture of its sheet: the QR code in a PNG. Pictures come from anybody, so their size is looked at before a
// point of them is unpacked, and only a kind of file is read whose reader keeps to that size.
import type { PNG } from 'pngjs';
import { unfit } from '../../encoding/share-code.ts';

const PNG_BEGINS = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG_BEGINS = Buffer.from([0xff, 0xd8, 0xff]);
/** At 4: what cameras of newer phones write (ISO/IEC 23008-12), and films. */
const FTYP = Buffer.from('ftyp');
/** GIF, PDF, TIFF in both orders. */
const OTHERS = ['47494638', '255044462d', '49492a00', '4d4d002a'].map((hex) => Buffer.from(hex, 'hex'));

/** A page at 600 dots per inch. */
const MOST_POINTS = 40_000_000;
/** Wide enough to hold a code, with its margin. */
const LEAST_SIDE = 21;
/** For a crooked or faint one. */
const LOOK_MS = 3000;

/** Also those of which no code is read: they are told apart from text. */
export const isPicture = (file: Uint8Array): boolean =>
  begins(file, PNG_BEGINS) || photographed(file) !== null || OTHERS.some((other) => begins(file, other));

const photographed = (file: Uint8Array): 'JPEG' | 'HEIC' | null =>
  begins(file, JPEG_BEGINS) ? 'JPEG' : begins(file.subarray(4), FTYP) ? 'HEIC' : null;

const begins = (file: Uint8Array, beginning: Uint8Array): boolean =>
  Buffer.from(file.subarray(0, beginning.length)).equals(beginning);

/** Throws SHARES_UNFIT. */
export async function codeInPicture(file: Uint8Array): Promise<string> {
  const kind = photographed(file);
  if (kind !== null) {
    throw unfit({ code: 'photograph', kind });
  }
  if (!begins(file, PNG_BEGINS)) {
    throw unfit({ code: 'other-picture' });
  }
  const [{ decodeQR }, picture] = await Promise.all([import('qr/decode.js'), pointsOf(file)]);
  try {
    return decodeQR(picture, { format: 'RGBA', effort: 4, timeLimit: LOOK_MS });
  } catch (cause) {
    throw unfit({ code: 'no-code-in-picture' }, cause);
  } finally {
    picture.data.fill(0);
  }
}

async function pointsOf(file: Uint8Array): Promise<Pick<PNG, 'width' | 'height' | 'data'>> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  if (bytes.length < 24) {
    throw unfit({ code: 'picture-damaged' });
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (Math.min(width, height) < LEAST_SIDE) {
    throw unfit({ code: 'no-code-in-picture' });
  }
  if (width * height > MOST_POINTS) {
    throw unfit({ code: 'picture-too-large' });
  }
  const { PNG: Reader } = await import('pngjs');
  try {
    return Reader.sync.read(bytes);
  } catch (cause) {
    throw unfit({ code: 'picture-damaged' }, cause);
  }
}
