// The English words inside the names of file formats, ciphers and kinds of keys, in German. The names themselves are the
// same in every language.

const FORMATS: Readonly<Record<string, string>> = {
  none: 'kein Format',
  text: 'Text',
  binary: 'Binärdatei',
  'JWK set': 'JWK-Satz',
  'OpenSSH public key': 'öffentlicher Schlüssel von OpenSSH',
  'OpenSSH private key': 'privater Schlüssel von OpenSSH',
  'SSH2 key file': 'SSH2-Schlüsseldatei',
  'PGP armour': 'PGP als Text',
  'age armour': 'age als Text',
  'age identity file': 'age-Identitätsdatei',
  'age recipient file': 'age-Empfängerdatei',
};

const FORMAT_WORDS: readonly [RegExp, string][] = [
  [/, encrypted$/, ', verschlüsselt'],
  [/, (\d+) blocks$/, ', $1 Blöcke'],
  [/^PKCS#1 public key (?=\S+$)/, 'öffentlicher PKCS#1-Schlüssel als '],
  [/^parameters (?=\S+$)/, 'Parameter als '],
  [/^PuTTY key file /, 'PuTTY-Schlüsseldatei '],
  [/^encrypted (?=PKCS)/, 'verschlüsseltes '],
  [/\bJWK set\b/, 'JWK-Satz'],
];

const SCHEME_WORDS: readonly [RegExp, string][] = [
  [/^one round of /, 'eine Runde '],
  [/^the scheme /, 'das Verfahren '],
  [/^a MAC with the digest /, 'ein MAC mit der Hashfunktion '],
  [/^the MAC /, 'der MAC '],
  [/ with an unknown function$/, ' mit einer unbekannten Funktion'],
  [/ \(RSA restricted to one scheme\)$/, ' (RSA, auf ein Verfahren beschränkt)'],
  [/, marked for something else than signing$/, ', nicht zum Signieren bestimmt'],
  [/^the cipher /, 'die Verschlüsselung '],
  [/^damaged$/, 'beschädigt'],
  [/^the key derivation /, 'die Schlüsselableitung '],
  [
    /^PKCS#12 for the owner of a certificate, without a passphrase$/,
    'PKCS#12 für den Inhaber eines Zertifikats, ohne Passphrase',
  ],
  [/ with explicit curve parameters$/, ' mit ausgeschriebenen Kurvenparametern'],
  [/ with a large public exponent$/, ' mit großem öffentlichem Exponenten'],
  [/ with more than two primes$/, ' mit mehr als zwei Primzahlen'],
  [/ without its two primes$/, ' ohne seine beiden Primzahlen'],
  [/^JWK of an unknown type$/, 'JWK unbekannten Typs'],
  [/^symmetric /, 'symmetrisch '],
  [/, which needs a key instead of a passphrase$/, ', das einen Schlüssel statt einer Passphrase verlangt'],
  [/, more work than is accepted$/, ', mehr Rechenarbeit, als angenommen wird'],
  [/ with the function /, ' mit der Funktion '],
  [/\ban unknown algorithm$/, 'einem unbekannten Algorithmus'],
  [/^encrypted$/, 'verschlüsselt'],
  [/^unknown$/, 'unbekannt'],
  [/\bPKCS#12 derivation\b/, 'PKCS#12-Ableitung'],
  [/ with /g, ' mit '],
  [/(\d) rounds?\b/g, '$1 Runden'],
  [/^age, to an SSH key$/, 'age, für einen SSH-Schlüssel'],
  [/(\d) bits\b/, '$1 Bit'],
];

const replaced = (text: string, words: readonly [RegExp, string][]): string =>
  words.reduce((told, [english, german]) => told.replace(english, german), text);

export const fileFormat = (format: string): string => FORMATS[format] ?? replaced(format, FORMAT_WORDS);

export const scheme = (name: string): string => replaced(name, SCHEME_WORDS);

/** One line of the choice between several keys: `2: unnamed (RSA 2048, 3f9a0c12)`. */
export const keyEntry = (line: string): string =>
  line.replace(/^(\d+): unnamed \(/, '$1: ohne Namen (').replace(/ \(damaged(?=[,)])/, ' (beschädigt');
