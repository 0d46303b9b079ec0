import { recordedProtection } from '../../recorded-protection.ts';
import { fileProtection } from '../names.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';
import { count } from '../numbers.ts';

export const handOver: typeof en.handOver = {
  title: 'Privater Schlüssel',
  lead: 'Er bleibt im Schlüsselbund. Ausgehändigt wird er nur geschützt und an einen benannten Empfänger, und das Ausgabebuch hält es fest.',
  start: 'Aushändigen …',
  stays: 'Dieser Schlüssel soll bleiben: Sein privater Teil verlässt den Schlüsselbund nie als Datei.',
  erased: 'Der private Schlüssel ist gelöscht, es gibt nichts mehr auszuhändigen.',
  none: 'Mit Key Custodian hat niemand diesen privaten Schlüssel erhalten.',
  noneOut: 'Von keiner Kopie dieses privaten Schlüssels ist bekannt, dass sie bei jemandem ist.',
  stillOut: (copies: number) =>
    `${count(copies, 'Kopie', 'Kopien')} dieses privaten Schlüssels ${copies === 1 ? 'kann' : 'können'} noch bei anderen sein. Lassen Sie sie vernichten:`,
  noneOfTenant: 'Von diesem Mandanten wurde kein privater Schlüssel ausgehändigt.',
  nothingLeft: 'Es wurde nichts ausgehändigt: Ein Dialog wurde geschlossen, und das Ausgabebuch hat keinen Eintrag.',
  made: (to, number) => `An ${to} ausgehändigt: Nummer ${number} im Ausgabebuch`,
  sha256: (sha256) => phrase`SHA-256 der Datei ${sha256}`,
  holders: 'Wer eine Kopie hat',

  confirming: {
    title: (number: number) => `Ausgabe ${number} bestätigen`,
    means: (to: string) =>
      `Lassen Sie sich von ${to} den SHA-256 der Datei oder des öffentlichen Schlüssels darin vorlesen, auf einem Weg, der sich nicht fälschen lässt. Tippen Sie ein, was Sie hören, vom Anfang an.`,
    fingerprint: 'Fingerabdruck wie vorgelesen',
    digits: 'Mindestens 16 Hexadezimalziffern.',
    verb: 'Bestätigen',
    working: 'Wird verglichen',
    done: (number: number) => `Ausgabe ${number} ist bestätigt`,
  },
  destroying: {
    title: (number: number) => `Die Kopie von Ausgabe ${number} ist vernichtet`,
    means: (to: string) =>
      `Sagen Sie, woher Sie wissen, dass ${to} keine Kopie mehr hat. Es bleibt im Ausgabebuch und lässt sich nicht zurücknehmen.`,
    how: 'Woher das bekannt ist',
    verb: 'Sie ist vernichtet',
    working: 'Wird festgehalten',
    done: (number: number) => `Die Kopie von Ausgabe ${number} ist vernichtet`,
  },
  dialog: {
    title: (kid) => `Privaten Schlüssel von ${kid} aushändigen`,
    verb: 'Aushändigen …',
    working: 'Beantworten Sie die Fragen von Key Custodian',
    done: (to) => `An ${to} ausgehändigt`,
    consequence:
      'Wer die Datei öffnet, kann im Namen des Mandanten signieren, bis jeder Prüfer diesen Schlüssel ablehnt.',
    ledger: 'Das Ausgabebuch hält fest, wer ihn wann und wie bekam. Es lässt sich nicht zurücknehmen.',
    to: 'Empfänger',
    toMeans: 'Die Person oder das System, das die Datei bekommt.',
    format: 'Format',
    protection: 'Verschlüsselung',
    strength: 'Stärke',
  },
  formats: {
    p12: { name: 'PKCS #12', askedBy: 'Windows, Java, ASP.NET, die meisten Gateways. Mit Schlüssel und Zertifikat.' },
    pkcs8: { name: 'PKCS #8, PEM', askedBy: 'OpenSSL, nginx, Node.js, Go. Nur der Schlüssel.' },
    'private-jwk': {
      name: 'Privater JWK',
      askedBy: 'Bibliotheken für OAuth und OpenID Connect. Als JWE- oder age-Datei.',
    },
  },
  protections: {
    passphrase: {
      name: 'Eine Passphrase',
      means:
        'Sie geben sie in einem eigenen Fenster ein. Teilen Sie sie dem Empfänger auf einem anderen Weg mit als die Datei.',
    },
    recipient: {
      name: 'Der öffentliche Schlüssel des Empfängers',
      means:
        'Ein JWK, ein age-Empfänger oder ein SSH-Schlüssel in einer Datei. Nur der Empfänger kann sie öffnen; mitzuteilen ist nichts.',
    },
  },
  flavours: { modern: 'Modern', compatible: 'Kompatibel' },
  p12Flavour: (name, askedBy) => `${name}. ${askedBy}.`,
  jweFlavours: {
    modern: 'PBES2 mit 210.000 Runden. jose und andere Bibliotheken, deren Grenze angehoben wurde.',
    compatible: 'PBES2 mit 10.000 Runden, schwächer: für Bibliotheken, die mehr ablehnen, etwa jose in Debian.',
  },

  table: {
    number: 'Nr.',
    when: 'Wann',
    to: 'An',
    by: (actor) => `durch ${actor}`,
    kid: 'kid',
    form: 'Form',
    protection: (recorded) => fileProtection(recordedProtection(recorded)),
    protectedFor: (protection, recipient) => phrase`${protection}, für ${recipient}`,
    copy: 'Kopie',
    confirmed: 'Bestätigt',
    confirmedBy: { file: 'mit der Datei', key: 'mit dem öffentlichen Schlüssel' },
    unconfirmed: 'Nicht bestätigt',
    destroyed: 'Vernichtet',
    confirm: 'Bestätigen …',
    destroy: 'Vernichtet …',
    actsOf: (number: number) => `Was aus Nummer ${number} wurde`,
    file: 'Datei',
    written: 'Geschrieben',
    perhapsNot: 'Vielleicht nicht geschrieben',
  },
};
