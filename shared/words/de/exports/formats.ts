import type { en } from '../../en/page.ts';

const format: typeof en.formats.format = {
  pem: {
    name: 'Zertifikat, PEM',
    purpose: 'Das Zertifikat als Text zwischen den Zeilen BEGIN und END.',
    askedBy: 'Linux-Servern, nginx, den meisten Identitätsbibliotheken',
  },
  cer: {
    name: 'Zertifikat, DER',
    purpose: 'Dasselbe Zertifikat als Bytes. Unter Windows öffnet es ein Doppelklick.',
    askedBy: 'Windows, Java-Keystores, ADFS',
  },
  'raw-pem': {
    name: 'Zertifikat, reines PEM',
    purpose: 'Das PEM als reiner Text, genau wie auf der Zertifikatsseite des Mandanten.',
    askedBy: 'allen, die mit der Seite des Mandanten vergleichen',
  },
  base64: {
    name: 'Zertifikatsinhalt',
    purpose: 'Nur Base64, in einer Zeile, ohne BEGIN und END.',
    askedBy: 'SAML-Metadaten, Feldern in Keycloak, X509Certificate-Elementen',
  },
  p7b: {
    name: 'PKCS #7, DER',
    purpose: 'Ein Container mit dem Zertifikat und ohne Schlüssel, als Bytes.',
    askedBy: 'Zertifikatimport unter Windows, Java',
  },
  pb7: {
    name: 'PKCS #7, PEM',
    purpose: 'Derselbe Container als Text mit der Bezeichnung PKCS7.',
    askedBy: 'älteren SAML-Produkten, Tomcat',
  },
  fingerprint: {
    name: 'Fingerabdrücke',
    purpose: 'SHA-1 und SHA-256 in jeder Schreibweise, jede benannt.',
    askedBy: 'allen, die ein Zertifikat per Telefon oder E-Mail bestätigen',
  },
  jwk: {
    name: 'Öffentlicher JWK',
    purpose: 'Ein öffentlicher Schlüssel als JSON, mit seinen Zertifikatsfeldern.',
    askedBy: 'Bibliotheken für OAuth und OpenID Connect',
  },
  jwks: {
    name: 'Öffentlicher JWK-Satz',
    purpose: 'Alle veröffentlichten Schlüssel des Mandanten, zum Ausliefern oder Hinterlegen.',
    askedBy: 'API-Gateways und Prüfern ohne Netzzugang',
  },
  spki: {
    name: 'Öffentlicher Schlüssel und Pin',
    purpose: 'SubjectPublicKeyInfo als PEM, mit dem Pin seines SHA-256.',
    askedBy: 'Firmware, mobilen Apps, jwt.io, Feldern „PUBLIC KEY“',
  },
  'spki-der': {
    name: 'Öffentlicher Schlüssel, DER',
    purpose: 'Der bloße öffentliche Schlüssel als Bytes, ohne Zertifikat darum.',
    askedBy: 'eingebetteten Geräten, Hardwaremodulen, WebCrypto „spki“',
  },
  pin: {
    name: 'Pin des öffentlichen Schlüssels',
    purpose: 'SHA-256 des öffentlichen Schlüssels. Bleibt gleich, wenn das Zertifikat neu ausgestellt wird.',
    askedBy: 'mobilen Apps und Einstellungen, die einen Schlüssel festlegen',
  },
  ssh: {
    name: 'Öffentlicher OpenSSH-Schlüssel',
    purpose: 'Der öffentliche Schlüssel in einer Zeile, wie SSH-Werkzeuge ihn lesen.',
    askedBy: 'ssh-keygen -Y verify, Signaturlisten für Git',
  },
  saml: {
    name: 'SAML-KeyDescriptor',
    purpose: 'Das Zertifikat als XML-Element, zum Einfügen in SAML-Metadaten.',
    askedBy: 'SAML-Dienstanbietern, die Metadaten annehmen',
  },
  'pem-bundle': {
    name: 'Alle Zertifikate, PEM',
    purpose: 'Alle nicht gesperrten Zertifikate des Mandanten, eines nach dem anderen.',
    askedBy: 'Abnehmern, die einer Liste vertrauen, damit ein Schlüsselwechsel sie nicht anhält',
  },
  'p7b-bundle': {
    name: 'Alle Zertifikate, PKCS #7',
    purpose: 'Dieselben Zertifikate in einem Container, als Bytes.',
    askedBy: 'Zertifikatspeichern von Windows, Java',
  },
  json: {
    name: 'Bestandsliste, JSON',
    purpose: 'Alle Schlüssel, die der Mandant je hatte, mit Daten, Zuständen und Fingerabdrücken.',
    askedBy: 'Skripten und Inventardatenbanken',
  },
  csv: {
    name: 'Bestandsliste, CSV',
    purpose: 'Dieselbe Liste für eine Tabellenkalkulation.',
    askedBy: 'Revisoren',
  },
};

const profile: typeof en.formats.profile = {
  standard: { name: 'Standard', means: 'Wie andere Werkzeuge es schreiben.' },
  auth0: { name: 'Auth0-Seite', means: 'Genau die Bytes der Seite des Mandanten.' },
};

export const formats: typeof en.formats = { format, profile };
