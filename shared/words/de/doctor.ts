// German words for what the doctor finds. The window alone speaks German, so the advice names no command.
import { findingSentenceFrom, type FindingSentences } from '../doctor.ts';
import type { RingRule } from '../../domain/doctor/report.ts';
import type { AuditProblem } from '../../domain/audit/entry.ts';
import type { VaultCondition } from '../../app-info.ts';
import type { StateDifference } from '../../domain/audit/registry-state.ts';
import { say } from '../sentence.ts';
import { keychainDetail } from './problems/keychain.ts';
import { registryFlaw } from './problems/registry.ts';
import { keyCondition } from './problems/acts.ts';

const KEEP = 'Löschen Sie nichts.';
const NEWEST_COPY =
  'Spielen Sie die neueste Kopie des Datenordners zurück; lassen Sie ihn sonst, wie er ist, und finden Sie heraus, wer ihn geändert hat.';
const DONE = 'Es bleibt nichts zu tun.';

export const auditProblem: Record<AuditProblem, string> = {
  'seal-wrong': 'die Signatur über der Protokollkette passt nicht zu ihren Einträgen',
  'seal-missing': 'Einträge der Protokollkette waren einmal signiert, aber diese Signatur ist verschwunden',
  'cut-short': 'am Ende der Protokollkette fehlen Einträge, die signiert waren',
  'older-than-keychain':
    'der Schlüsselbund hat sich einen späteren Stand des Schlüsselregisters gemerkt: Es ist eine ältere Kopie, oder Einträge wurden entfernt',
  'other-than-keychain': 'das Schlüsselregister hat andere Einträge, als der Schlüsselbund sich gemerkt hat',
  'device-key-missing': 'der Schlüsselbund hat den Geräteschlüssel verloren, der die Protokollkette signiert',
  'state-altered':
    'die Angaben sind nicht die, die mit dem neuesten Eintrag versiegelt wurden: Sie wurden außerhalb von Key Custodian geändert',
  'device-key-other':
    'die Protokollkette ist von einem anderen Geräteschlüssel signiert, als sie nennt oder der Schlüsselbund enthält',
  'not-signed': 'kein Gerät hat diese Datei signiert, also kann sie von irgendwem erfunden sein',
  'header-wrong': 'was das Gerät signiert hat, ist nicht diese Datei: Ihre erste Zeile oder ihr Ende wurde geändert',
  'device-not-named': 'ein anderes Gerät hat sie signiert als das genannte',
  'other-than-noted':
    'der Eintrag, der notiert wurde, steht nicht darin: Sie wurde gekürzt, ist eine ältere Kopie oder wurde seither neu geschrieben',
};

const CONDITION: Record<VaultCondition, string> = {
  available: 'erreichbar',
  locked: 'gesperrt',
  silent: 'ohne Antwort',
  unavailable: 'nicht erreichbar',
  foreign: 'ein fremder',
};

const RULE: Record<RingRule, string> = {
  'one-next': 'hat mehr als einen nächsten Schlüssel',
  'one-current': 'hat mehr als einen aktuellen Schlüssel',
  'ring-of-tenant': 'enthält einen Schlüssel eines anderen Mandanten oder Algorithmus',
  'revoked-with-reason': 'enthält einen gesperrten Schlüssel ohne Zeitpunkt oder Grund',
  'destroyed-is-revoked': 'enthält einen gelöschten Schlüssel, der nie gesperrt wurde',
  'state-has-time': 'enthält einen Schlüssel, dessen Zustand nicht zu seinen Daten passt',
};

const HOW: Record<StateDifference['how'], string> = {
  changed: 'geändert',
  added: 'hinzugefügt',
  removed: 'entfernt',
};

function differenceWords({ part, tenant, table, row, how }: StateDifference): string {
  switch (part) {
    case 'seal':
      return how === 'removed'
        ? 'Das Siegel des Schlüsselregisters wurde entfernt:'
        : 'Das Siegel des Schlüsselregisters wurde gefälscht:';
    case 'schema':
      return row === null
        ? 'Das Schema des Schlüsselregisters wurde geändert:'
        : `Im Schema des Schlüsselregisters wurde „${row}“ ${HOW[how]}:`;
    case 'entries':
      return 'Ein Eintrag der Protokollkette wurde geändert:';
    case 'records': {
      const whose = tenant === null ? '' : ` von „${tenant}“`;
      return row === null || row === ''
        ? `Angaben${whose} in der Tabelle ${table ?? ''} wurden ${HOW[how]}:`
        : `Die Angabe ${row}${whose} in der Tabelle ${table ?? ''} wurde ${HOW[how]}:`;
    }
  }
}

