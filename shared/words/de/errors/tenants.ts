// German sentences for errors: tenants, their rings and their policies.
import { momentOf } from '../moment.ts';
import { say, type Sentences } from '../../sentence.ts';
import { OTHER_NAME } from './phrases.ts';

export const tenantSentences = {
  TENANT_NOT_FOUND: ({ tenant }) =>
    say(
      `Es gibt keinen Mandanten namens „${tenant}“.`,
      'Sehen Sie in der Übersicht nach den Namen, oder fügen Sie diesen hinzu.',
    ),
  TENANT_EXISTS: ({ tenant }) => say(`Ein Mandant namens „${tenant}“ ist schon da.`, OTHER_NAME),
  TENANT_ARCHIVED: ({ tenant, at }) =>
    say(
      `„${tenant}“ wurde am ${momentOf(at)} archiviert: Mit ihm geschieht nichts.`,
      'Nehmen Sie ihn zuerst wieder in Gebrauch.',
    ),
  RING_NOT_FOUND: ({ tenant, ring }) =>
    say(
      `Der Mandant „${tenant}“ hat keinen Schlüsselring namens „${ring}“.`,
      'Sehen Sie beim Mandanten nach den Namen seiner Schlüsselringe.',
    ),
  RING_EXISTS: ({ tenant, ring }) =>
    say(`Der Mandant „${tenant}“ hat schon einen Schlüsselring namens „${ring}“.`, OTHER_NAME),
  RING_RETIRED: ({ ring }) =>
    say(
      `Der Schlüsselring „${ring}“ ist stillgelegt: Er signiert nicht mehr und nimmt keine Schlüssel mehr auf.`,
      'Verwenden Sie einen anderen Schlüsselring des Mandanten, oder legen Sie einen an. Seine vorigen Schlüssel können noch gesperrt werden, jeder zu seiner Zeit.',
    ),
  RING_ALGORITHM_NOT_PUSHABLE: ({ alg }) =>
    say(
      `Schlüssel für ${alg} können bei dieser Art von Mandant nicht veröffentlicht werden: Er kennt nur RSA und EC.`,
      'Wählen Sie für diesen Schlüsselring einen RS-, PS- oder ES-Algorithmus.',
    ),
  RING_HAS_CURRENT: ({ ring, kid }) =>
    say(
      `Der Schlüsselring „${ring}“ signiert schon mit ${kid}, der veröffentlicht oder verwendet wurde.`,
      'Importieren Sie den Schlüssel als nächsten, veröffentlichen Sie ihn, und wechseln Sie, sobald die Prüfer ihn kennen.',
    ),
  RING_NEXT_ANNOUNCED: ({ ring, kid }) =>
    say(
      `Der nächste Schlüssel ${kid} von „${ring}“ ist schon veröffentlicht, Prüfer könnten sich also auf ihn verlassen.`,
      'Wechseln Sie: Das nimmt ihn in Gebrauch. Oder ziehen Sie ihn zurück, wenn er in fremde Hände kam oder nie gewollt war: Dann ist sein Platz frei.',
    ),
  RING_HAS_NO_CURRENT: ({ ring }) =>
    say(
      `Der Schlüsselring „${ring}“ hat keinen aktuellen Schlüssel zum Signieren.`,
      'Wechseln Sie, um seinen nächsten Schlüssel in Gebrauch zu nehmen, oder importieren Sie einen als aktuellen.',
    ),
  RING_HAS_NO_NEXT: ({ ring }) =>
    say(
      `Der Schlüsselring „${ring}“ hat keinen nächsten Schlüssel, der in Gebrauch genommen werden könnte.`,
      'Erzeugen oder importieren Sie zuerst einen nächsten Schlüssel.',
    ),
  RING_CHANGED: ({ ring }) =>
    say(
      `Der Schlüsselring „${ring}“ hat sich geändert, während Sie ihn vor sich hatten. Es wurde nichts getan.`,
      'Sehen Sie ihn noch einmal an und wiederholen Sie dann.',
    ),
  ROTATION_HAS_EFFECT: ({ ring }) =>
    say(
      `Der letzte Wechsel von „${ring}“ lässt sich nicht zurücknehmen: Sein neuer Schlüssel hat signiert, oder sein nächster Schlüssel ist außerhalb bekannt.`,
      'Wechseln Sie stattdessen weiter. Der bisherige Schlüssel prüft noch, bis Sie ihn sperren.',
    ),
  TENANT_IN_SERVICE: ({ tenant, kid }) =>
    say(
      `„${tenant}“ bleibt: Der Schlüssel ${kid} wurde veröffentlicht, verwendet oder importiert und ginge beim Entfernen verloren.`,
      'Sperren Sie stattdessen die Schlüssel. Ein Mandant lässt sich nur entfernen, solange keiner seiner Schlüssel in Gebrauch war.',
    ),
  POLICY_NOT_FOUND: ({ policy }) =>
    say(
      `Es gibt keine Richtlinie namens „${policy}“.`,
      'Sehen Sie unter den Richtlinien nach den Namen, oder legen Sie diese an.',
    ),
} satisfies Partial<Sentences>;
