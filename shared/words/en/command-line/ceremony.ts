// A key ceremony in lines for people.
import type { Ceremony } from '../../../domain/ceremony/ceremony.ts';
import type { SavedMinutes } from '../../../domain/ceremony/papers.ts';
import { partOf, standsFor } from '../../../domain/ceremony/people.ts';
import { inGroups, readOut } from '../../../domain/ceremony/read-back.ts';
import { stepRow, type StepName } from '../../../domain/ceremony/steps.ts';
import { table } from '../../../encoding/table.ts';
import { ceremonyPapers } from '../ceremony/papers.ts';
import { problems, roles, steps } from '../ceremony/steps.ts';
import { count } from '../numbers.ts';
import { anchorLine } from './audit.ts';

/** A ceremony, and what comes next in it. */
export interface Standing extends Ceremony {
  next: { step: StepName; value: string | null; kid: string | null; shown: boolean; command: string | null } | null;
}

const STATE = { done: 'done', deviated: 'gone past', open: '' } as const;

export const standingLines = (standing: Standing): string[] => [
  `Ceremony of “${standing.tenant}”, ring ${standing.ring}, at ${standing.place}, begun ${standing.begun.at}`,
  ...table(
    standing.steps.map(({ step, state, at, reason, failures }, index) => [
      String(index + 1),
      steps[step],
      STATE[state],
      at ?? '',
      [reason ?? '', failures.length === 0 ? '' : `${failures.length} × without success`].filter(Boolean).join('; '),
    ]),
  ),
  ...standing.notes.map(({ at, text }) => `note of ${at}: ${text}`),
  ...foundLines(standing),
  ...endLines(standing),
  ...nextLines(standing),
];

/** What the step before found. */
function foundLines({ steps: all }: Standing): string[] {
  const last = all.findLast(({ state }) => state !== 'open');
  const facts = Object.entries(last?.facts ?? {}).map(
    ([name, value]) => `${ceremonyPapers.fact[name] ?? name} ${value}`,
  );
  return last === undefined || facts.length === 0 ? [] : [`${steps[last.step]}: ${facts.join(', ')}`];
}

function endLines({ ended, next }: Standing): string[] {
  if (ended === null) {
    return next === null ? ['Every step is behind you: “custodian ceremony close” writes the minutes.'] : [];
  }
  return [`${ended.how} at ${ended.at}${ended.reason === null ? '' : `: ${ended.reason}`}`];
}

/** What is to be done now, by whom, and what is to be read out. */
export function nextLines({ next, steps: all, people }: Standing): string[] {
  if (next === null) {
    return [];
  }
  const { step, value, command } = next;
  const { by, heard } = stepRow(step);
  const number = all.findIndex((one) => one.step === step) + 1;
  const failed = all[number - 1]?.failures.at(-1);
  return [
    '',
    `Step ${number} of ${all.length}: ${steps[step]}`,
    ...table([
      [roles[partOf(people, by)].toLowerCase(), standsFor(people, by)],
      ...(heard === undefined ? [] : [[roles[heard].toLowerCase(), standsFor(people, heard)]]),
    ]),
    ceremonyPapers.does[step],
    ...(failed === undefined ? [] : [`Without success so far: ${problems[failed]}.`]),
    ...(value === null ? [] : [`shown:     ${value}`]),
    ...(value === null || heard === undefined ? [] : [`read out:  ${inGroups(readOut(value))}`]),
    ...(command === null ? [] : [`with:      ${command}`]),
  ];
}

/** What becomes of each answer is said once, before the first. */
export const RUN_HELP =
  'Enter takes the step. “deviate REASON” goes past it, “note TEXT” notes something, “stop” leaves; it goes on where it was.';

export const promptFor = ({ next, people }: Standing): string => {
  const { heard = null } = next === null ? {} : stepRow(next.step);
  return heard === null ? 'Enter' : `${standsFor(people, heard)} types what they heard`;
};

export const minutesLines = (saved: SavedMinutes): string[] => [
  `${saved.folder}: ${saved.files.join(', ')}; ${saved.ended ?? 'NOT CLOSED YET'}`,
  `${count(saved.done, 'step', 'steps')} done, ${saved.deviated} gone past, ${saved.failures} tried without success; ${count(saved.entries, 'entry', 'entries')} of the audit chain`,
  `SHA-256 of minutes.json ${saved.sha256}`,
  `signed by the device ${saved.device}`,
  `anchor before ${saved.before}`,
  anchorLine(saved.anchor),
  'Print minutes.html and have it signed. Others check minutes.json with docs/guide/verify-audit.mjs, which needs Node.js alone.',
];
