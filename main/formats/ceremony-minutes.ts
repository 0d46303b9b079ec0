// The minutes of a key ceremony for people: what was done by whom, what was read back, what was gone past and why, and every
// entry of the audit chain in that time.
import { type CeremonyStep, countsOf } from '../../shared/domain/ceremony/ceremony.ts';
import type { DraftedMinutes } from '../../shared/domain/ceremony/papers.ts';
import { standsFor, type People } from '../../shared/domain/ceremony/people.ts';
import { inGroups, readOut } from '../../shared/domain/ceremony/read-back.ts';
import { type StepFacts, stepRow } from '../../shared/domain/ceremony/steps.ts';
import { notedText } from '../../shared/domain/audit/noted-head.ts';
import type { CeremonyWords } from '../../shared/words/words.ts';
import { alonePage, chapter, details, facts, type Html, minute, table, text } from './alone-page.ts';
import { peopleChapter } from './ceremony-script.ts';

export function ceremonyMinutes({ minutes, ceremony, device }: DraftedMinutes, words: CeremonyWords): Uint8Array {
  const { tenant } = minutes;
  const { ended, people } = ceremony;
  const title = words.minutesTitle(tenant.name);
  const { done, deviated, failures } = countsOf(ceremony);
  return alonePage({ language: words.language, title }, [
    `<h1>${text(title)}</h1>`,
    `<p><b>${text(outcomeOf(ended, words))}</b> ${text(words.outcome.counts(done, deviated, failures))} ${text(words.utc)}</p>`,
    facts([
      [words.facts.place, ceremony.place],
      [words.facts.begun, minute(ceremony.begun.at)],
      [words.facts.ended, ended === null ? words.none : minute(ended.at)],
      [words.facts.tenant, tenant.name],
      [words.facts.domain, tenant.domain],
      [words.facts.environment, tenant.environment],
      [words.facts.ring, ceremony.ring],
      [words.facts.id, ceremony.id],
      [words.facts.signedBy, device],
      [words.facts.before, notedText(minutes.before)],
      [words.facts.after, notedText(minutes.anchor)],
    ]),
    peopleChapter(people, words),
    chapter(words.minutes.title, [
      table(
        words.minutes,
        ceremony.steps.map((step, index) => stepLine(step, index, people, words)),
      ),
    ]),
    chapter(words.notes.title, [
      table(
        words.notes,
        ceremony.notes.map(({ at, text: note }) => [text(minute(at)), text(note)]),
      ),
    ]),
    chapter(words.check.title, [
      `<p>${text(words.check.means)}</p>`,
      `<pre>node verify-audit.mjs minutes.json --device ${text(device)}</pre>`,
      `<p>${text(words.check.compare)}</p>`,
    ]),
    chapter(words.entries.title, [
      table(
        words.entries,
        minutes.entries.map(({ seq, at, action, subject, actor, details: held }) => [
          String(seq),
          text(minute(at)),
          text(words.action(action)),
          text(subject),
          text(actor),
          details(held),
        ]),
      ),
    ]),
  ]);
}

function outcomeOf(ended: DraftedMinutes['ceremony']['ended'], { outcome }: CeremonyWords): string {
  if (ended === null) {
    return outcome.open;
  }
  return ended.how === 'closed' ? outcome.closed : outcome.abandoned(ended.reason ?? '');
}

function stepLine(one: CeremonyStep, index: number, people: People, words: CeremonyWords): Html[] {
  const { step, state, at, failures, reason } = one;
  const { by, heard } = stepRow(step);
  const who = [by, ...(heard === undefined ? [] : [heard])].map((role) => text(standsFor(people, role))).join('<br>');
  const last = failures.at(-1);
  const outcome = [
    text(words.minutes.state[state]),
    ...(reason === null ? [] : [text(`${words.minutes.reason}: ${reason}`)]),
    ...(last === undefined ? [] : [text(words.minutes.failures(failures.length, words.problem(last)))]),
    ...factLines(one.facts, words),
  ];
  return [String(index + 1), text(minute(at)), text(words.steps[step]), who, outcome.join('<br>')];
}

const factLines = (found: StepFacts, words: CeremonyWords): Html[] =>
  Object.entries(found).map(([name, value]) => {
    const shown = name === 'value' ? `… ${inGroups(readOut(String(value)))} (${value})` : String(value);
    return text(`${words.fact[name] ?? name}: ${shown}`);
  });
