// German words for what was found in a file.
import type { KeyState } from '../../domain/limits.ts';
import type { Advices, InspectionWords, PlainValues, PlainWarnings, Purposes } from '../inspection.ts';
import {
  type FactName,
  type FoundValue,
  isPlainValue,
  isPlainWarning,
  type PartName,
} from '../../domain/reading/inspection.ts';
import type { ImportNeed, Layer, PassphraseForm, Repair } from '../../domain/reading/notes.ts';
import type { InspectedKind } from '../../domain/reading/inspected-file.ts';
import { error } from './errors.ts';
import { keyFileProblem } from './problems/key-file.ts';
import { fileFormat, keyKind, scheme } from './names.ts';

const KINDS: Readonly<Record<InspectedKind, string>> = {
  'private key': 'privater Schlüssel',
  'public key': 'öffentlicher Schlüssel',
  certificate: 'Zertifikat',
  'certificate request': 'Zertifikatsanforderung',
  'revocation list': 'Sperrliste',
  'PKCS#7': 'PKCS#7',
  'PKCS#12': 'PKCS#12',
  'JWK set': 'JWK-Satz',
  'signed token': 'signiertes Token',
  'approval request': 'Bitte um Freigabe',
  approval: 'Antwort auf eine Bitte um Freigabe',
  'encrypted JOSE': 'verschlüsseltes JOSE',
  SSH: 'SSH',
  PGP: 'PGP',
  age: 'age',
  parameters: 'Parameter',
  'key store': 'Schlüsselspeicher',
  document: 'Dokument',
  empty: 'leer',
  unknown: 'unbekannt',
};

const LAYERS: Readonly<Record<Layer, string>> = {
  gzip: 'Sie wurde entpackt: Die Datei ist ein gzip-Archiv.',
  'byte-order-mark': 'Am Anfang steht eine Byte-Order-Mark; manche Programme stolpern darüber.',
  'utf-16': 'Der Text ist UTF-16; viele Programme erwarten UTF-8.',
  'quoted-printable': 'Der Text ist geschrieben, wie E-Mails gesendet werden (quoted-printable); das wurde aufgelöst.',
  html: 'Er wurde aus einer Webseite kopiert: Tags und Entitäten wurden weggelassen.',
  'mail-quotes': 'Er wurde in einer E-Mail zitiert: Die Zeichen vor den Zeilen wurden weggelassen.',
  dashes: 'Die Striche um BEGIN und END sind nicht fünf Bindestriche; sie wurden als solche genommen.',
  invisible: 'Darin sind unsichtbare Zeichen, wie Chats und Webseiten sie einfügen; sie wurden weggelassen.',
  escaped: 'Seine Zeilenenden sind als \\n ausgeschrieben, oder er steht in Quelltext; das wurde aufgelöst.',
  'escaped-twice': 'Seine Zeilenenden sind zweimal ausgeschrieben, als \\\\n; das wurde aufgelöst.',
  'headers-in-line': 'Seine Kopfzeilen standen mit dem Inhalt in einer Zeile; sie wurden abgetrennt.',
  'labels-differ': 'Seine Zeilen BEGIN und END passen nicht zusammen: Jemand hat eine davon verändert.',
  'begin-missing': 'Seine Zeile BEGIN fehlt.',
  'end-missing': 'Seine Zeile END fehlt.',
  base64: 'Der Inhalt stand in Base64 und wurde dekodiert.',
  base64url: 'Der Inhalt stand in base64url und wurde dekodiert.',
  hex: 'Der Inhalt stand in Hex und wurde dekodiert.',
  numbers: 'Der Inhalt stand als Liste von Zahlen da, eine für jedes Byte.',
  'octets-behind': 'Hinter dem Ende stehen noch Bytes, etwa ein Zeilenende aus einem Editor; sie wurden weggelassen.',
  'trailing-commas': 'Das ist kein gültiges JSON: Es steht ein Komma zu viel darin, das weggelassen wurde.',
};

