// The script of a key ceremony on paper: who does what, in which order, with room for times, initials and signatures.
import { inRole, type People, ROLES, standsFor } from '../../shared/domain/ceremony/people.ts';
import type { DraftedScript } from '../../shared/domain/ceremony/papers.ts';
import { type StepName, stepRow } from '../../shared/domain/ceremony/steps.ts';
import { shellWord } from '../../shared/encoding/shell-word.ts';
import type { CeremonyWords } from '../../shared/words/words.ts';
import { alonePage, chapter, facts, type Html, minute, table, text } from './alone-page.ts';

export function ceremonyScript(draft: DraftedScript, words: CeremonyWords): Uint8Array {
  const { tenant, ring, people, steps } = draft;
  const title = words.scriptTitle(tenant.name);
  return alonePage({ language: words.language, title }, [
    `<h1>${text(title)}</h1>`,
    facts([
      [words.facts.date, draft.date ?? ''],
      [words.facts.place, draft.place],
      [words.facts.tenant, tenant.name],
      [words.facts.domain, tenant.domain],
      [words.facts.environment, tenant.environment],
      [words.facts.ring, ring],
      [words.facts.algorithm, draft.alg],
      [words.facts.current, draft.current ?? words.none],
      [words.facts.next, draft.next ?? words.none],
      [words.facts.device, draft.device ?? words.none],
      [words.facts.drawn, minute(draft.madeAt)],
    ]),
    peopleChapter(people, words),
    chapter(words.script.title, [
      `<p>${text(words.script.means)}</p>`,
      `<pre>${text(words.script.command(shellWord(tenant.name)))}</pre>`,
      table(
        words.script,
        steps.map((step, index) => stepLine(step, index, people, words)),
      ),
    ]),
    chapter(words.script.notes, ['<div class="box"></div>']),
  ]);
}

/** With a line to sign on for each. */
export const peopleChapter = (people: People, words: CeremonyWords): Html =>
  chapter(words.people.title, [
    table(
      words.people,
      ROLES.flatMap((role) =>
        inRole(people, role).map((name) => [text(words.roles[role]), text(name), '<span class="line"></span>']),
      ),
    ),
    `<p>${text(words.people.means)}</p>`,
  ]);

function stepLine(step: StepName, index: number, people: People, words: CeremonyWords): Html[] {
  const { by, heard } = stepRow(step);
  const who = [by, ...(heard === undefined ? [] : [heard])].map((role) => text(standsFor(people, role))).join('<br>');
  const blank = '<span class="blank"></span>';
  return [String(index + 1), who, `<b>${text(words.steps[step])}</b><br>${text(words.does[step])}`, blank, blank];
}
