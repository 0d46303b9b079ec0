// The German words of the confirmation window.
import type { confirmationEn } from '../en/confirmation.ts';
import { fourEyesKind } from './four-eyes.ts';

const count = (amount: number, one: string, many: string): string => `${amount} ${amount === 1 ? one : many}`;

export const confirmationDe: typeof confirmationEn = {
  copy: (to, number) => `${to} (Nummer ${number} im Ausgabebuch)`,
  second: {
    label: 'Zweite Person',
    wanted: (tenants) => `${tenants.join(', ')}: Das geschieht nur mit der Freigabe einer anderen Person.`,
    none: 'Noch liegt keine Freigabe vor: Mit Ja geschieht nichts, und Sie bekommen die Bitte darum.',
    taken: (number) =>
      `${number === 1 ? 'Eine Freigabe liegt' : `${number} Freigaben liegen`} vor. Sie gilt, wenn jedes Wort so ist wie in der Bitte.`,
  },
  fourEyes: {
    add: {
      title: 'Darf diese Person freigeben?',
      means:
        'Vergleichen Sie den Fingerabdruck mit dem, den ihr eigenes Programm zeigt, auf einem Weg, der sich nicht fälschen lässt.',
      yes: 'Sie darf freigeben',
    },
    remove: {
      title: 'Darf diese Person nicht mehr freigeben?',
      means: 'Was sie freigegeben hat und noch nicht getan wurde, gilt nicht mehr.',
      yes: 'Entfernen',
    },
    set: {
      title: 'Wofür braucht es eine zweite Person?',
      means:
        'Von da an geschieht das nur mit der Freigabe einer anderen Person, und auch diese Liste ändert sich nur so.',
      yes: 'Einstellen',
    },
    officer: 'Person',
    device: 'Gerät',
    acts: 'Vorgänge',
    none: 'keine: aus',
    kinds: fourEyesKind,
  },
  label: {
    sentTo: 'Gesendet an',
    publicAt: 'Öffentlich unter',
    added: 'Neu',
    altered: 'Ersetzt',
    takenDown: 'Entfernt',
    othersStay: 'Fremde, bleiben',
    waits: 'Wartet auf einen Platz',
    afterwards: 'Danach',
    production: 'In Produktion',
    key: 'Schlüssel',
    copies: 'Kopien, die noch da sein können',
    signsFromNow: 'Signiert ab jetzt',
    signedSoFar: 'Signiert bis jetzt',
    revokedNow: 'Jetzt gesperrt',
    revokedToo: 'Auch zurückgezogen',
    makesRoom: 'Macht Platz',
    why: 'Warum',
    subject: 'Subject',
    audience: 'Audience',
    expires: 'Läuft ab',
    claims: 'Claims',
    order: 'Reihenfolge',
    replaced: 'Abgelöst',
    takesOver: 'Übernimmt',
    due: 'Jetzt fällig',
    domain: 'Domain',
    customDomain: 'Eigene Domain',
    furtherDomains: 'Weitere Domains',
    issuer: 'Aussteller',
    environment: 'Umgebung',
    endpoint: 'Endpunkt',
    newName: 'Neuer Name',
    brings: 'Das bringt mit sich',
    compromised: 'Kompromittiert, vielleicht öffentlich',
    apiBaseUrl: 'Geschrieben an',
    jwksUrl: 'Gelesen unter',
    file: 'Datei',
    kind: 'Art',
    ring: 'Schlüsselring',
    as: 'Wird',
    recipient: 'Empfänger',
    format: 'Format',
    fingerprint: 'Fingerabdruck',
    application: 'Anwendung',
    thisMachine: 'Uhr dieses Rechners',
  },
  field: {
    reason: 'Grund',
    early: 'Warum vor der Zeit?',
    unrehearsed: 'Warum ohne Probe?',
    recorded: 'Er wird in der Audit-Kette festgehalten.',
    name: 'Geben Sie den Namen des Mandanten ein',
    kid: 'Geben Sie die Id des Schlüssels ein',
    phrase: 'Geben Sie dies ein',
    passphrase: 'Passphrase des Tresors',
    passphraseAsked: 'Sie zeigt noch einmal, dass Sie es sind.',
    passphraseWrong: 'Das war nicht die Passphrase des Tresors. Versuchen Sie es noch einmal.',
    ownKid: 'Seine eigene Schlüssel-Id (kid)',
  },
  freshKey: 'ein neuer Schlüssel, den noch kein Prüfer kennt',
  onThisMachine: 'die Sandbox auf diesem Rechner',
  nothing: 'keine',
  from: (value) => `von ${value}`,
  to: (value) => `zu ${value}`,
  afterwards: (keys) => (keys === 0 ? 'gar kein Schlüssel' : `${keys} Schlüssel`),
  instant: (at) => `${at.slice(0, 16).replace('T', ' ')} UTC`,
  secondsFromNow: (seconds) => `${count(seconds, 'Sekunde', 'Sekunden')} nach dem Signieren`,
  claims: (names, more) =>
    names.length === 0 ? 'keine' : `${names.join(', ')}${more > 0 ? ` und ${more} weitere` : ''}`,
  size: (bytes) => count(bytes, 'Byte', 'Bytes'),
  routine: 'planmäßig; niemand sonst hat den privaten Schlüssel',
  exposed: 'offengelegt: Der private Schlüssel kann in anderen Händen sein',
  exposedSince: (at) => `offengelegt seit ${at}`,
  whyRevokedBack: (kids) => `Warum ${kids.join(', ')} zurückbringen?`,
  publish: {
    push: {
      title: 'Diese Schlüssel veröffentlichen?',
      means: 'Jeder Prüfer dieses Mandanten nimmt seine Schlüssel aus diesem Satz.',
      yes: 'Veröffentlichen',
    },
    rollback: {
      title: 'Diesen Satz zurückbringen?',
      means: 'Jeder Prüfer dieses Mandanten nimmt seine Schlüssel aus diesem Satz.',
      yes: 'Zurückbringen',
    },
    clear: {
      title: 'Alle Schlüssel entfernen?',
      means: 'Prüfer werden jedes Token dieses Mandanten ablehnen.',
      yes: 'Entfernen',
    },
    courier: (days) => ({
      title: 'Diese Schlüssel durch einen Boten veröffentlichen lassen?',
      means: `Wer das Bündel hat, kann genau diesen Satz veröffentlichen, ${count(days, 'Tag', 'Tage')} lang.`,
      yes: 'Bündel erstellen',
    }),
  },
  many: {
    title: (tenants) => `Bei ${count(tenants, 'produktiven Mandanten', 'produktiven Mandanten')} veröffentlichen?`,
    line: (tenant, { after, added, removed }) =>
      `${tenant}: ${[
        ...(added > 0 ? [`${added} neu`] : []),
        ...(removed > 0 ? [`${removed} entfernt`] : []),
        `danach ${after}`,
      ].join(', ')}`,
    means: 'Genau diese Sätze gehen hinaus, jeder einmal. Was sich seither geändert hat, bleibt unberührt.',
    yes: (tenants) => `Bei ${tenants} veröffentlichen`,
    phrase: (tenants) => `${tenants} Mandanten`,
  },
  rotateEarly: {
    title: 'Vor der Zeit wechseln?',
    means: 'Prüfer, die den neuen Schlüssel noch nicht kennen, lehnen seine Token ab.',
    yes: 'Vorzeitig wechseln',
  },
  revoke: {
    title: 'Diesen Schlüssel endgültig sperren?',
    means: 'Er verlässt den veröffentlichten Satz mit der nächsten Veröffentlichung und kommt nie zurück.',
    yes: 'Sperren',
  },
  withdraw: {
    title: 'Diesen nächsten Schlüssel endgültig zurückziehen?',
    means:
      'Er signiert nie und verlässt den veröffentlichten Satz mit der nächsten Veröffentlichung. Bis dahin vertrauen ihm Prüfer.',
    yes: 'Zurückziehen',
  },
  replacing: {
    title: 'Diesen Schlüssel Platz machen lassen?',
    means:
      'Er gilt dann als „ersetzt“: nicht gesperrt, seine private Hälfte bleibt hier, und er kann wieder importiert werden.',
    yes: 'Ersetzen',
  },
  worth: {
    imported: 'er wurde aus einer Datei importiert',
    'handed-over': 'seine private Hälfte wurde übergeben',
    'given-out': 'er wurde an Abnehmer gegeben',
    certified: 'eine Zertifizierungsstelle hat ihn zertifiziert',
  },
  kidNeeded: {
    title: 'Unter welcher Schlüssel-Id soll er geführt werden?',
    taken: (kid) => `${kid}: so heißt schon ein anderer Schlüssel dieses Mandanten`,
    unfit: (kid) => `${kid}: lässt sich nicht behalten`,
    means: 'Token nennen ihren Schlüssel mit dieser Id. Sie gilt genau so, wie Sie sie eingeben.',
    yes: 'Aufnehmen',
  },
  rotateAndRevoke: {
    title: 'Sofort wechseln und sperren?',
    means:
      'Token des gesperrten Schlüssels werden abgelehnt, sobald Prüfer den Satz neu lesen, was immer die Uhren sagen.',
    yes: 'Wechseln und sperren',
  },
  retireRing: {
    title: 'Diesen Schlüsselring stilllegen?',
    means:
      'Er signiert nicht mehr und nimmt keine Schlüssel mehr auf. Was er signiert hat, bleibt gültig, bis sein letzter Schlüssel gesperrt ist. Das lässt sich nicht zurücknehmen.',
    yes: 'Stilllegen',
  },
  destroy: (days) => ({
    title: 'Diesen privaten Schlüssel löschen?',
    means:
      days === 0
        ? 'Er wird sofort gelöscht. Niemand kann ihn zurückholen.'
        : `Er wird in ${count(days, 'Tag', 'Tagen')} gelöscht. Bis dahin kann er doch noch behalten werden.`,
    yes: 'Löschen',
  }),
  sign: {
    title: 'Dieses Token signieren?',
    means: 'Jeder Prüfer dieses Mandanten wird diesen Claims glauben.',
    yes: 'Signieren',
  },
  plan: {
    title: 'Ausführen, was in diesem Plan fällig ist?',
    means: 'Es geht weiter, bis er warten muss oder einen Menschen braucht.',
    yes: 'Ausführen',
  },
  order: { 'apps-first': 'Anwendungen zuerst', 'rotate-first': 'Wechsel zuerst' },
  step: {
    publish: 'Den nächsten Schlüssel veröffentlichen',
    'hand-out': 'Das Zertifikat ausgeben',
    'confirm-consumers': 'Die Abnehmer fragen',
    'wait-ready': 'Warten, bis Prüfer ihn kennen',
    rotate: 'Wechseln',
    'publish-after': 'Noch einmal veröffentlichen',
    prove: 'Mit einem Token nachweisen',
    'let-go': 'Fragen, wer den alten Schlüssel noch braucht',
    'wait-safe': 'Auf das letzte Token des alten Schlüssels warten',
    revoke: 'Den alten Schlüssel sperren',
    'publish-without': 'Ohne den alten Schlüssel veröffentlichen',
    'prove-again': 'Noch einmal nachweisen',
  },
  clockAgrees: 'Kein gefragter Server sagt etwas anderes',
  stateClock: {
    title: 'Geht die Uhr dieses Rechners jetzt richtig?',
    means:
      'Vergleichen Sie sie zuerst mit einer anderen Uhr. Was mit einem späteren Datum verzeichnet ist, gilt als jetzt getan, sodass Wartezeiten nur länger werden können.',
    yes: 'Sie geht richtig',
  },
  disregardServer: (host) => ({
    title: `Geht die Uhr von ${host} falsch?`,
    means:
      'Er wird nicht mehr nach der Zeit gefragt. Was hier mit einem späteren Datum verzeichnet ist, gilt als jetzt getan, sodass Wartezeiten nur länger werden können.',
    yes: 'Sie geht falsch',
  }),
  addTenant: {
    title: 'Diesen Mandanten anlegen?',
    means: 'Von nun an spricht Key Custodian mit diesen Adressen.',
    yes: 'Anlegen',
  },
  editTenant: {
    title: 'Diesen Mandanten ändern?',
    means: 'Von nun an wird er behandelt wie hier angegeben.',
    yes: 'Ändern',
  },
  renameTenant: {
    title: 'Diesen Mandanten umbenennen?',
    means: 'Befehle und Dateien nennen ihn von nun an beim neuen Namen. Was aufgezeichnet ist, behält den alten.',
    yes: 'Umbenennen',
  },
  archiveTenant: {
    title: 'Diesen Mandanten archivieren?',
    means:
      'Nichts wird mehr an ihm getan, beobachtet oder fällig, bis er wieder in Gebrauch genommen wird. Was er veröffentlicht hat, bleibt öffentlich; Schlüssel und Geschichte bleiben hier.',
    yes: 'Archivieren',
  },
  rotateOwn: {
    title: 'Die eigenen Schlüssel des Mandanten wechseln?',
    means: 'Von nun an signiert er mit seinem nächsten Schlüssel.',
    yes: 'Wechseln',
  },
  revokeOwn: {
    title: 'Diesen eigenen Schlüssel des Mandanten sperren?',
    means: 'Token, die er signiert hat, werden abgelehnt, und er kommt nie zurück.',
    yes: 'Sperren',
  },
  importInspected: {
    title: 'Diesen Schlüssel in Verwahrung nehmen?',
    means: 'Von da an kann er für diesen Mandanten signieren.',
    yes: 'Aufnehmen',
    state: {
      next: 'der nächste Schlüssel',
      current: 'der aktuelle Schlüssel: Er signiert sofort',
      previous: 'ein voriger Schlüssel',
    },
  },
};
