// German sentences for errors: what can go wrong anywhere.
import { say, type Sentences } from '../../../sentences/sentence.ts';
import { fact } from '../facts.ts';
import { UNCHANGED } from './phrases.ts';
import { FIELDS } from '../problems.ts';

export const generalSentences = {
  USAGE: ({ problem }) => say(fact(problem), 'Korrigieren Sie die Angaben und versuchen Sie es noch einmal.'),
  INPUT_INVALID: ({ field, problem }) =>
    say(`${FIELDS[field] ?? field}: ${fact(problem)}.`, 'Korrigieren Sie den Wert und versuchen Sie es noch einmal.'),
  CONFIRMATION_REQUIRED: ({ action }) =>
    say(
      `Es wurde nichts getan: ${fact(action)} braucht ein klares Ja.`,
      'Sehen Sie sich an, was geschehen würde, und bestätigen Sie es dann.',
    ),
  CANCELLED: ({ action }) =>
    say(`${fact(action)} wurde abgebrochen. ${UNCHANGED}`, 'Beginnen Sie von neuem, wenn Sie so weit sind.'),
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
