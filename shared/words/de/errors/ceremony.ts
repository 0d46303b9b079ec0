// German sentences for errors: key ceremonies.
import { say, type Sentences } from '../../sentence.ts';
import { problems, steps } from '../ceremony/steps.ts';

const ADVICE = 'Durch eine Zeremonie führt die Befehlszeile.';

export const ceremonySentences = {
  CEREMONY_NONE: ({ tenant }) => say(`Für „${tenant}“ läuft keine Zeremonie.`, ADVICE),
  CEREMONY_OPEN: ({ tenant, at }) => say(`Eine Zeremonie für „${tenant}“ läuft seit ${at}.`, ADVICE),
  CEREMONY_STEP_FAILED: ({ step, problem }) =>
    say(`Der Schritt „${steps[step]}“ ist nicht getan: ${problems[problem]}.`, ADVICE),
  CEREMONY_STEPS_LEFT: ({ step }) =>
    say(`Sie lässt sich nicht abschließen: Zuerst kommt der Schritt „${steps[step]}“.`, ADVICE),
  CEREMONY_STEPS_DONE: () => say('Alle Schritte sind getan.', ADVICE),
} satisfies Partial<Sentences>;
