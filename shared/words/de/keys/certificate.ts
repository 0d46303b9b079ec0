import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const certificate: typeof en.certificate = {
  title: 'Zertifikat',
  lead: 'Bindet Name und Daten an den öffentlichen Schlüssel; es läuft an seinem eigenen Tag ab, gleich wie alt der Schlüssel ist. Vergleichen Sie die Fingerabdrücke, bevor Sie einer Kopie trauen.',
  leadRevoked:
    'Bindet Name und Daten an den öffentlichen Schlüssel. Für einen gesperrten Schlüssel wird es nicht neu ausgestellt: Niemand soll ihm mehr trauen.',
  reissue: 'Zertifikat neu ausstellen …',
  request: 'CSR erzeugen …',
  importReply: 'Antwort der CA importieren …',
  taken: 'Das Zertifikat der Zertifizierungsstelle ist übernommen. Veröffentlichen Sie es, damit Prüfer es sehen.',
  signatures: {
    verified: 'Seine Signatur wurde geprüft: Der Aussteller ist in der Datei.',
    'self-signed': 'Seine Signatur wurde geprüft: Es ist die eigene.',
    unverified: 'Seine Signatur wurde nicht geprüft: Der Aussteller ist nicht in der Datei.',
  },
  notTaken: 'Es wurde nichts geändert: Der Dialog wurde geschlossen.',

  subject: 'Inhaber',
  serial: 'Seriennummer',
  serialCopied: 'Seriennummer',
  ends: 'Läuft ab',
  validity: (end, relative, begin) => phrase`${end} (${relative}), gültig ab ${begin}`,
  age: 'Alter des Schlüssels',
  createdOn: (at, relative) => phrase`erzeugt oder importiert am ${at} (${relative})`,
  sha256: 'SHA-256',
  sha1: 'SHA-1',
  sha256Fingerprint: 'SHA-256-Fingerabdruck',
  sha1Fingerprint: 'SHA-1-Fingerabdruck',

  reissuing: {
    title: (kid) => `Zertifikat von ${kid} neu ausstellen?`,
    verb: 'Zertifikat neu ausstellen',
    working: 'Zertifikat wird signiert',
    done: (kid) => `Neues Zertifikat für ${kid} ausgestellt`,
    stays: 'Schlüssel, kid und Schlüsselkennung bleiben gleich; nur das Zertifikat ist neu.',
    follows:
      'Prüfer sehen das neue Zertifikat nach der nächsten Veröffentlichung. Abnehmer, die das alte fest hinterlegt haben, lehnen ab, bis sie das neue haben.',
    commonName: 'Common Name',
    commonNameMeans: 'Der Inhaber, gewöhnlich die Domain.',
    dnsNames: 'DNS-Namen',
    dnsNamesMeans: 'Alternative Namen des Inhabers, durch Kommas getrennt. Gewöhnlich keine.',
    usage: 'Verwendung',
    usages: {
      authority: {
        name: 'Wie bei Mandanten',
        means: 'CA:TRUE, digitale Signatur und Signieren von Zertifikaten. Wird am weitesten angenommen.',
      },
      signature: {
        name: 'Nur Signatur',
        means: 'CA:FALSE, digitale Signatur. Für Abnehmer, die keine Zertifizierungsstelle wollen.',
      },
    },
    purpose: 'Erweiterte Schlüsselverwendung',
    purposeMeans:
      'Gewöhnlich keine: Dann ist das Zertifikat nicht beschränkt. Mit einer oder mehreren lehnen strenge Abnehmer jede andere Verwendung ab.',
    purposes: {
      clientAuth: 'TLS-Client (clientAuth)',
      serverAuth: 'TLS-Server (serverAuth)',
      codeSigning: 'Signieren von Programmen (codeSigning)',
      emailProtection: 'E-Mail (emailProtection)',
    },
    days: 'Tage',
    daysMeans: 'Wie lange es gilt, von heute an.',
  },

  requesting: {
    title: (kid) => `Zertifikat für ${kid} beantragen`,
    verb: 'CSR speichern …',
    working: 'Antrag wird signiert',
    saved: (fileName) => `${fileName} gespeichert`,
    notSaved: 'Es wurde nichts gespeichert',
    what: 'Ein PKCS#10-Antrag, mit dem Schlüssel signiert. Geben Sie die Datei der Zertifizierungsstelle, und übernehmen Sie ihre Antwort hier, sobald sie kommt.',
    commonName: 'Common Name',
    commonNameMeans: 'Der Name, den die Zertifizierungsstelle bestätigen soll.',
  },
};