const findings: FindingSentences = {
  'keychain-unreachable': ({ condition, detail }) =>
    say(
      `Der Schlüsselbund ist ${CONDITION[condition]} (${keychainDetail(detail)}), daher wurde kein privater Schlüssel geprüft.`,
      condition === 'foreign'
        ? 'Melden Sie sich als der Benutzer an, mit dem dieses Schlüsselregister angelegt wurde, oder stellen Sie dessen Schlüsselbund wieder her. Es wurde nichts geändert.'
        : 'Entsperren oder starten Sie den Schlüsselbund und prüfen Sie dann noch einmal.',
    ),
  'registry-older': ({ entries, remembered }) =>
    say(
      `Das Schlüsselregister ist älter, als der Schlüsselbund sich gemerkt hat (${entries} von ${remembered} Einträgen), daher wurde nichts entfernt oder gelöscht.`,
      NEWEST_COPY,
    ),
  'registry-damaged': ({ detail }) =>
    say(
      `Die Datei des Schlüsselregisters ist beschädigt: ${registryFlaw(detail)}.`,
      'Stellen Sie den Datenordner aus einer Sicherung wieder her.',
    ),
  'changed-outside': (difference) =>
    say(
      `${differenceWords(difference)} außerhalb von Key Custodian.`,
      `Bis das Schlüsselregister wieder das frühere ist, wird nichts veröffentlicht, signiert, gewechselt oder herausgegeben. Stellen Sie den Datenordner aus einer Sicherung wieder her. ${NEWEST_COPY}`,
    ),
  'audit-broken': ({ entry }) =>
    say(
      `Die Protokollkette ist beim Eintrag ${entry} unterbrochen: Sie wurde außerhalb von Key Custodian geändert.`,
      'Lassen Sie den Datenordner, wie er ist, und vergleichen Sie ihn mit einer Sicherung.',
    ),
  'audit-untrusted': ({ problem }) =>
    say(`Mit der Protokollkette stimmt etwas nicht: ${auditProblem[problem]}.`, NEWEST_COPY),
  'clock-set-back': ({ seconds }) =>
    say(
      `Die Uhr dieses Rechners liegt ${seconds} Sekunden hinter der zuletzt verzeichneten Handlung, daher wurde nichts gelöscht.`,
      'Stellen Sie die Uhr richtig und prüfen Sie dann noch einmal.',
    ),
  'secret-missing': ({ tenant, kid, state }) =>
    say(
      `Der private Schlüssel von ${kid} (${keyCondition[state]}, „${tenant}“) fehlt im Schlüsselbund, obwohl er dort sein müsste.`,
      `${KEEP} Prüfen Sie, ob dies der richtige Schlüsselbund ist, und stellen Sie den Schlüssel aus einer Sicherung wieder her${
        state === 'current' ? '; bis dahin kann dieser Schlüsselring nicht signieren' : ''
      }.`,
    ),
  'secret-damaged': ({ tenant, kid, state }) =>
    say(
      `Der private Schlüssel von ${kid} (${keyCondition[state]}, „${tenant}“) liegt im Schlüsselbund, ist aber nicht, was dort abgelegt wurde.`,
      `${KEEP} Stellen Sie den Schlüssel aus einer Sicherung wieder her.`,
    ),
  'secret-of-another-key': ({ tenant, kid, state }) =>
    say(
      `Der private Schlüssel, der für ${kid} (${keyCondition[state]}, „${tenant}“) abgelegt ist, gehört zu einem anderen öffentlichen Schlüssel.`,
      `${KEEP} Signieren und veröffentlichen Sie nichts mit diesem Schlüssel, und stellen Sie ihn aus einer Sicherung wieder her.`,
    ),
  'credential-damaged': ({ tenant }) =>
    say(
      `Die Zugangsdaten für „${tenant}“ liegen im Schlüsselbund, sind aber nicht, was dort abgelegt wurde.`,
      'Geben Sie sie noch einmal an, oder legen Sie beim Mandanten neue an.',
    ),
  'proxy-account-damaged': () =>
    say(
      'Benutzer und Passwort für den Proxy liegen im Schlüsselbund, sind aber nicht, was dort abgelegt wurde.',
      'Geben Sie sie in den Netzwerkeinstellungen noch einmal an.',
    ),
  'record-altered': ({ tenant, kid }) =>
    say(
      `Die öffentlichen Angaben zu ${kid} („${tenant}“) passen nicht zum privaten Schlüssel: Das Schlüsselregister wurde außerhalb von Key Custodian geändert.`,
      'Veröffentlichen Sie für diesen Mandanten nichts, und vergleichen Sie den Datenordner mit einer Sicherung.',
    ),
  'rule-broken': ({ tenant, ring, rule, kids }) =>
    say(
      `Der Schlüsselring „${ring}“ von „${tenant}“ ${RULE[rule]} (${kids}).`,
      'Das Schlüsselregister wurde außerhalb von Key Custodian geändert. Vergleichen Sie den Datenordner mit einer Sicherung.',
    ),
  'revoked-material-in-use': ({ tenant, kid, revokedIn, revokedKid }) =>
    say(
      `${kid} von „${tenant}“ ist dasselbe Schlüsselmaterial wie ${revokedKid}, das in „${revokedIn}“ gesperrt wurde.`,
      `Wechseln Sie den Schlüssel von „${tenant}“ und sperren Sie ${kid}.`,
    ),
  'material-shared': ({ keys }) =>
    say(
      `Dasselbe Schlüsselmaterial wird mehr als einmal verwahrt: ${keys}.`,
      'Wechseln Sie alle diese Schlüsselringe bis auf einen zu eigenen Schlüsseln.',
    ),
  'times-disordered': ({ tenant, kid }) =>
    say(
      `Die Zeitpunkte von ${kid} („${tenant}“) stehen nicht in der richtigen Folge; die Uhr dieses Rechners ging damals vielleicht falsch.`,
      'Sehen Sie sich die Zeitpunkte dieses Schlüssels an, bevor Sie sich auf seine Wartezeiten verlassen.',
    ),
  'left-unsettled': ({ count }) =>
    say(
      count === 1
        ? 'Ein Geheimnis, das ein Absturz im Schlüsselbund zurückließ, konnte nicht geklärt werden.'
        : `${count} Geheimnisse, die ein Absturz im Schlüsselbund zurückließ, konnten nicht geklärt werden.`,
      'Prüfen Sie noch einmal, wenn der Schlüsselbund offen ist.',
    ),
  'copies-left': ({ tenant, kid, copies, to }) =>
    say(
      `${copies === 1 ? 'Eine Kopie' : `${copies} Kopien`} des gesperrten Schlüssels ${kid} („${tenant}“) kann noch bei anderen sein: ${to}.`,
      'Bitten Sie darum, sie zu vernichten, und vermerken Sie das auf der Seite des Schlüssels.',
    ),
  'orphan-removed': ({ count }) =>
    say(
      count === 1
        ? 'Ein Geheimnis einer abgebrochenen Handlung oder eines gelöschten Schlüssels wurde aus dem Schlüsselbund entfernt.'
        : `${count} Geheimnisse einer abgebrochenen Handlung oder eines gelöschten Schlüssels wurden aus dem Schlüsselbund entfernt.`,
      `${DONE} War die Handlung ein Import, importieren Sie die Datei noch einmal.`,
    ),
  'parts-removed': ({ tenant, kid, count }) =>
    say(`${count} übrig gebliebene Teile von ${kid} („${tenant}“) wurden aus dem Schlüsselbund entfernt.`, DONE),
  'erased-late': ({ tenant, kid }) =>
    say(
      `Der private Schlüssel von ${kid} („${tenant}“) war als gelöscht verzeichnet, lag aber noch im Schlüsselbund; jetzt ist er gelöscht.`,
      DONE,
    ),
};

export const doctorFinding = findingSentenceFrom(findings);
