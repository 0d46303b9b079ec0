// German words for what was found in a file.
import {
  type FactName,
  type FoundValue,
  isPlainValue,
  isPlainWarning,
  type PartName,
} from '../../domain/reading/inspection.ts';
import type { Advices, InspectionWords, PlainValues, PlainWarnings, Purposes } from '../../inspection-words.ts';
import type { InspectedKind } from '../../domain/reading/inspected-file.ts';
import { error } from './errors.ts';
import { fact } from './facts.ts';
import { fileFormat, scheme } from './formats.ts';

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

const PURPOSES: Purposes = {
  'private key': 'Die geheime Hälfte eines Schlüsselpaars: Sie signiert.',
  'public key':
    'Die Hälfte eines Schlüsselpaars, die jeder haben darf: Sie prüft, was der private Schlüssel signiert hat.',
  certificate: 'Ein öffentlicher Schlüssel mit Name und Gültigkeit. Prüfer kontrollieren damit Signaturen.',
  'certificate request':
    'Bittet eine Zertifizierungsstelle um ein Zertifikat. Sie enthält den öffentlichen Schlüssel und einen Namen.',
  'revocation list': 'Nennt die Zertifikate, für die eine Zertifizierungsstelle nicht mehr einsteht.',
  'PKCS#7': 'Bringt Zertifikate in einer Datei von einem System zum anderen.',
  'PKCS#12': 'Enthält private Schlüssel mit ihren Zertifikaten, durch eine Passphrase geschützt.',
  'JWK set': 'Die Schlüssel eines Ausstellers von Token als JSON. In öffentlicher Form rufen Prüfer sie ab.',
  'signed token': 'Die Aussage eines Ausstellers, so signiert, dass der Empfänger sie prüfen kann.',
  'encrypted JOSE': 'Etwas, das nur lesen kann, wer eine Passphrase oder einen Schlüssel hat.',
  SSH: 'Ein Schlüssel zum Anmelden an anderen Rechnern, nicht zum Signieren von Token.',
  PGP: 'Gehört zu OpenPGP: Signaturen von E-Mails und Paketen, nicht von Token.',
  age: 'Eine Datei, die das Werkzeug age verschlüsselt hat, oder ein Schlüssel dieses Werkzeugs.',
  parameters: 'Zahlen, aus denen Schlüssel entstehen können. Ein Schlüssel ist nicht darin.',
  'key store': 'Der Schlüsselspeicher von Java-Programmen in seiner alten Form.',
  document: 'Das ist kein Schlüsselmaterial.',
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
  'JWK set': 'Er enthält nur öffentliche Schlüssel, daher gibt es nichts zu importieren.',
  'signed token': 'Prüfen Sie es, bevor Sie irgendetwas darin glauben.',
  'encrypted JOSE':
    'Es wird mit einem Schlüssel geöffnet, nicht mit einer Passphrase, und lässt sich daher hier nicht importieren.',
  SSH: 'Soll er trotzdem Token signieren, wandeln Sie ihn zuerst mit ssh-keygen -p -m PKCS8 um.',
  age: 'Entschlüsseln Sie die Datei mit age, und untersuchen Sie dann, was herauskommt.',
  'key store':
    'Wandeln Sie ihn mit keytool -importkeystore -deststoretype PKCS12 um, und importieren Sie dann das Ergebnis.',
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
  'by-pkcs12': 'durch die PKCS#12-Datei',
  'hidden-key': 'ein privater Schlüssel, der nicht gezeigt wird',
  'too-deep': 'zu tief verschachtelt, um gezeigt zu werden',
  'unusual-curve': 'EC mit einer ungewöhnlichen Kurve',
};

const WARNINGS: PlainWarnings = {
  zeros: 'Die Datei enthält nichts als Nullen.',
  'unknown-der': 'Das ist DER, aber keine Struktur, die hier bekannt wäre.',
  'utf-16': 'Der Text ist UTF-16; viele Programme erwarten UTF-8.',
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
  'no-jwk-inside': 'Was darin verschlüsselt ist, ist kein JWK.',
  'login-page':
    'Vielleicht wurde statt der Datei eine Anmeldeseite gespeichert: Laden Sie sie noch einmal herunter, während Sie angemeldet sind.',
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
      return scheme(found.name);
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
        return `Der Schlüssel ist schwach: ${fact(found.problem)}.`;
      case 'only-first-keys':
        return `Nur die ersten ${found.shown} von ${found.of} Schlüsseln werden gezeigt.`;
      case 'only-first-blocks':
        return `Nur die ersten ${found.shown} Blöcke werden gezeigt.`;
      case 'refused':
        return error(found.error).message;
    }
  },
};
