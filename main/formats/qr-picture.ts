// A text as one QR code in a PNG, for what is carried by a camera or on paper to another machine (ISO/IEC 18004).
import { PNG } from 'pngjs';
import { encodeQR } from 'qr';

/** Light modules around the code, as the standard asks for. */
const QUIET = 4;
/** Points to a module: a code of the largest kind is 740 wide. */
const SCALE = 4;
/** Octets that the largest code takes with the least correction: version 40, L. */
const MOST = 2953;

/** `null` where it does not fit into one. */
export function qrPicture(text: string): Uint8Array | null {
  if (Buffer.byteLength(text, 'utf8') > MOST) {
    return null;
  }
  const code = encodeQR(text, 'raw', { ecc: 'low', encoding: 'byte', border: QUIET });
  const side = code.length * SCALE;
  const picture = new PNG({ width: side, height: side, colorType: 0 });
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const isDark = code[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] === true;
      picture.data.fill(isDark ? 0 : 255, (y * side + x) * 4, (y * side + x) * 4 + 3);
      picture.data[(y * side + x) * 4 + 3] = 255;
    }
  }
  return PNG.sync.write(picture, { colorType: 0 });
}
