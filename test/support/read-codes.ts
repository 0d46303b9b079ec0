// Reads the QR codes of a sheet (SVG) as a camera would: from points, by another library than the one that drew them.
import jsQR from 'jsqr';

/** Points for each module. */
const POINTS = 4;
const QUIET = 4;

/** The text of each code, in the order of the drawing; empty for one that cannot be read. */
export const readCodes = (svg: string): string[] =>
  codesIn(svg).map(({ pixels, size }) => jsQR(pixels, size, size)?.data ?? '');

/** The points of each code, four octets each, and how many there are in a row. */
export function codesIn(svg: string): { pixels: Uint8ClampedArray; size: number }[] {
  return [...svg.matchAll(/<path d="([^"]+)"/g)].map(([, path = '']) => {
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)].map((run) => run.slice(1).map(Number));
    const size = (Math.max(...runs.map(([, y = 0]) => y)) + 1 + QUIET) * POINTS;
    const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
    for (const [x = 0, y = 0, length = 0] of runs) {
      for (let row = y * POINTS; row < (y + 1) * POINTS; row += 1) {
        const start = (row * size + x * POINTS) * 4;
        pixels.fill(0, start, start + length * POINTS * 4);
      }
    }
    // The last byte of each point is how opaque it is.
    for (let alpha = 3; alpha < pixels.length; alpha += 4) {
      pixels[alpha] = 255;
    }
    return { pixels, size };
  });
}
