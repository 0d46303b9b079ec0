// QR codes (ISO/IEC 18004) on one sheet, numbered, as an SVG that prints and shows sharp at any size. Error correction M:
// a code may lose a seventh of its area to dirt or glare.
import { encodeQR } from 'qr';
import { utf8 } from './format.ts';
import { escaped } from './markup.ts';

/** Light modules around each code; the standard asks for four. */
const QUIET = 4;
const COLUMNS = 2;
const CAPTION = 8;
const TITLE = 14;

export function qrSheet(title: string, texts: readonly string[]): Uint8Array {
  const codes = texts.map((text) => encodeQR(text, 'raw', { ecc: 'medium', encoding: 'alphanumeric', border: QUIET }));
  const cell = Math.max(...codes.map((code) => code.length));
  const columns = Math.min(COLUMNS, codes.length);
  const [width, height] = [cell * columns, TITLE + (cell + CAPTION) * Math.ceil(codes.length / columns)];
  const drawn = codes.map((code, index) => {
    const x = cell * (index % columns);
    const y = TITLE + (cell + CAPTION) * Math.floor(index / columns);
    const caption = `<text x="${cell / 2}" y="${cell + 5}" font-size="6">${index + 1} of ${codes.length}</text>`;
    return `<g transform="translate(${x} ${y})"><path d="${pathOf(code)}"/>${caption}</g>`;
  });
  return utf8(
    [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * 4}" height="${height * 4}">`,
      `<title>${escaped(title)}</title>`,
      `<rect width="${width}" height="${height}" fill="#fff"/>`,
      '<g font-family="sans-serif" text-anchor="middle" shape-rendering="crispEdges">',
      `<text x="${width / 2}" y="9" font-size="5">${escaped(title)}</text>`,
      ...drawn,
      '</g>',
      '</svg>',
      '',
    ].join('\n'),
  );
}

/** One rectangle for each run of dark modules in a row. */
export function pathOf(code: readonly (readonly boolean[])[]): string {
  return code
    .flatMap((row, y) => {
      const runs: string[] = [];
      for (let x = 0; x < row.length; x += 1) {
        const start = x;
        while (row[x] === true) {
          x += 1;
        }
        if (x > start) {
          runs.push(`M${start} ${y}h${x - start}v1h-${x - start}z`);
        }
      }
      return runs;
    })
    .join('');
}
