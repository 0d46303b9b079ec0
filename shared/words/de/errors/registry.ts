// German sentences for errors: the registry and its audit chain.
import { registryFlaw } from '../problems/registry.ts';
import { diskProblem } from '../problems/disk.ts';
import { holder as holderWords, unsigned as unsignedWords } from '../problems/acts.ts';
import type { AlteredPart } from '../../../domain/audit/registry-state.ts';
import { say, type Sentences } from '../../sentence.ts';
import { UNCHANGED } from './phrases.ts';

const ALTERED: Record<AlteredPart, string> = {
  seal: 'Das Schlüsselregister trägt nicht mehr das Siegel dieses Schlüsselbunds: Es wurde außerhalb von Key Custodian geändert',
  schema: 'Das Schema des Schlüsselregisters wurde außerhalb von Key Custodian geändert',
  entries: 'Die Protokollkette des Schlüsselregisters wurde außerhalb von Key Custodian geändert',
  records: 'Angaben im Schlüsselregister wurden außerhalb von Key Custodian geändert',
};

export const registrySentences = {
  REGISTRY_IN_USE: ({ holder }) =>
    say(
      `Das Schlüsselregister ist in einem anderen Key Custodian geöffnet (${holderWords(holder)}).`,
      'Schließen Sie dieses Fenster, oder warten Sie, bis der Befehl zu Ende ist, und versuchen Sie es noch einmal.',
    ),
  REGISTRY_OF_PRODUCT: () =>
    say(
      'Das sind die Daten des installierten Key Custodian, und dies ist ein Checkout seiner Quellen. Sie wurden nicht geöffnet.',
      'Lassen Sie --data-dir weg, um mit den eigenen Daten des Checkouts zu arbeiten. Um die des installierten mit Absicht zu öffnen, geben Sie --product an.',
    ),
  REGISTRY_FULL: ({ file }) =>
    say(
      `Der Datenträger mit dem Schlüsselregister ist voll; es wurde nichts aufgezeichnet und nichts geändert. (${file})`,
      'Schaffen Sie dort Platz, und versuchen Sie es noch einmal. Was da ist, lässt sich weiterhin lesen und auf einen anderen Datenträger exportieren.',
    ),
  REGISTRY_READ_ONLY: ({ file }) =>
    say(
      `Das Schlüsselregister darf hier gelesen, aber nicht geändert werden; es ist nichts geschehen. (${file})`,
      'Geben Sie sich das Recht, in den Datenordner und seine Dateien zu schreiben, oder machen Sie den Datenträger beschreibbar.',
    ),
  REGISTRY_UNREACHABLE: ({ problem }) =>
    say(
      `Das Schlüsselregister lässt sich nicht öffnen oder lesen: ${diskProblem(problem)}. ${UNCHANGED}`,
      'Prüfen Sie, ob der Datenordner der richtige ist, ob sein Datenträger da ist und ob er Ihnen gehört.',
    ),
  REGISTRY_DAMAGED: ({ detail }) =>
    say(
      `Das Schlüsselregister ist nicht lesbar (${registryFlaw(detail)}).`,
      'Stellen Sie den Datenordner aus einer Sicherung wieder her.',
    ),
  REGISTRY_OLDER: ({ entries, remembered }) =>
    say(
      `Das Schlüsselregister ist älter, als der Schlüsselbund sich gemerkt hat${entries < remembered ? ` (${entries} von ${remembered} Einträgen)` : ''}.`,
      `Spielen Sie die neueste Kopie des Datenordners zurück; lassen Sie ihn sonst, wie er ist, und finden Sie heraus, wer ihn geändert hat. ${UNCHANGED}`,
    ),
  REGISTRY_ALTERED: ({ what, tenant }) =>
    say(
      `${ALTERED[what]}${tenant === null ? '' : ` („${tenant}“)`}. Es wurde nichts getan.`,
      'Stellen Sie den Datenordner aus einer Sicherung wieder her. Oder sehen Sie nach, was abweicht, und nehmen Sie es hin, wenn Sie es selbst geändert haben.',
    ),
  AUDIT_BROKEN: ({ unsigned }) =>
    say(
      `Die Protokollkette stimmt nicht, daher signiert dieses Gerät ${unsignedWords[unsigned]}.`,
      'Sehen Sie zuerst ins Protokoll: Dort steht, was nicht stimmt.',
    ),
  REGISTRY_TOO_NEW: ({ found, known }) =>
    say(
      `Das Schlüsselregister wurde von einem neueren Key Custodian geschrieben (Schema ${found}, dieser kennt ${known}).`,
      'Nichts wurde geöffnet oder geändert. Installieren Sie die neuere Version. Wie es war, bevor die neuere es änderte, liegt ' +
        'das Register unter „copies“ im Datenordner.',
    ),
} satisfies Partial<Sentences>;
