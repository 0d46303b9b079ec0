// German sentences for errors: publications.
import { wordOf } from '../../../problems/coded.ts';
import { missingPart } from '../problems/acts.ts';
import { visible } from '../../../encoding/printable.ts';
import { say, type Sentences } from '../../sentence.ts';
import { publishing } from '../publishing.ts';
import { PREVIEW, REASON } from './phrases.ts';

export const publishingSentences = {
  PUBLISH_TOO_MANY: ({ count, limit }) =>
    say(
      `${count} Schlüssel würden veröffentlicht, aber der Mandant nimmt höchstens ${limit}.`,
      'Wählen Sie einen anderen früheren Satz, entfernen Sie fremde Schlüssel, oder übertragen Sie, was die Schlüsselringe wollen: Was nicht hineinpasst, wartet dann.',
    ),
  PUBLISH_BLOCKED: ({ tenant, findings }) =>
    say(
      `Der Satz für „${tenant}“ darf so nicht hinaus. Es wurde nichts gesendet.\n${findings.map(({ kid, code }) => `${visible(kid)} ${publishing.lint[code]}.`).join('\n')}`,
      'Berichtigen Sie diese Schlüssel, oder entfernen Sie fremde ausdrücklich, und sehen Sie sich eine neue Vorschau an.',
    ),
  PUBLISH_FOREIGN_UNDECIDED: ({ tenant, keys }) =>
    say(
      `Über diese fremden Schlüssel bei „${tenant}“ hat niemand entschieden: ${keys.map(visible).join(', ')}. Damit signierte Token werden angenommen. Es wurde nichts gesendet.`,
      'Finden Sie heraus, wem sie gehören. Entscheiden Sie dann unter „Veröffentlichen“ über jeden: behalten und sagen, warum, oder entfernen.',
    ),
  PUBLISH_REVOKED_BACK: ({ tenant, kids }) =>
    say(
      `Dieser Satz würde gesperrte Schlüssel zu „${tenant}“ zurückbringen: ${kids.join(', ')}. Es wurde nichts gesendet.`,
      `Wählen Sie einen anderen früheren Satz, ${REASON}`,
    ),
  EVIDENCE_NOT_FOUND: ({ tenant }) =>
    say(
      `Ein solcher Nachweis zu „${tenant}“ ist nicht verzeichnet.`,
      'Weisen Sie die Veröffentlichung zuerst nach, oder sehen Sie nach den vorhandenen Nachweisen.',
    ),
  PUBLISH_NO_FORMER_SET: ({ tenant }) =>
    say(
      `Ein solcher früherer Satz von „${tenant}“ ist nicht verzeichnet.`,
      'Sehen Sie in seinen Veröffentlichungen nach, welche Sätze zurückkommen können.',
    ),
  PUBLISH_CHANGED: ({ tenant }) =>
    say(
      `Der veröffentlichte Satz von „${tenant}“ oder seine Schlüsselringe haben sich seit der Vorschau geändert. Es wurde nichts gesendet.`,
      PREVIEW,
    ),
  PUBLISH_NOT_CONFIRMED: ({ tenant }) =>
    say(
      `Die Übertragung an „${tenant}“ wurde gesendet, aber das Zurücklesen zeigt sie nicht (dort stehen andere Schlüssel).`,
      'Sehen Sie in einer neuen Vorschau nach, was jetzt dort ist.',
    ),
  PUBLISH_NOT_CONFIGURED: ({ tenant, missing }) =>
    say(
      `Für den Mandanten „${tenant}“ kann noch nicht veröffentlicht werden. Es fehlt: ${wordOf(missingPart, missing)}.`,
      'Ergänzen Sie das in den Einstellungen des Mandanten.',
    ),
} satisfies Partial<Sentences>;
