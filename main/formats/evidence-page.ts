// The page of an evidence report.
import type { AuditEntry } from '../../shared/domain/audit/entry.ts';
import { notedText } from '../../shared/domain/audit/noted-head.ts';
import type { DraftedReport } from '../../shared/domain/evidence/report.ts';
import type { EvidenceWords } from '../ports/formats.ts';
import { alonePage, chapter, details, facts, type Html, minute, table, text } from './alone-page.ts';

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
  return alonePage({ language: words.language, title: words.title(tenant.name) }, body);
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
