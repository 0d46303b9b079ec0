// What is wrong with a file that should hold a private key, or with the key in it, in German.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { KeyFileProblems } from '../../../problems/key-file.ts';
import { certificateFlaw, keyFlaw } from '../flaws.ts';

const words: CodedWords<KeyFileProblems> = {
  empty: 'sie ist leer',
  damaged: 'ihr Inhalt ist beschädigt',
  'damaged-inside': 'ihre Passphrase stimmt, aber was darin verschlüsselt ist, ist beschädigt',
  'mac-unfit':
    'ihre Passphrase stimmt, aber ihre Prüfsumme (MAC) passt nicht: Die Datei wurde verändert oder beschädigt',
  'der-cut-off': ({ bytes, of }) => `sie ist abgeschnitten: Sie hat ${bytes} von ${of} Byte. Holen Sie sie noch einmal`,
  'too-large': ({ most }) =>
    `über ${most} Byte werden nur Bündel von Zertifikaten, Sätze von Schlüsseln und Schlüsselspeicher gelesen, wie sie sind`,
  'octets-behind': ({ count }) => `hinter ihrem Ende stehen ${count} Byte, die nicht dazu gehören`,
  'json-invalid': ({ line }) => `das ist kein gültiges JSON: Sehen Sie in Zeile ${line} nach`,
  'json-too-deep': ({ most }) => `das ist JSON, das mehr als ${most} Ebenen tief verschachtelt ist`,
  'gzip-damaged': 'das ist ein gzip-Archiv, das beschädigt ist oder entpackt mehr als 1 MiB hat',
  'member-missing': ({ member }) => `ihr Feld ${member} fehlt`,
  'member-not-text': ({ member }) => `ihr Feld ${member} muss Text sein`,
  'member-not-base64url': ({ member }) => `ihr Feld ${member} ist kein base64url`,
  'private-key-unreadable': 'darin ist ein privater Schlüssel, aber in keiner Form, die hier bekannt ist',
  'key-damaged': 'sie ist beschädigt',
  'cannot-sign': 'der Schlüssel kann nicht signieren',
  'no-private-key': 'sie enthält keinen privaten Schlüssel',
  'no-pem-private-key': 'sie enthält keinen privaten Schlüssel als PEM',
  'not-pkcs8': 'es ist kein PKCS#8-Schlüssel',
  'no-curve': 'sie sagt nicht, auf welcher Kurve der Schlüssel liegt',
  'two-curves': 'sie nennt zwei verschiedene Kurven',
  'pem-cut-off': 'ihr PEM-Block ist abgeschnitten: Das Ende fehlt',
  'pem-begin-missing': 'die Zeile BEGIN ihres PEM-Blocks fehlt, und vielleicht mehr als sie',
  'pem-damaged': 'ihr PEM-Block ist beschädigt',
  'pem-encrypted-somehow': 'ihr PEM-Block sagt, dass er verschlüsselt ist, aber nicht, wie',
  'halves-apart': 'privater und öffentlicher Schlüssel gehören nicht zusammen',
  'public-half-other': 'öffentlicher und privater Schlüssel gehören nicht zusammen',
  'public-half-unfit': 'sein öffentlicher Schlüssel ist keiner dieser Art',
  'numbers-apart': 'seine Zahlen gehören nicht zusammen',
  'primes-close': 'seine beiden Primzahlen liegen zu nahe beieinander',
  'primes-composite': 'seine Primzahlen sind keine',
  'primes-uneven': 'seine beiden Primzahlen sind nicht gleich groß',
  'out-of-range': 'seine private Zahl liegt außerhalb des Bereichs der Kurve',
  'signature-wrong': 'was er signiert, besteht die Prüfung nicht',
  'modulus-short': ({ bits, least }) => `sein RSA-Modul hat ${bits} Bit, nötig sind mindestens ${least}`,
  'exponent-unfit': ({ exponent, least }) =>
    `sein öffentlicher Exponent ist ${exponent}, er muss ungerade und mindestens ${least} sein`,
  'exponent-small': ({ exponent, usual }) =>
    `sein öffentlicher Exponent ist ${exponent}, und Exponenten unter ${usual} brauchen ein ausdrückliches Ja`,
  flawed: ({ flaw }) => keyFlaw[flaw],
  'certificate-flawed': ({ flaw }) => certificateFlaw[flaw],
  'certificate-damaged': 'das Zertifikat neben ihrem Schlüssel ist beschädigt',
  'encrypted-twice': 'was darin verschlüsselt ist, ist noch einmal verschlüsselt',
  'no-jwk-inside': 'was darin verschlüsselt ist, ist kein JWK',
  'too-many-keys': ({ count, most }) =>
    `sie enthält ${count} private Schlüssel; höchstens ${most} werden aus einer Datei gelesen`,
  'public-key': 'das ist ein öffentlicher Schlüssel, kein privater',
  certificate: 'das ist ein Zertifikat, kein privater Schlüssel',
  certificates: 'das ist eine PKCS#7-Datei mit Zertifikaten, kein privater Schlüssel',
  'certificate-request': 'das ist eine Zertifikatsanforderung, kein privater Schlüssel',
  'other-der': 'das ist DER, aber kein privater Schlüssel',
  'signed-token': 'das ist ein signiertes Token, kein privater Schlüssel',
  'pgp-key': 'das ist ein PGP-Schlüssel',
  'public-jwks': 'dieser JWK-Satz enthält keinen privaten Schlüssel',
  'other-json': 'das ist JSON, aber kein JWK',
  'neither-pem-nor-der': 'das ist weder PEM noch DER',
  unknown: 'das ist weder PEM noch DER noch ein JWK',
  'ssh-public-key': 'das ist ein öffentlicher SSH-Schlüssel',
  'web-page': 'das ist eine Webseite, vielleicht eine Anmeldeseite, die statt der Datei gespeichert wurde',
  xml: 'das ist XML',
  'age-file': 'das ist eine mit age verschlüsselte Datei',
  'age-key': 'das ist ein Schlüssel von age, der nichts signiert',
  'ssh2-private-key':
    'das ist ein privater Schlüssel von SSH Communications; wandeln Sie ihn mit puttygen -O private-openssh um, und importieren Sie das',
  'other-file': 'das ist eine Datei anderer Art',
  'only-parameters': 'das sind Parameter ohne einen Schlüssel',
};

export const keyFileProblem = told(words);
