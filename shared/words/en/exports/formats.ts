// What each public format is, what it is for, and who usually asks for it. For people who were told “send us the
// certificate” and must guess which of ten files is meant.
import type { ExportFormat, ExportProfile } from '../../../domain/formats.ts';

/** `askedBy` comes after “Asked for by”. */
const format: Record<ExportFormat, { name: string; purpose: string; askedBy: string }> = {
  pem: {
    name: 'Certificate, PEM',
    purpose: 'The certificate as text between BEGIN and END lines.',
    askedBy: 'Linux servers, nginx, most identity libraries',
  },
  cer: {
    name: 'Certificate, DER',
    purpose: 'The same certificate as bytes. A double click opens it on Windows.',
    askedBy: 'Windows, Java keystores, ADFS',
  },
  'raw-pem': {
    name: 'Certificate, raw PEM',
    purpose: 'The PEM as plain text, just as the tenant’s own certificate page shows it.',
    askedBy: 'People who compare with the tenant’s page',
  },
  base64: {
    name: 'Certificate body',
    purpose: 'Base64 alone, on one line, without BEGIN and END.',
    askedBy: 'SAML metadata, Keycloak fields, X509Certificate elements',
  },
  p7b: {
    name: 'PKCS #7, DER',
    purpose: 'A container that holds the certificate and no key, as bytes.',
    askedBy: 'Windows certificate import, Java',
  },
  pb7: {
    name: 'PKCS #7, PEM',
    purpose: 'The same container as text with the label PKCS7.',
    askedBy: 'Older SAML products, Tomcat',
  },
  fingerprint: {
    name: 'Fingerprints',
    purpose: 'SHA-1 and SHA-256 in each notation, every one named.',
    askedBy: 'People who confirm a certificate by telephone or mail',
  },
  jwk: {
    name: 'Public JWK',
    purpose: 'One public key as JSON, with its certificate members.',
    askedBy: 'OAuth and OpenID Connect libraries',
  },
  jwks: {
    name: 'Public JWK set',
    purpose: 'Every published key of the tenant, ready to be served or pinned.',
    askedBy: 'API gateways and verifiers without network access',
  },
  spki: {
    name: 'Public key and pin',
    purpose: 'SubjectPublicKeyInfo as PEM, with the pin of its SHA-256.',
    askedBy: 'Firmware, mobile apps, jwt.io, PUBLIC KEY fields',
  },
  'spki-der': {
    name: 'Public key, DER',
    purpose: 'The bare public key as bytes, without a certificate around it.',
    askedBy: 'Embedded devices, hardware modules, WebCrypto “spki”',
  },
  pin: {
    name: 'Public key pin',
    purpose: 'SHA-256 of the public key. Stays the same when the certificate is reissued.',
    askedBy: 'Mobile apps and settings that pin a key',
  },
  ssh: {
    name: 'OpenSSH public key',
    purpose: 'The public key on one line, as SSH tools read it.',
    askedBy: 'ssh-keygen -Y verify, Git signature lists',
  },
  saml: {
    name: 'SAML KeyDescriptor',
    purpose: 'The certificate as an XML element, ready to be pasted into SAML metadata.',
    askedBy: 'SAML service providers that take metadata',
  },
  'pem-bundle': {
    name: 'All certificates, PEM',
    purpose: 'Every certificate of the tenant that is not revoked, one after the other.',
    askedBy: 'Consumers that trust a list, so that a rotation does not stop them',
  },
  'p7b-bundle': {
    name: 'All certificates, PKCS #7',
    purpose: 'The same certificates in one container, as bytes.',
    askedBy: 'Windows certificate stores, Java',
  },
  json: {
    name: 'Inventory, JSON',
    purpose: 'Every key of the tenant there ever was, with dates, states and fingerprints.',
    askedBy: 'Scripts and asset databases',
  },
  csv: {
    name: 'Inventory, CSV',
    purpose: 'The same list for a spreadsheet.',
    askedBy: 'Auditors',
  },
};

/** Whose way of writing a format. */
const profile: Record<ExportProfile, { name: string; means: string }> = {
  standard: { name: 'Standard', means: 'As other tools write it.' },
  auth0: { name: 'Auth0 page', means: 'The very bytes of the tenant’s own page.' },
};

export const formats = { format, profile };
