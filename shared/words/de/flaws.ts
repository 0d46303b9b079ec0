// What is wrong with a public key and with a certificate, in German. Completes “it is weak: …”, “file: …”.
import type { CertificateFault } from '../../domain/key-ring/certificate-faults.ts';
import type { CertificateFlaw, PublicKeyFlaw } from '../../domain/key-ring/flaws.ts';

export const keyFlaw: Readonly<Record<PublicKeyFlaw, string>> = {
  malformed: 'der öffentliche Schlüssel ist beschädigt',
  misspelt: 'seine Zahlen sind nicht so geschrieben, wie RFC 7518 es verlangt',
  'rsa-too-small': 'sein RSA-Schlüssel hat weniger als 2048 Bit',
  'rsa-too-large': 'sein RSA-Schlüssel hat mehr als 8192 Bit',
  'rsa-exponent': 'sein öffentlicher Exponent verbirgt nichts',
  'rsa-factored': 'sein RSA-Modul lässt sich sofort zerlegen',
  'rsa-roca': 'er stammt aus einem Generator mit einem bekannten Fehler (ROCA, CVE-2017-15361)',
  'not-on-curve': 'der öffentliche Schlüssel ist kein Punkt seiner Kurve',
  'small-order': 'der öffentliche Schlüssel ist ein Punkt kleiner Ordnung, und der verbirgt nichts',
  'kind-unknown': 'seine Art ist hier nicht bekannt',
};

export const certificateFlaw: Readonly<Record<CertificateFlaw, string>> = {
  'algorithms-differ': 'ein Zertifikat darin nennt zwei verschiedene Verfahren für seine Signatur',
  'critical-unknown': 'ein Zertifikat darin hat eine kritische Erweiterung, die hier nicht bekannt ist',
  'extension-twice': 'ein Zertifikat darin hat dieselbe Erweiterung zweimal',
  'signature-broken': 'die Signatur eines Zertifikats darin stimmt nicht, es wurde also verändert',
};

/** Ergänzt „Sein Zertifikat: …“. */
export const certificateFault: Readonly<Record<CertificateFault, string>> = {
  ended: 'es ist abgelaufen',
  'not-yet-valid': 'es gilt noch nicht',
  'signature-broken-hash': 'es ist mit MD5 signiert, das jeder fälschen kann',
  'not-for-signatures':
    'seine Schlüsselverwendung ist nicht zum Signieren, und Prüfer, die darauf achten, weisen Token ab',
  'authority-below': 'es macht diesen Schlüssel zu einer Zertifizierungsstelle, die andere zertifizieren kann',
  'signature-weak-hash': 'es ist mit SHA-1 signiert, das Prüfer aufgeben',
};