const REPAIRS: Readonly<Record<Repair, string>> = {
  'crt-computed': 'Werte, die aus seinen Primzahlen folgen, fehlten; sie wurden berechnet.',
  'primes-computed': 'Seine Primzahlen fehlten; sie wurden aus seinen Exponenten berechnet.',
  padding: 'Seine Felder enden mit =, was ein JWK nicht haben darf.',
  alphabet: 'Seine Felder sind im Alphabet des gewöhnlichen Base64; ein JWK verlangt base64url.',
  'coordinate-length': 'Seine Zahlen sind nicht so lang, wie die Kurve sie verlangt; sie wurden angeglichen.',
  'explicit-curve': 'Seine Kurve ist in Zahlen ausgeschrieben; es sind die einer benannten Kurve.',
  'curve-of-block': 'Seine Kurve nennt nur der Block mit Parametern davor.',
};

const FORMS: Readonly<Record<PassphraseForm, string>> = {
  'as-given': 'Die Passphrase hat sie geöffnet.',
  empty: 'Sie öffnet sich mit der leeren Passphrase: Wer die Datei hat, hat den Schlüssel.',
  'without-mark':
    'Sie öffnete sich ohne das, was ein Editor um die Passphrase gesetzt hat: eine Byte-Order-Mark oder ein Zeilenende.',
  'utf-16': 'Sie öffnete sich mit der Passphrase, von UTF-16 nach UTF-8 gebracht.',
  'latin-1':
    'Sie öffnete sich mit der Passphrase in Latin-1: Sie wurde auf einem System mit dieser Kodierung geschützt.',
  decomposed: 'Sie öffnete sich mit getrennten Buchstaben und Akzenten (NFD), wie macOS sie schreibt.',
  composed: 'Sie öffnete sich mit zusammengesetzten Buchstaben (NFC).',
};

const NEEDS: Readonly<Record<ImportNeed, string>> = {
  'small-exponent':
    'Der Import verlangt ein ausdrückliches Ja zum kleinen Exponenten: --allow-small-exponent auf der Befehlszeile.',
  entry: 'Der Import fragt, welcher der Schlüssel gemeint ist: --entry auf der Befehlszeile.',
  'long-work':
    'Dem Import kann gesagt werden, dass er sich die Zeit nehmen soll: --allow-long-work auf der Befehlszeile.',
};

const PURPOSES: Purposes = {
  'private key': 'Die geheime Hälfte eines Schlüsselpaars: Sie signiert.',
  'public key':
    'Die Hälfte eines Schlüsselpaars, die jeder haben darf: Sie prüft, was der private Schlüssel signiert hat.',
  certificate: 'Ein öffentlicher Schlüssel mit Name und Gültigkeit. Prüfer kontrollieren damit Signaturen.',
  'certificate request':
    'Bittet eine Zertifizierungsstelle um ein Zertifikat. Sie enthält den öffentlichen Schlüssel und einen Namen.',
  'revocation list': 'Nennt die Zertifikate, für die eine Zertifizierungsstelle nicht mehr einsteht.',
  'PKCS#7': 'Bringt Zertifikate in einer Datei von einem System zum anderen.',
  'PKCS#12': 'Enthält private Schlüssel mit ihren Zertifikaten, meist durch eine Passphrase geschützt.',
  'JWK set': 'Die Schlüssel eines Ausstellers von Token als JSON. In öffentlicher Form rufen Prüfer sie ab.',
  'signed token': 'Die Aussage eines Ausstellers, so signiert, dass der Empfänger sie prüfen kann.',
  'approval request': 'Jemand anderes bittet um ein zweites Ja zu einem Vorgang.',
  approval: 'Die Antwort einer zweiten Person auf eine Bitte.',
  'encrypted JOSE': 'Etwas, das nur lesen kann, wer eine Passphrase oder einen Schlüssel hat.',
  SSH: 'Ein Schlüssel in einer Form von SSH, mit der man sich an anderen Rechnern anmeldet.',
  PGP: 'Gehört zu OpenPGP: Signaturen von E-Mails und Paketen, nicht von Token.',
  age: 'Eine Datei, die das Werkzeug age verschlüsselt hat, oder ein Schlüssel dieses Werkzeugs.',
  parameters: 'Zahlen, aus denen Schlüssel entstehen können. Ein Schlüssel ist nicht darin.',
  'key store': 'Der Schlüsselspeicher von Java-Programmen, in einer Form von vor PKCS#12.',
  document: 'Ein Dokument, das selbst kein Schlüssel ist.',
  empty: 'Es ist nichts darin.',
  unknown: 'Das ist nichts, was hier bekannt wäre.',
};

