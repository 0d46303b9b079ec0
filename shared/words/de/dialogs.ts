// The German words of what is asked beside the page.
import { requestWords } from './approval-request.ts';
import { confirmationDe } from './confirmation.ts';
import { evidenceReport } from './evidence/report.ts';
import type { en } from '../en/dialogs.ts';

const sentOnlyTo = (place: string): string => `Die Eingabe wird nur an ${place} gesendet.`;
const amount = (count: number, what: string): string => `${count} ${what}`;

export const de: typeof en = {
  accept: {
    title: 'Mit diesem Schlüsselregister weiterarbeiten?',
    differs: 'Was abweicht',
    more: (count) => `und ${count} weitere`,
    means:
      'Jemand hat das Schlüsselregister außerhalb von Key Custodian geändert oder eine ältere Kopie zurückgelegt. Wenn Sie es ' +
      'nicht waren, brechen Sie ab und stellen Sie den Datenordner aus einer Sicherung wieder her. Was Sie hinnehmen, wird ' +
      'von nun an veröffentlicht, signiert und herausgegeben; es bleibt mit Ihrem Grund in der Protokollkette.',
    yes: 'Hinnehmen und weiterarbeiten',
  },
  approval: {
    choose: 'Die Antwort der zweiten Person',
    chooseRequest: 'Die Bitte einer anderen Person, oder das Bild davon',
    ask: {
      title: 'Freigeben, worum jemand bittet?',
      look: 'Sehen Sie sich jedes Wort an, und vergleichen Sie den Fingerabdruck auf einem Weg, der sich nicht fälschen lässt.',
      means: 'Die Antwort gilt für genau dies, einmal, und bleibt in beiden Audit-Ketten.',
      yes: 'Freigeben …',
      no: 'Ablehnen …',
      reason: 'Freiwillig; er steht in der Antwort und in der Audit-Kette.',
    },
    request: requestWords,
  },
  backup: {
    ask: 'Eine Sicherung anlegen?',
    means: 'Wer sie öffnet, hat jeden privaten Schlüssel darin.',
    yes: 'Anlegen',
    recipient: 'Wer die Sicherung öffnen kann: ein age-Empfänger oder ein öffentlicher SSH-Schlüssel',
    passphrase:
      'Sie öffnet die Sicherung und jeden privaten Schlüssel darin. Nehmen Sie fünf zufällige Wörter oder mehr, und bewahren Sie sie getrennt von der Datei auf.',
  },
  restore: {
    which: 'Die Sicherung',
    identity: 'Die Datei mit der age-Identität eines Empfängers',
    share: (number, needed) =>
      `Anteil ${number}${needed === null ? '' : ` von ${needed}, die nötig sind`}: Geben Sie die Wörter des Blattes in ihrer Reihenfolge ein, oder seinen Code.`,
    madeAt: 'Sicherung vom',
    device: 'Gemacht vom Gerät',
    comesIn: 'Kommt herein',
    stays: 'Mandanten, die bleiben, wie sie hier sind',
    conflicts: 'Konflikt, bleibt draußen',
    more: (count) => `und ${count} weitere`,
    ask: 'Diese Sicherung wiederherstellen?',
    means:
      'Vergleichen Sie den Fingerabdruck des Geräts mit dem, den Sie notiert haben: Eine Sicherung kann jeder machen. Was hier ' +
      'ist, wird nie überschrieben. Es wird in der Protokollkette festgehalten.',
    yes: 'Wiederherstellen',
  },
  certificate: { reply: 'Die Antwort der Zertifizierungsstelle' },
  confirmation: confirmationDe,
  courier: {
    receipt: 'Die Quittung des Boten',
    isItTheirs: 'Ist das der Rechner des Boten?',
    compare:
      'Die Quittung ist von einem Gerät signiert, das hier neu ist. Vergleichen Sie den Fingerabdruck auf einem Weg, der ' +
      'sich nicht fälschen lässt, mit dem, was der Rechner des Boten angezeigt hat. Quittungen dieses Geräts wird von ' +
      'nun an geglaubt.',
    same: 'Es ist derselbe',
  },
  credentials: {
    forget: (tenant) => `Die Zugangsdaten von „${tenant}“ entfernen?`,
    forgetMeans:
      'Bis neue angegeben werden, kann dort nichts gelesen und nichts veröffentlicht werden. Beim Mandanten bleiben sie gültig.',
    forgetThem: 'Entfernen',
    clientSecret: 'Client-Secret',
    ofApplication: (clientId, tenant, place) => `Der Anwendung ${clientId} bei „${tenant}“. ${sentOnlyTo(place)}`,
    token: 'Token',
    forTenant: (tenant, place) => `Für „${tenant}“. ${sentOnlyTo(place)}`,
    password: 'Passwort',
    ofUser: (user, tenant, place) => `Des Benutzers ${user} bei „${tenant}“. ${sentOnlyTo(place)}`,
    letProve: 'Soll sich die Anwendung mit diesem Schlüssel ausweisen?',
    letProveMeans:
      'Sooft ein Token gebraucht wird, signiert der Schlüssel eine kurzlebige Assertion für diese Stelle. Jede Verwendung ' +
      'wird protokolliert.',
    useKey: 'Diesen Schlüssel verwenden',
    certificate: (tenant) => `Das Client-Zertifikat für ${tenant}, als PEM mit seiner Kette`,
    keyOf: (file) => `Der private Schlüssel zu ${file}, als PEM`,
  },
  evidenceReport,
  vault: { sealing: 'Jeder Schlüssel wird neu versiegelt' },
  handOver: {
    ask: 'Diesen privaten Schlüssel aushändigen?',
    means: (tenant) =>
      `Wer die Datei öffnet, kann als „${tenant}“ signieren, bis jeder Prüfer den Schlüssel ablehnt. ` +
      'Das Ausgabebuch hält fest, wer ihn bekommen hat.',
    yes: 'Aushändigen',
    recipient: (to) => `Der öffentliche Schlüssel von ${to}: ein JWK, ein age-Empfänger oder ein SSH-Schlüssel`,
    passphrase: (to) =>
      `Sie öffnet die Datei für ${to}. Teilen Sie sie auf einem anderen Weg mit als dem, den die Datei nimmt.`,
  },
  importMany: {
    title: 'Diese Schlüssel in Verwahrung nehmen?',
    means: 'Danach können sie für diesen Mandanten signieren oder bestätigen, was sie signiert haben.',
    yes: 'Importieren',
  },
  compare: { choose: 'Die Datei, mit der verglichen wird' },
  network: {
    chooseAuthority: 'Das Zertifikat der Zertifizierungsstelle',
    trust: (count) =>
      count === 1 ? 'Dieser Zertifizierungsstelle vertrauen?' : `Diesen ${count} Zertifizierungsstellen vertrauen?`,
    trustMeans:
      'Wer ihren Schlüssel hat, kann sich zwischen diesen Rechner und jeden Mandanten setzen. Vergleichen Sie den Fingerabdruck mit dem, den Ihr Unternehmen nennt.',
    trustIt: 'Vertrauen',
    authority: 'Zertifizierungsstelle',
    fingerprint: 'SHA-256 des Zertifikats',
    distrust: 'Dieser Zertifizierungsstelle nicht mehr vertrauen?',
    distrustMeans: 'Server und Proxys, für die nur sie einsteht, sind dann nicht mehr erreichbar.',
    distrustIt: 'Entfernen',
    chooseScript: 'Das Proxy-Skript',
    useProxy(kind, address) {
      switch (kind) {
        case 'system':
          return 'Den Proxy von Umgebung und System benutzen?';
        case 'none':
          return 'Keinen Proxy benutzen?';
        case 'address':
          return `Den Proxy ${address} benutzen?`;
        case 'script':
          return `Soll das Proxy-Skript ${address} sagen, welcher Proxy benutzt wird?`;
      }
    },
    straight: 'Ohne Proxy',
    thisMachine: 'dieser Rechner',
    useProxyMeans: 'Ein Proxy sieht, welche Hosts erreicht werden, nicht, was gesagt wird.',
    noProxyMeans: 'Jeder Host wird von diesem Rechner aus unmittelbar erreicht, was Umgebung und System auch sagen.',
    useIt: 'Benutzen',
    password: 'Passwort',
    ofUser: (user, proxy) => `Des Benutzers ${user}. Die Eingabe wird nur an den Proxy ${proxy} gesendet.`,
  },
  progress: {
    reading: 'lesen',
    sending: 'senden',
    'reading back': 'zur Kontrolle zurücklesen',
    'not visible yet': 'angenommen, noch nicht sichtbar; wird wieder gelesen',
    'looking from outside': 'von außen ansehen',
    writing: 'schreiben',
  },
  updates: {
    choose: 'Das Paket, neben dem sein Ausgabedokument liegt',
    ask: (host: string) => `Bei ${host} fragen, ob es eine neuere Version gibt?`,
    allow: (host: string) => `Einmal am Tag bei ${host} fragen, ob es eine neuere Version gibt?`,
    address: 'Adresse',
    means:
      'Eine Anfrage nach einem kleinen signierten Dokument, über das hier eingestellte Netz. Über diesen Rechner, seine Mandanten und Schlüssel wird nichts gesendet. Geladen oder installiert wird dadurch nichts.',
    yes: 'Fragen',
  },
  publicWait: ({ missing, lingering, left }) => {
    const open = [
      ...(missing.length > 0 ? [`${amount(missing.length, 'Schlüssel')} noch nicht öffentlich`] : []),
      ...(lingering.length > 0
        ? [`${amount(lingering.length, lingering.length === 1 ? 'gesperrter' : 'gesperrte')} Schlüssel noch sichtbar`]
        : []),
    ];
    return `${open.join(', ')}; nächste Prüfung in ${left} s`;
  },
};
