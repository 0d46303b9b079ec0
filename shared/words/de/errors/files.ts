// German sentences for errors: files on this machine.
import { diskProblem } from '../problems/disk.ts';
import { otherThanFile } from '../problems/acts.ts';
import { say, type Sentences } from '../../sentence.ts';

export const fileSentences = {
  FILE_NOT_FOUND: ({ file }) => say(`Es gibt keine Datei ${file}.`, 'Prüfen Sie den Namen.'),
  PASTE_NOT_SEEN: ({ seconds }) =>
    say(
      `Die Zwischenablage wurde nicht gelesen: In den letzten ${seconds} Sekunden hat niemand etwas eingefügt.`,
      'Fügen Sie noch einmal ein, mit den Tasten oder über das Menü.',
    ),
  FILE_NOT_REGULAR: ({ file, kind }) =>
    say(
      `${file} ist ${otherThanFile[kind]}; gelesen werden nur gewöhnliche Dateien.`,
      'Speichern Sie den Inhalt in einer Datei, und wählen Sie diese.',
    ),
  FILE_UNREADABLE: ({ file, problem }) =>
    say(
      `${file} lässt sich nicht lesen: ${diskProblem(problem)}.`,
      'Prüfen Sie, ob es die richtige Datei ist, ihre Zugriffsrechte und den Datenträger, auf dem sie liegt.',
    ),
  FILE_EXISTS: ({ file }) =>
    say(
      `${file} ist schon da und blieb, wie es ist.`,
      'Wählen Sie einen anderen Namen, oder räumen Sie die alte Datei weg.',
    ),
  FILE_NOT_WRITTEN: ({ file, problem }) =>
    say(
      `${file} konnte nicht geschrieben werden: ${diskProblem(problem)}.`,
      'Wählen Sie einen Ordner, in den Sie schreiben dürfen und in dem Platz ist.',
    ),
  FILE_TOO_LARGE: ({ file, bytes, limit }) =>
    say(
      `${file} hat ${bytes} Bytes; höchstens ${limit} werden gelesen.`,
      'Prüfen Sie, ob das eine Schlüsseldatei ist.',
    ),
} satisfies Partial<Sentences>;