const ADVICE: Advices = {
  'public key':
    'Er lässt sich am Thumbprint mit den verwahrten Schlüsseln vergleichen. Zum Importieren braucht es den privaten Schlüssel.',
  certificate:
    'Es lässt sich an seinen Fingerabdrücken vergleichen. Zum Importieren suchen Sie den privaten Schlüssel, der dazu gehört.',
  'certificate request': 'Senden Sie sie an die Zertifizierungsstelle. Importieren lässt sie sich nicht.',
  'PKCS#7': 'Es enthält keinen privaten Schlüssel. Entnehmen Sie die Zertifikate dort, wo sie gebraucht werden.',
  'JWK set': 'Er enthält keinen privaten Schlüssel, der sich importieren lässt.',
  'signed token': 'Prüfen Sie es, bevor Sie irgendetwas darin glauben.',
  'approval request':
    'Beantworten Sie sie: Geben Sie frei, worum gebeten wird, oder lehnen Sie ab. Alles wird vorher gezeigt, auch das Gerät, das sie signiert hat.',
  approval: 'Übernehmen Sie sie auf dem Rechner, der gebeten hat, und tun Sie dort noch einmal, worum gebeten wurde.',
  'encrypted JOSE': 'So, wie es ist, lässt es sich nicht importieren; die Warnungen sagen, warum.',
  SSH: 'Ein öffentlicher Schlüssel signiert nichts, daher gibt es nichts zu importieren oder umzuwandeln.',
  age: 'Entschlüsseln Sie die Datei mit age, und untersuchen Sie dann, was herauskommt.',
  'key store': 'So, wie er ist, lässt er sich nicht importieren; die Warnungen sagen, warum.',
  'private key': 'So, wie er ist, lässt er sich nicht importieren; die Warnungen sagen, warum.',
  'PKCS#12': 'So, wie die Datei ist, lässt sie sich nicht importieren; die Warnungen sagen, warum.',
};

const PARTS: Readonly<Record<PartName, string>> = {
  'private key': 'privater Schlüssel',
  'private key, encrypted': 'privater Schlüssel, verschlüsselt',
  'public key': 'öffentlicher Schlüssel',
  certificate: 'Zertifikat',
  'certificate signing request': 'Zertifikatsanforderung',
  'certificate revocation list': 'Sperrliste für Zertifikate',
  'bundle of certificates, without a signature': 'Bündel von Zertifikaten, ohne Signatur',
  'signed message': 'signierte Nachricht',
  'PKCS#7 with plain data': 'PKCS#7 mit unverschlüsselten Daten',
  'PKCS#7, encrypted for the owner of a certificate': 'PKCS#7, verschlüsselt für den Inhaber eines Zertifikats',
  'PKCS#7, encrypted with a key': 'PKCS#7, mit einem Schlüssel verschlüsselt',
  'PKCS#7 with a digest': 'PKCS#7 mit einem Hashwert',
  'EC parameters': 'EC-Parameter',
  'DH parameters': 'DH-Parameter',
  'DSA parameters': 'DSA-Parameter',
  'token header': 'Kopf des Tokens',
  'token content': 'Inhalt des Tokens',
  'token claims': 'Claims des Tokens',
  'encrypted JOSE header': 'Kopf des verschlüsselten JOSE',
  'OpenID configuration': 'OpenID-Konfiguration',
  settings: 'Einstellungen',
  'YAML document': 'YAML-Dokument',
  'JSON document': 'JSON-Dokument',
  'web page': 'Webseite',
  'SAML metadata': 'SAML-Metadaten',
  'XML document': 'XML-Dokument',
  'Java key store': 'Java-Schlüsselspeicher',
  'ZIP archive': 'ZIP-Archiv',
  'gzip archive': 'gzip-Archiv',
  'PDF document': 'PDF-Dokument',
  'PNG picture': 'PNG-Bild',
  'JPEG picture': 'JPEG-Bild',
  'Linux program': 'Linux-Programm',
  'Windows program': 'Windows-Programm',
  'SQLite database': 'SQLite-Datenbank',
  'file encrypted with openssl enc': 'mit openssl enc verschlüsselte Datei',
  'KeePass database': 'KeePass-Datenbank',
  'Office document': 'Office-Dokument',
  'integrity check': 'Integritätsprüfung',
  'encrypted content': 'verschlüsselter Inhalt',
  content: 'Inhalt',
  key: 'Schlüssel',
  'encrypted key': 'verschlüsselter Schlüssel',
  'revocation list': 'Sperrliste',
  secret: 'Geheimnis',
  other: 'Sonstiges',
  'SSH key': 'SSH-Schlüssel',
  'SSH private key': 'privater SSH-Schlüssel',
  'SSH private key, encrypted': 'privater SSH-Schlüssel, verschlüsselt',
  'SSH public key': 'öffentlicher SSH-Schlüssel',
  'file encrypted with age': 'mit age verschlüsselte Datei',
  'age identity': 'age-Identität',
  'age recipients': 'age-Empfänger',
};

