import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const certificate: typeof en.certificate = {
  title: 'Zertifikat',
  lead: 'Eine Hülle um den öffentlichen Schlüssel; sie endet an ihrem eigenen Tag, gleich wie alt der Schlüssel ist. Vergleichen Sie die Fingerabdrücke, bevor Sie einer Kopie trauen.',
  leadRevoked:
    'Eine Hülle um den öffentlichen Schlüssel. Ein gesperrter Schlüssel bekommt keine andere: Niemand soll ihm mehr trauen.',
  reissue: 'Neu ausstellen …',
  request: 'Beantragen …',
  takeReply: 'Antwort übernehmen …',
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
  ends: 'Hülle endet',
  endsAndBegan: (end, relative, begin) => phrase`${end} (${relative}), gilt seit ${begin}`,
  age: 'Alter des Schlüssels',
  madeOn: (at, relative) => phrase`erzeugt oder importiert am ${at} (${relative})`,
  sha256: 'SHA-256',
  sha1: 'SHA-1',
  sha256Fingerprint: 'SHA-256-Fingerabdruck',
  sha1Fingerprint: 'SHA-1-Fingerabdruck',

  reissuing: {
    title: (kid) => `Neues Zertifikat für ${kid} ausstellen?`,
    verb: 'Neu ausstellen',
    working: 'Zertifikat wird signiert',
    done: (kid) => `Neues Zertifikat für ${kid} ausgestellt`,
    stays: 'Schlüssel, kid und Schlüsselkennung bleiben; die Hülle darum ist neu.',
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
    verb: 'Antrag speichern …',
    working: 'Antrag wird signiert',
    saved: (fileName) => `${fileName} gespeichert`,
    notSaved: 'Es wurde nichts gespeichert',
    what: 'Ein PKCS#10-Antrag, mit dem Schlüssel signiert. Geben Sie die Datei der Zertifizierungsstelle, und übernehmen Sie ihre Antwort hier, sobald sie kommt.',
    commonName: 'Common Name',
    commonNameMeans: 'Der Name, den die Zertifizierungsstelle bestätigen soll.',
  },
};
