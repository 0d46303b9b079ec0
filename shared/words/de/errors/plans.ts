// German sentences for errors: waits, plans and the consumers that they wait for.
import { say, type Sentences } from '../../sentence.ts';
import { momentOf } from '../moment.ts';
import { waiting } from '../waiting.ts';
import { OTHER_NAME, REASON, UNCHANGED } from './phrases.ts';

const unconfirmed = (names: readonly string[]): string =>
  names.length === 0 ? '' : ` Noch zu bestätigen: ${names.join(', ')}.`;

const ACTION = { rotating: 'den Wechsel zu', revoking: 'die Sperrung von' } as const;

export const planSentences = {
  CLOCK_TOO_EARLY: ({ kid, action, at, why, waitsFor }) =>
    say(
      `Für ${ACTION[action]} ${kid} ist es zu früh: ${waiting.clockReason[why]}.${unconfirmed(waitsFor)}`,
      why === 'consumers-unconfirmed'
        ? `Fragen Sie nach, halten Sie jede Antwort unter „Abnehmer“ fest, ${REASON}`
        : at === null
          ? 'Übertragen Sie den Mandanten und weisen Sie die Veröffentlichung von außen nach; dann beginnt die Wartezeit.'
          : `Warten Sie bis ${momentOf(at)}, ${REASON}`,
    ),
  CLOCK_SET_BACK: ({ seconds }) =>
    say(
      `Die Uhr dieses Rechners liegt ${seconds} Sekunden hinter der zuletzt verzeichneten Handlung, daher ist auf keine Wartezeit Verlass.`,
      `Stellen Sie die Uhr richtig und versuchen Sie es noch einmal. Geht die Uhr jetzt richtig und ging sie damals falsch, sagen Sie es in den Einstellungen unter „Uhr“, mit einer Begründung. ${UNCHANGED}`,
    ),
  CLOCK_DISAGREES: ({ host, seconds, direction }) =>
    say(
      `Die Uhr dieses Rechners geht ${seconds} Sekunden ${direction === 'ahead' ? 'vor' : 'nach'} gegenüber dem, was ${host} sagt; daher lässt sich nichts datieren, was jetzt zu sehen ist, und auf keine Wartezeit ist Verlass.`,
      `Stellen Sie die Uhr richtig und versuchen Sie es noch einmal. Geht sie richtig und ${host} falsch, sagen Sie es in den Einstellungen unter „Uhr“; das wird verzeichnet.`,
    ),
  CONSUMER_NOT_FOUND: ({ tenant, consumer }) =>
    say(
      `Der Mandant „${tenant}“ hat keinen Abnehmer namens „${consumer}“.`,
      'Sehen Sie beim Mandanten nach den Namen seiner Abnehmer.',
    ),
  CONSUMER_EXISTS: ({ tenant, consumer }) =>
    say(`Der Mandant „${tenant}“ hat schon einen Abnehmer namens „${consumer}“.`, OTHER_NAME),
  CONSUMER_NEEDS_NO_FILE: ({ consumer }) =>
    say(
      `Für „${consumer}“ ist keine Datei verzeichnet: Dieser Abnehmer holt den veröffentlichten Satz selbst.`,
      'Nimmt er doch eine Datei, bearbeiten Sie den Abnehmer und geben Sie an, welche.',
    ),
  PLAN_CHANGED: ({ ring }) =>
    say(
      `Der Schlüsselring „${ring}“ hat keinen solchen Plan mehr: Seine Schlüssel oder seine Richtlinie haben sich geändert. Es wurde nichts getan.`,
      'Sehen Sie den Plan noch einmal an und führen Sie dann diesen aus.',
    ),
  PLAN_REHEARSAL_MISSING: ({ tenant, rehearsal, days }) =>
    say(
      `„${tenant}“ ist in Produktion, und dieser Ablauf wurde in den letzten ${days} Tagen nicht geprobt.`,
      rehearsal === null
        ? `Verknüpfen Sie einen Mandanten in Entwicklung und führen Sie den Plan dort zuerst aus, ${REASON}`
        : `Führen Sie den Plan zuerst bei „${rehearsal}“ aus, ${REASON}`,
    ),
} satisfies Partial<Sentences>;
