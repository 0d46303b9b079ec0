// What pages for people are made of, where they leave this program: HTML that stands alone, for screen and paper. Nothing in it
// runs and nothing is fetched; what others wrote stands as text.
import type { AuditEntry } from '../../shared/domain/audit/entry.ts';
import type { Instant } from '../../shared/domain/timing/instant.ts';
import { visible } from '../../shared/encoding/printable.ts';
import { utf8 } from './format.ts';
import { escaped } from './markup.ts';

/** Already fit to stand in HTML. */
export type Html = string;

export function alonePage({ language, title }: { language: string; title: string }, body: readonly Html[]): Uint8Array {
  const html = [
    `<!doctype html>`,
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    // SECURITY: even where a browser opens it from a disk, it loads and runs nothing.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${text(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return utf8(html);
}

export const chapter = (title: string, content: readonly Html[]): Html =>
  ['<section>', `<h2>${text(title)}</h2>`, ...content, '</section>'].join('\n');

export const facts = (rows: readonly (readonly [string, string])[]): Html =>
  ['<dl>', ...rows.map(([name, value]) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`), '</dl>'].join('\n');

export function table(
  { heads, none = '' }: { heads: readonly string[]; none?: string },
  rows: readonly Html[][],
): Html {
  if (rows.length === 0) {
    return `<p>${text(none)}</p>`;
  }
  const head = heads.map((name) => `<th scope="col">${text(name)}</th>`).join('');
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return ['<table>', `<thead><tr>${head}</tr></thead>`, '<tbody>', ...lines, '</tbody>', '</table>'].join('\n');
}

/** One line for each member; what is not there says nothing. */
export const details = (held: AuditEntry['details']): Html =>
  Object.entries(held)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${text(name)}: ${text(typeof value === 'string' ? value : JSON.stringify(value))}`)
    .join('<br>');

export const minute = (at: Instant | null): string => (at === null ? '–' : at.slice(0, 16).replace('T', ' '));

export const text = (plain: string): Html => escaped(visible(plain));

const STYLE = `
body { font: 10pt/1.4 system-ui, sans-serif; color: #111; background: #fff; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 17pt; } h2 { font-size: 12pt; margin: 1.6em 0 .4em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; } dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; } th { text-align: left; color: #555; white-space: nowrap; }
th, td { padding: .25rem .5rem .25rem 0; border-bottom: 1px solid #ccc; vertical-align: top; overflow-wrap: anywhere; }
.blank { display: inline-block; min-width: 3.2rem; min-height: 1.9rem; } .line { display: inline-block; min-width: 14rem; min-height: 2.1rem; }
.box { border: 1px solid #999; min-height: 7rem; }
pre { background: #f2f2f2; padding: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; } thead { display: table-header-group; } tr { break-inside: avoid; } h2 { break-after: avoid; } }
@page { margin: 15mm; }
`;
