// The page of an evidence report: HTML that stands alone, for screen and paper. Nothing in it runs and nothing is fetched; what
// the chain holds is text of others and stands as text.
import type { AuditEntry } from '../../shared/domain/audit/entry.ts';
import { notedText } from '../../shared/domain/audit/noted-head.ts';
import type { Instant } from '../../shared/domain/timing/instant.ts';
import { visible } from '../../shared/encoding/printable.ts';
import type { DraftedReport } from '../../shared/domain/evidence/report.ts';
import type { EvidenceWords } from '../ports/formats.ts';
import { utf8 } from './format.ts';
import { escaped } from './markup.ts';

/** Already fit to stand in HTML. */
type Html = string;

/** `words`: those of `evidenceReport`. */
export function evidencePage({ report, device }: DraftedReport, words: EvidenceWords): Uint8Array {
  const { tenant, entries } = report;
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  const entryAt = (seq: number): AuditEntry[] => {
    const entry = bySeq.get(seq);
    return entry === undefined ? [] : [entry];
  };
  const body = [
    `<h1>${text(words.title(tenant.name))}</h1>`,
    `<p>${text(words.span(minute(report.from), minute(report.to)))}</p>`,
    facts([
      [words.facts.tenant, tenant.name],
      [words.facts.domain, tenant.domain],
      [words.facts.customDomain, tenant.customDomain ?? '–'],
      [words.facts.issuer, tenant.issuer ?? '–'],
      [words.facts.environment, tenant.environment],
      [words.facts.endpoint, tenant.endpoint],
      [words.facts.madeAt, minute(report.madeAt)],
      [words.facts.id, report.id],
      [words.facts.device, device],
      [words.facts.anchor, notedText(report.anchor)],
    ]),
    chapter(words.check.title, [
      `<p>${text(words.check.means)}</p>`,
      `<pre>node verify-audit.mjs evidence.json --device ${text(device)}</pre>`,
      `<p>${text(words.check.chain)} ${text(words.check.compare)}</p>`,
    ]),
    chapter(words.clocks.title, [
      `<p>${text(words.clocks.means)}</p>`,
      table(
        words.clocks,
        report.clocks.flatMap(({ seq, reason }) =>
          entryAt(seq).map((entry) => [
            ...opening(entry, words),
            text(reason === null ? words.clocks.kept : words.clocks.goneAhead),
            text(reason ?? ''),
          ]),
        ),
      ),
    ]),
    chapter(words.overrides.title, [
      table(
        words.overrides,
        report.overrides.flatMap(({ seq, reason }) =>
          entryAt(seq).map((entry) => [...opening(entry, words), text(entry.actor), text(reason ?? '')]),
        ),
      ),
    ]),
    chapter(words.keys.title, [
      table(
        words.keys,
        report.keys.map((key) => keyRow(key, words)),
      ),
    ]),
    ...report.chapters.map((one) =>
      chapter(`${words.chapters[one.chapter]}: ${words.entries.count(one.entries.length)}`, [
        table(
          { heads: words.entries.heads, none: '' },
          one.entries
            .flatMap(entryAt)
            .map((entry) => [...opening(entry, words), text(entry.actor), details(entry.details)]),
        ),
      ]),
    ),
    `<p>${text(words.ofAll)}</p>`,
  ];
  const html = [
    `<!doctype html>`,
    `<html lang="${words.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    // SECURITY: even where a browser opens it from a disk, it loads and runs nothing.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${text(words.title(tenant.name))}</title>`,
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

type ReportKey = DraftedReport['report']['keys'][number];

const keyRow = (key: ReportKey, words: EvidenceWords): Html[] => [
  `<span title="${text(`${words.keys.spki} ${key.spkiSha256}`)}">${text(key.kid)}</span>`,
  text(key.ring),
  text(key.alg),
  text(words.state(key.state)),
  text(minute(key.createdAt)),
  text(minute(key.currentAt)),
  text(minute(key.revokedAt)),
  text(minute(key.destroyedAt)),
  text(key.inBackup ? words.yes : words.no),
];

const opening = ({ seq, at, action }: AuditEntry, words: EvidenceWords): Html[] => [
  String(seq),
  text(minute(at)),
  text(words.action(action)),
];

const chapter = (title: string, content: readonly Html[]): Html =>
  ['<section>', `<h2>${text(title)}</h2>`, ...content, '</section>'].join('\n');

const facts = (rows: readonly (readonly [string, string])[]): Html =>
  ['<dl>', ...rows.map(([name, value]) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`), '</dl>'].join('\n');

function table({ heads, none }: { heads: readonly string[]; none: string }, rows: readonly Html[][]): Html {
  if (rows.length === 0) {
    return `<p>${text(none)}</p>`;
  }
  const head = heads.map((name) => `<th scope="col">${text(name)}</th>`).join('');
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return ['<table>', `<thead><tr>${head}</tr></thead>`, '<tbody>', ...lines, '</tbody>', '</table>'].join('\n');
}

/** One line for each member; what is not there says nothing. */
const details = (held: AuditEntry['details']): Html =>
  Object.entries(held)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${text(name)}: ${text(typeof value === 'string' ? value : JSON.stringify(value))}`)
    .join('<br>');

const minute = (at: Instant | null): string => (at === null ? '–' : at.slice(0, 16).replace('T', ' '));

const text = (plain: string): Html => escaped(visible(plain));

const STYLE = `
body { font: 10pt/1.4 system-ui, sans-serif; color: #111; background: #fff; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 17pt; } h2 { font-size: 12pt; margin: 1.6em 0 .4em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; } dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; } th { text-align: left; color: #555; }
th, td { padding: .25rem .5rem .25rem 0; border-bottom: 1px solid #ccc; vertical-align: top; overflow-wrap: anywhere; }
pre { background: #f2f2f2; padding: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; } thead { display: table-header-group; } tr { break-inside: avoid; } h2 { break-after: avoid; } }
@page { margin: 15mm; }
`;