const FACTS: Readonly<Record<FactName, string>> = {
  Subject: 'Inhaber',
  Issuer: 'Aussteller',
  'Alternative names': 'Alternative Namen',
  Serial: 'Seriennummer',
  'Valid from': 'Gültig von',
  'Valid to': 'Gültig bis',
  'Signed with': 'Signiert mit',
  Signature: 'Signatur',
  Authority: 'Zertifizierungsstelle',
  'SHA-1': 'SHA-1',
  'SHA-256': 'SHA-256',
  'Key kind': 'Schlüsselart',
  'RSA exponent': 'RSA-Exponent',
  'Thumbprint (RFC 7638)': 'Thumbprint (RFC 7638)',
  'Public key SHA-256': 'Öffentlicher Schlüssel, SHA-256',
  Fingerprint: 'Fingerabdruck',
  Name: 'Name',
  Protection: 'Schutz',
  Cipher: 'Verschlüsselung',
  'Key derivation': 'Schlüsselableitung',
  Method: 'Verfahren',
  Encryption: 'Verschlüsselung',
  Curve: 'Kurve',
  Bits: 'Bits',
  Bytes: 'Bytes',
  Type: 'Typ',
  Types: 'Typen',
  Comment: 'Kommentar',
  Title: 'Titel',
  Entity: 'Entität',
  Members: 'Bestandteile',
  Entries: 'Einträge',
  Certificates: 'Zertifikate',
  Signatures: 'Signaturen',
  'Opened by': 'Zu öffnen mit',
  Identities: 'Identitäten',
  Recipients: 'Empfänger',
  'Found under': 'Gefunden unter',
  'Used for': 'Verwendet für',
  'In custody': 'In Verwahrung',
  'Only for': 'Nur für',
  'Made at': 'Erstellt am',
  'Next one at': 'Nächste am',
  'Revoked certificates': 'Gesperrte Zertifikate',
  kid: 'kid',
  use: 'use',
  alg: 'alg',
  kty: 'kty',
  crv: 'crv',
  issuer: 'issuer',
  jwks_uri: 'jwks_uri',
};

