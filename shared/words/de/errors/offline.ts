// German sentences for errors: the outbox and couriers.
import { courierFlaw } from '../problems/courier.ts';
import { say, type Sentences } from '../../sentence.ts';
import { momentOf } from '../moment.ts';
import { PREVIEW, UNCHANGED } from './phrases.ts';

const FILE = { bundle: 'Bündel', receipt: 'Quittung' } as const;

export const offlineSentences = {
  OUTBOX_NOT_NEEDED: ({ tenant }) => say(`„${tenant}“ ist erreichbar, also muss nichts warten.`, PREVIEW),
  OUTBOX_EMPTY: ({ tenant }) =>
    say(`Von „${tenant}“ wartet nichts im Ausgangskorb.`, 'Sehen Sie im Ausgangskorb nach, was wartet und warum.'),
  COURIER_FILE_REFUSED: ({ file, problem }) =>
    say(
      `${FILE[file]} nicht verwendbar: ${courierFlaw(problem)}. ${UNCHANGED}`,
      'Prüfen Sie, ob es die richtige Datei ist und niemand sie verändert hat.',
    ),
  COURIER_DEVICE_UNKNOWN: ({ file, fingerprint }) =>
    say(
      `${FILE[file]} signiert von einem Gerät, das hier nicht bekannt ist: ${fingerprint}`,
      'Vergleichen Sie dies auf einem Weg, der sich nicht fälschen lässt, mit dem, was der andere Rechner anzeigt. Glauben Sie es nur, wenn beides gleich ist.',
    ),
  COURIER_BUNDLE_EXPIRED: ({ tenant, at }) =>
    say(
      `Das Bündel für „${tenant}“ ist am ${momentOf(at)} abgelaufen. Es wurde nichts gesendet.`,
      'Lassen Sie ein neues erstellen, oder prüfen Sie die Uhr.',
    ),
} satisfies Partial<Sentences>;
