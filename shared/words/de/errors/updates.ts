// German sentences for errors: release documents and packages.
import { updateProblem } from '../problems/update.ts';
import { say, type Sentences } from '../../sentence.ts';

export const updateSentences = {
  UPDATE_NO_KEY: () =>
    say(
      'Dieses Programm wurde ohne den Schlüssel seines Herausgebers gebaut und kann keine Ausgabe prüfen. Niemand wurde gefragt.',
      'Nehmen Sie ein Programm, das für eine Ausgabe gebaut wurde, oder prüfen Sie den Download, wie es SECURITY.md sagt.',
    ),
  UPDATE_REFUSED: ({ problem }) =>
    say(
      `Das lässt sich nicht verwenden: ${updateProblem(problem)}. Nichts wurde installiert.`,
      'Holen Sie Dokument und Paket neu vom Herausgeber, beide von derselben Ausgabe. Installieren Sie dieses nicht.',
    ),
} satisfies Partial<Sentences>;