const VALUES: PlainValues = {
  yes: 'ja',
  no: 'nein',
  unknown: 'unbekannt',
  unreadable: 'nicht lesbar',
  empty: 'leer',
  'self-signed': 'derselbe (selbst signiert)',
  'signature-verified': 'geprüft: Der Aussteller ist in der Datei',
  'signature-own': 'geprüft: die eigene',
  'signature-unverified': 'nicht geprüft: Der Aussteller ist nicht in der Datei',
  passphrase: 'einer Passphrase',
  'by-openssh': 'durch die OpenSSH-Datei',
  'by-store': 'durch den Schlüsselspeicher',
  signing: 'Signieren',
  encryption: 'Verschlüsseln',
  'signing-and-encryption': 'Signieren und Verschlüsseln',
  'own-signature': 'die Signatur des Dokuments selbst',
  'by-pkcs12': 'durch die PKCS#12-Datei',
  'hidden-key': 'ein privater Schlüssel, der nicht gezeigt wird',
  'too-deep': 'zu tief verschachtelt, um gezeigt zu werden',
  'unusual-curve': 'EC mit einer ungewöhnlichen Kurve',
};

const WARNINGS: PlainWarnings = {
  zeros: 'Die Datei enthält nichts als Nullen.',
  'unknown-der': 'Das ist DER, aber keine Struktur, die hier bekannt wäre.',
  'only-block-cut-off': 'Der PEM-Block ist abgeschnitten: Das Ende fehlt.',
  'block-cut-off': 'Ein Block ist abgeschnitten: Sein Ende fehlt.',
  'not-base64': 'Der Inhalt ist kein Base64.',
  damaged: 'Der Inhalt ist beschädigt.',
  'key-in-the-clear': 'Der private Schlüssel liegt offen: Wer die Datei hat, hat den Schlüssel.',
  'age-key-in-the-clear': 'Ein geheimer Schlüssel von age liegt offen: Wer die Datei hat, hat den Schlüssel.',
  'weak-protection': 'Der Schutz ist nach heutigem Maß schwach.',
  'no-mac': 'Es gibt keine: Eine Änderung würde niemand bemerken.',
  'no-ring-takes-it': 'Kein Schlüsselring hier verwendet diese Art von Schlüssel.',
  'kind-not-readable': 'Diese Art von Schlüssel kann hier nicht gelesen werden.',
  'key-too-short': 'Der Schlüssel ist zu kurz: Nötig sind mindestens 2048 Bit.',
  'small-exponent': 'Der öffentliche Exponent ist kleiner als 65537.',
  'certificate-expired': 'Das Zertifikat ist abgelaufen.',
  'certificate-not-yet-valid': 'Das Zertifikat ist noch nicht gültig.',
  'signature-broken': 'Die Signatur stimmt nicht: Das Zertifikat wurde verändert oder ist nicht von diesem Aussteller.',
  'algorithms-differ': 'Das Zertifikat nennt zwei verschiedene Verfahren für seine Signatur.',
  'critical-unknown': 'Das Zertifikat hat eine kritische Erweiterung, die hier nicht bekannt ist; Prüfer lehnen es ab.',
  'extension-twice': 'Das Zertifikat hat dieselbe Erweiterung zweimal.',
  'request-unproven': 'Die Signatur der Anforderung ließ sich nicht prüfen.',
  'list-out-of-date': 'Die Sperrliste ist nicht mehr aktuell.',
  'token-unsigned': 'Es trägt keine Signatur (alg: none) und beweist nichts.',
  'token-expired': 'Das Token ist abgelaufen.',
  'token-decoded-only': 'Nur dekodiert: Niemand hat die Signatur geprüft.',
  'token-is-a-secret': 'Ein Token, das noch gültig ist, ist geheim wie ein Passwort.',
  'x5c-other-key': 'Sein x5c enthält das Zertifikat eines anderen Schlüssels.',
  'x5c-unreadable': 'Das Zertifikat in seinem x5c lässt sich nicht lesen.',
  'use-and-operations-apart': 'Sein use und seine key_ops widersprechen sich.',
  'store-unchecked':
    'Die Prüfsumme über den ganzen Speicher passt nicht zu dieser Passphrase: Der Speicher hat eine andere als seine Schlüssel, oder er wurde verändert.',
  'store-read-in-part':
    'Das ist ein Geheimnis in einer Form, die nur Java kennt; was im Speicher dahinter steht, wurde nicht gelesen.',
  'login-page':
    'Vielleicht wurde statt der Datei eine Anmeldeseite gespeichert: Laden Sie sie noch einmal herunter, während Sie angemeldet sind.',
};

