// What `custodian compare` says.
import type { ComparedKey, Comparison, Difference, KeyInBoth } from '../../../domain/reading/comparison.ts';
import { table } from '../../../encoding/table.ts';
import { COMPARISON_WORDS as said } from '../comparison.ts';
import { INSPECTION_WORDS } from '../inspection.ts';

export function comparisonLines(found: Comparison, first: string, second: string): string[] {
  const { inBoth, onlyFirst, onlySecond, differences } = found;
  return [
    said.verdict(found),
    ...closedLines(found.first, first),
    ...closedLines(found.second, second),
    ...section(said.inBoth, inBoth.flatMap(bothLines)),
    ...section(`${said.onlyFirst} (${first})`, onlyFirst.flatMap(keyLines)),
    ...section(`${said.onlySecond} (${second})`, onlySecond.flatMap(keyLines)),
    ...section(said.differs, differenceLines(differences)),
  ];
}

function closedLines({ closed, asks, count }: Comparison['first'], name: string): string[] {
  return closed > 0 ? [`! ${said.closed(name, closed)}`] : asks && count === 0 ? [`! ${said.closedFile(name)}`] : [];
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];

const bothLines = ({ key, certificates, differences }: KeyInBoth): string[] => [
  `${nameOf(key)}: ${said.certificates(certificates)}`,
  ...differenceLines(differences).map((line) => `  ${line}`),
];

const keyLines = (key: ComparedKey): string[] => [
  nameOf(key),
  ...factLines(key.certificates[0]?.facts ?? key.facts).map((line) => `  ${line}`),
];

const nameOf = ({ kid, spkiSha256, isPrivate, facts }: ComparedKey): string => {
  const kind = facts.find(({ name }) => name === 'Key kind')?.value;
  const known = kind === undefined ? '' : `${INSPECTION_WORDS.value(kind)}, `;
  return `${known}${kid ?? spkiSha256.slice(0, 16)}${isPrivate ? ` (${said.withPrivate})` : ''}`;
};

const factLines = (facts: ComparedKey['facts']): string[] =>
  table(facts.map(({ name, value }) => [INSPECTION_WORDS.fact(name), INSPECTION_WORDS.value(value)]));

const differenceLines = (differences: readonly Difference[]): string[] =>
  differences.flatMap(({ name, first, second }) => [
    INSPECTION_WORDS.fact(name),
    ...[first, second].map(
      (value, side) =>
        `  ${(side === 0 ? said.first : said.second).padEnd(8)}${value === null ? said.none : INSPECTION_WORDS.value(value)}`,
    ),
  ]);
