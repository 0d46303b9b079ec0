import { amountOf } from '../numbers.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const key: typeof en.key = {
  title: 'Schlüssel',
  rings: 'Schlüsselringe',
  lead: (means, nist) => `${means} NIST SP 800-57: ${nist}.`,
  revokedCompromised: 'Als kompromittiert gesperrt',
  revokedRoutine: 'Planmäßig gesperrt',
  compromisedSince: (at) => phrase`Vielleicht seit ${at} offengelegt. Später signierte Token beweisen nichts.`,
  history: 'Verlauf',
  revoke: 'Sperren …',
  erase: 'Löschen …',

  identity: 'Identität',
  kid: 'kid',
  ring: 'Schlüsselring',
  origin: 'Herkunft',
  signed: 'Hat signiert',
  timesSigned: (times) => `${amountOf(times)}-mal`,
  timesSignedLast: (times, at) => phrase`${amountOf(times)}-mal, zuletzt am ${at}`,
  spki: 'SPKI SHA-256',

  missing: {
    title: (kid) => `Kein Schlüssel ${kid}`,
    heading: 'Diesen Schlüssel hat der Mandant nicht',
    why: 'Bei einer kid zählt Groß- und Kleinschreibung, und sie gehört zu einem einzigen Mandanten.',
    toRings: 'Schlüsselringe ansehen',
  },
};