const CUSTODY_CERTIFICATE = { same: ', mit diesem Zertifikat', other: ', mit einem anderen Zertifikat' } as const;

const KEY_STATES: Readonly<Record<KeyState, string>> = {
  next: 'nächster',
  current: 'aktueller',
  previous: 'voriger',
  revoked: 'gesperrt',
  replaced: 'ersetzt',
};

const value = (found: FoundValue): string => {
  if (typeof found === 'string') {
    return found;
  }
  if (isPlainValue(found)) {
    return VALUES[found.code];
  }
  switch (found.code) {
    case 'recipient-keys':
      return found.count === 1 ? 'dem Schlüssel eines Empfängers' : `den Schlüsseln von ${found.count} Empfängern`;
    case 'algorithm':
      return `Algorithmus ${found.oid}`;
    case 'scheme':
      return scheme(found.scheme);
    case 'key-kind':
      return keyKind(found.kind);
    case 'in-custody':
      return `${found.tenant}, kid ${found.kid}, ${KEY_STATES[found.state]}${found.certificate === null ? '' : CUSTODY_CERTIFICATE[found.certificate]}`;
    case 'cut':
      return `${found.text}… (${found.characters} Zeichen)`;
  }
};

export const inspection: InspectionWords = {
  kind: (kind) => KINDS[kind],
  format: fileFormat,
  purpose: (kind) => PURPOSES[kind],
  advice(kind, importable) {
    switch (importable) {
      case 'yes':
        return 'Der Schlüssel lässt sich in einen passenden Schlüsselring importieren. Löschen Sie die Datei danach.';
      case 'with its passphrase':
        return 'Der Schlüssel lässt sich mit der Passphrase in einen passenden Schlüsselring importieren.';
      case 'no':
        return ADVICE[kind] ?? 'Damit lässt sich hier nichts anfangen.';
    }
  },
  part: (what) => (typeof what === 'string' ? PARTS[what] : `Block „${what.label}“`),
  fact: (name) => (typeof name === 'string' ? FACTS[name] : value(name.member)),
  value,
  warning(found) {
    if (isPlainWarning(found)) {
      return WARNINGS[found.code];
    }
    switch (found.code) {
      case 'weak-signature':
        return `Seine Signatur (${scheme(found.signedWith)}) beweist nichts mehr.`;
      case 'weak-key':
        return `Der Schlüssel ist schwach: ${keyFileProblem(found.problem)}.`;
      case 'only-first-keys':
        return `Nur die ersten ${found.shown} von ${found.of} Schlüsseln werden gezeigt.`;
      case 'only-first-blocks':
        return `Nur die ersten ${found.shown} Blöcke werden gezeigt.`;
      case 'keys-tested-in-part':
        return `${found.tested} der ${found.of} öffentlichen Schlüssel wurden auf Faktoren geprüft, die übrigen nicht.`;
      case 'layer':
        return LAYERS[found.layer];
      case 'repaired':
        return REPAIRS[found.repair];
      case 'passphrase-form':
        return FORMS[found.form];
      case 'import-needs':
        return NEEDS[found.need];
      case 'kid-repeated':
        return `Mehrere Schlüssel des Satzes haben die kid „${found.kid}“: Prüfer nehmen den ersten oder keinen.`;
      case 'thumbprint-hex':
        return `Sein ${found.member} steht in Hex; Prüfer erwarten base64url der Bytes.`;
      case 'thumbprint-unfit':
        return `Sein ${found.member} ist kein Fingerabdruck.`;
      case 'thumbprint-other':
        return `Sein ${found.member} gehört zu einem anderen Zertifikat.`;
      case 'cut-off':
        return `Die Datei ist abgeschnitten: ${found.bytes} von ${found.of} Byte sind da.`;
      case 'refused':
        return error(found.error).message;
    }
  },
};
