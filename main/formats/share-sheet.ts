// The sheet of a share: one page of HTML without scripts, pictures from elsewhere or links, that any browser prints.
import { encodeQR } from 'qr';
import type { Language } from '../../shared/language.ts';
import { sheetWords } from '../../shared/words/words.ts';
import { octetsIn, wordsOf } from '../encoding/share-code.ts';
import type { ShareSheet } from '../ports/formats.ts';
import { erasing } from '../ports/secret.ts';
import { utf8 } from './format.ts';
import { escaped } from './markup.ts';
import { pathOf } from './qr-sheet.ts';

/** Light modules around the code. */
const QUIET = 4;

const STYLE = `
  @page { size: A4; margin: 16mm; }
  * { box-sizing: border-box; }
  body { margin: 0 auto; max-width: 178mm; font: 10.5pt/1.4 sans-serif; color: #000; background: #fff; }
  h1 { margin: 0; font-size: 22pt; }
  p { margin: 2mm 0; }
  .program { font-size: 10pt; }
  dl { display: grid; grid-template-columns: 42mm 1fr; gap: 1mm 3mm; margin: 4mm 0; }
  dt { font-weight: bold; }
  dd { margin: 0; overflow-wrap: anywhere; }
  .mono, ol { font-family: monospace; }
  .both { display: flex; gap: 8mm; align-items: flex-start; }
  ol { columns: 2; margin: 0; padding-left: 9mm; font-size: 12pt; line-height: 1.65; flex: 1; }
  svg { width: 62mm; height: 62mm; }
  .code { font-size: 8pt; overflow-wrap: anywhere; }
`;

/** `code`: of the share, as main/encoding/share-code writes it. */
export function shareSheet(sheet: ShareSheet, code: string, language: Language): Uint8Array {
  using octets = erasing(octetsIn(code));
  const words = sheetWords(language);
  const { number, count, threshold, holder, set, recipient, backup } = sheet;
  const title = words.title(number, count);
  const facts: [string, string, ...'mono'[]][] = [
    [words.holder, holder],
    [words.set, set, 'mono'],
    [words.madeAt, backup.madeAt],
    [words.id, backup.id, 'mono'],
    [words.sha256, grouped(backup.sha256), 'mono'],
    [words.device, grouped(backup.device), 'mono'],
    [words.audit, `${words.anchor(backup.audit.entries)} ${grouped(backup.audit.head)}`, 'mono'],
    [words.recipient, recipient, 'mono'],
  ];
  return utf8(
    [
      '<!doctype html>',
      `<html lang="${language}">`,
      '<head>',
      '<meta charset="utf-8" />',
      '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'" />',
      `<title>${escaped(title)}</title>`,
      `<style>${STYLE}</style>`,
      '</head>',
      '<body>',
      `<p class="program">${escaped(words.program)}</p>`,
      `<h1>${escaped(title)}</h1>`,
      `<p>${escaped(words.lead(threshold))} ${escaped(words.keep)}</p>`,
      '<dl>',
      ...facts.map(
        ([name, value, style = '']) => `<dt>${escaped(name)}</dt><dd class="${style}">${escaped(value)}</dd>`,
      ),
      '</dl>',
      `<p><strong>${escaped(words.words)}</strong></p>`,
      '<div class="both">',
      `<ol>${wordsOf(octets)
        .map((word) => `<li>${word}</li>`)
        .join('')}</ol>`,
      picture(code),
      '</div>',
      `<p class="code"><strong>${escaped(words.code)}</strong><br /><span class="mono">${code}</span></p>`,
      `<p>${escaped(words.use(threshold))}</p>`,
      '</body>',
      '</html>',
      '',
    ].join('\n'),
  );
}

function picture(code: string): string {
  const modules = encodeQR(code, 'raw', { ecc: 'quartile', encoding: 'alphanumeric', border: QUIET });
  const side = modules.length;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<rect width="${side}" height="${side}" fill="#fff"/><path d="${pathOf(modules)}"/></svg>`
  );
}

const grouped = (hex: string): string => hex.match(/.{1,8}/g)?.join(' ') ?? hex;
