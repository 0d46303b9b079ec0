// German sentences for errors: what can go wrong anywhere.
import { fieldWord } from '../fields.ts';
import { usageProblem } from '../problems/usage.ts';
import { inputProblem } from '../problems/input.ts';
import { askedAct, stoppedAct } from '../problems/acts.ts';
import { say, type Sentences } from '../../sentence.ts';
import { UNCHANGED } from './phrases.ts';

export const generalSentences = {
  USAGE: ({ problem }) => say(usageProblem(problem), 'Korrigieren Sie die Angaben und versuchen Sie es noch einmal.'),
  INPUT_INVALID: ({ field, problem }) =>
    say(`${fieldWord(field)}: ${inputProblem(problem)}.`, 'Korrigieren Sie den Wert und versuchen Sie es noch einmal.'),
  CONFIRMATION_REQUIRED: ({ action }) =>
    say(
      `Es wurde nichts getan: ${askedAct(action)} braucht ein klares Ja.`,
      'Sehen Sie sich an, was geschehen würde, und bestätigen Sie es dann.',
    ),
  CANCELLED: ({ action }) =>
    say(`${stoppedAct(action)} wurde abgebrochen. ${UNCHANGED}`, 'Beginnen Sie von neuem, wenn Sie so weit sind.'),
  CONFIRMATION_CHANGED: () =>
    say(
      'Es wurde nichts getan: Seit es Ihnen gezeigt wurde, hat sich etwas geändert.',
      'Sehen Sie noch einmal nach und entscheiden Sie neu.',
    ),
  CONVERSATION_BUSY: () =>
    say(
      'Es wurde nichts getan: Key Custodian fragt Sie gerade etwas anderes.',
      'Beantworten oder schließen Sie das zuerst.',
    ),
  TENANT_IN_CONVERSATION: ({ tenant }) =>
    say(
      `Es wurde nichts geändert: Eine Frage zu „${tenant}“ ist offen, und bis zur Antwort bleibt „${tenant}“, wie er ist.`,
      'Beantworten oder schließen Sie sie zuerst.',
    ),
  INTERNAL: ({ reference }) =>
    say(
      `In Key Custodian ist etwas schiefgegangen (${reference}).`,
      'Versuchen Sie es noch einmal; geschieht es wieder, melden Sie es.',
    ),
} satisfies Partial<Sentences>;
