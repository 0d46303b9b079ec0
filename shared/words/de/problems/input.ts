// What is wrong with a value, in German.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { InputProblems, Unit } from '../../../problems/input.ts';
import { certificateFault, certificateFlaw, keyFlaw } from '../flaws.ts';
import { keyEntry } from '../names.ts';
import { momentOf } from '../moment.ts';

const UNIT = { seconds: ' Sekunden', days: ' Tage' };
const unitWord = (unit: Unit): string => (unit === null ? '' : UNIT[unit]);

const words: CodedWords<InputProblems> = {
  missing: 'muss angegeben sein',
  unfit: 'passt nicht',
  'unknown-members': ({ names }) => `darf ${names.join(', ')} nicht enthalten`,
  empty: 'darf nicht leer sein',
  'too-long': ({ most }) => `darf höchstens ${most} Zeichen haben`,
  'too-short': ({ least }) => `muss mindestens ${least} Zeichen haben`,
  'too-large': ({ most, unit }) => `darf höchstens ${most}${unitWord(unit)} sein`,
  'too-small': ({ least, unit }) => `muss mindestens ${least}${unitWord(unit)} sein`,
  'too-many': ({ most }) => `darf höchstens ${most} Einträge enthalten`,
  'too-few': ({ least }) => `muss mindestens ${least} Einträge enthalten`,
  'too-many-keys': ({ most }) => `darf höchstens ${most} Schlüssel enthalten`,
  'too-many-bytes': ({ most }) => `darf höchstens ${most} Bytes haben`,
  'one-of': ({ values }) => `muss eines von diesen sein: ${values.join(', ')}`,
  'whole-number': 'muss eine ganze Zahl sein',
  'whole-seconds': 'muss eine ganze Zahl von Sekunden sein',
  'whole-days': 'muss eine ganze Zahl von Tagen sein',
  'control-characters': 'darf keine Steuerzeichen enthalten',
  slash: 'darf keinen Schrägstrich enthalten: Das Protokoll schreibt MANDANT/RING',
  'line-breaks': 'darf keine Steuerzeichen und Zeilenumbrüche enthalten',
  colon: 'darf weder Doppelpunkt noch Steuerzeichen enthalten',
  unprintable: 'darf nur druckbare Zeichen enthalten',
  'blank-ends': 'darf nicht mit einem Leerzeichen beginnen oder enden',
  'login-inside': 'darf weder Benutzername noch Passwort enthalten',
  'not-ascii': 'darf nur druckbare ASCII-Zeichen enthalten',
  'private-keys': 'darf nur öffentliche Schlüssel enthalten',
  'more-keys-than-taken': 'darf nicht mehr Schlüssel enthalten, als der Mandant annimmt',
  'no-ring': 'muss mindestens einen Schlüsselring nennen',
  'one-object': 'muss ein einziges JSON-Objekt sein',
  'token-date': 'muss eine ganze Zahl von Sekunden seit 1970 sein, vor dem Jahr 10000',
  'inexact-number': 'muss eine Zahl sein, die jedes Programm genau behält; setzen Sie sie in Anführungszeichen',
  'too-deep': ({ most }) => `darf höchstens ${most} Ebenen tief verschachtelt sein`,
  'too-far': ({ seconds }) => `darf höchstens ${seconds} Sekunden in der Zukunft liegen`,
  domain: 'muss eine Domain wie acme.eu.auth0.com sein, ohne https:// und ohne Pfad',
  'domain-twice': 'steht zweimal da oder neben keiner ersten',
  'environment-unsaid':
    'muss für einen Endpunkt, den andere benutzen, angegeben werden: development, staging oder production',
  'in-future': 'liegt in der Zukunft',
  'other-name': 'hat keinen anderen Namen',
  'https-url': 'muss eine https-URL wie https://acme.eu.auth0.com/api/v2 sein (http nur zu diesem Rechner)',
  'proxy-address': 'muss ein Proxy wie http://proxy.corp.example:3128 sein',
  'script-address': 'muss die http- oder https-Adresse eines Proxy-Skripts sein',
  'bypass-entry': 'muss Hostname, .Endung, Hostname:Port, Adresse oder ein Netz wie 10.0.0.0/8 sein',
  instant: 'muss Datum und Uhrzeit wie 2026-11-22T08:00:00Z sein',
  reason: 'muss den Grund nennen, mit mindestens 3 Zeichen',
  'publication-id': 'muss die Kennung einer Veröffentlichung sein',
  'proof-id': 'muss die Kennung eines Nachweises sein',
  'sha-256': 'muss ein SHA-256 in kleinen Hexadezimalziffern sein',
  'device-fingerprint': 'muss der Fingerabdruck eines Geräts mit 64 Hexadezimalziffern sein',
  'noted-head': 'muss Nummer und Hash eines Eintrags sein wie 128:9f86…, mit allen 64 Hexadezimalziffern',
  'read-back': 'müssen 16 bis 64 Hexadezimalziffern sein, wie sie vom Anfang vorgelesen wurden',
  'call-name': 'muss der Name eines Aufrufs sein',
  'longest-cache': 'muss angegeben sein oder sich aus mindestens einem Prüfer mit bekanntem Cache ergeben',
  'not-utf8': 'muss Text in UTF-8 sein',
  'other-version': 'gehört zu einer anderen Version von Key Custodian',
  'threshold-too-high': 'darf nicht größer sein als die Zahl der Personen',
  'holder-twice': 'nennt eine Person zweimal',
  'person-twice': 'gibt einer Person zwei Rollen; wer vorliest und wer tippt, sind zwei',
  'needs-clock': 'gehört zu --clock GRUND',
  'sandbox-client-key': ({ least, most }) =>
    `muss ein RSA-Schlüssel von ${least} bis ${most} Bit für RS256, RS384 oder PS256 sein`,
  'no-text': 'das ist kein Text in UTF-8',
  'nothing-given': 'ist leer',
  'odd-characters': 'es sind Zeichen darin, die hier nicht vorkommen können',
  'standard-input-no-json': 'die Standardeingabe ist kein JSON',
  'standard-input-no-object': 'die Standardeingabe ist kein JSON-Objekt',
  'standard-input-too-long': ({ most }) => `die Standardeingabe ist länger als ${most} Bytes`,
  'port-in-use': ({ port }) => `${port} ist belegt`,
  'port-unusable': ({ port }) => `${port} ist nicht verwendbar`,
  'of-sandbox-tenant': ({ domain }) => `gehört schon zum Sandbox-Mandanten ${domain}`,
  'no-own-keys': 'ein einfacher JWKS-Endpunkt hat keine eigenen Schlüssel',
  'sandbox-credentials': 'ein Mandant der Sandbox gibt sich seine Zugangsdaten selbst',
  'credential-kinds': ({ endpoint, kinds }) => `ein Mandant der Art ${endpoint} nimmt ${kinds.join(', ')}`,
  'several-tenants': 'mehrere Mandanten haben diese kid',
  'fixed-size': ({ alg }) => `Schlüssel für ${alg} haben eine feste Größe`,
  'one-key-format': ({ format }) => `${format} ist ein Format für einen einzigen Schlüssel`,
  'no-page': ({ format, known }) =>
    `der Mandant hat keine Seite für ${format}; dieses Profil kennt ${known.join(', ')}`,
  'not-in-development': ({ tenant }) => `„${tenant}“ ist kein anderer Mandant in Entwicklung`,
  'not-of-ring': ({ consumer, ring }) => `„${consumer}“ prüft keine Token des Schlüsselrings „${ring}“`,
  'which-ring': ({ consumer, rings }) =>
    `geben Sie an, welcher, denn „${consumer}“ prüft ${rings} Schlüsselringe, und seine Datei enthält einen einzigen Schlüssel`,
  'no-cache': 'ein Abnehmer, der Schlüssel von Hand einträgt, hat keinen Cache',
  'no-such-key': ({ entries }) =>
    `die Datei enthält keinen solchen Schlüssel; sie enthält ${entries.map(keyEntry).join('; ')}`,
  'no-file': 'abgelegt wurde keine Datei dieses Rechners',
  'no-token': 'das ist kein JWT in kompakter Form',
  'kept-and-removed': ({ key }) => `${key} kann nicht zugleich behalten und entfernt werden`,
  'no-such-foreign': ({ key }) => `kein fremder Schlüssel heißt ${key}`,
  'too-many-codes': ({ codes, most }) =>
    `der Satz ist zu groß: Er bräuchte ${codes} Codes, und höchstens ${most} sind möglich`,
  'passphrase-or-recipient':
    'ein privater Schlüssel wird entweder durch eine Passphrase oder für einen Empfänger geschützt',
  'no-certificate': 'enthält kein Zertifikat',
  'no-pem-certificate': 'enthält kein Zertifikat als PEM',
  'certificate-damaged': 'enthält ein beschädigtes Zertifikat',
  'private-key-too': 'enthält auch einen privaten Schlüssel; lassen Sie nur das Zertifikat darin',
  'too-many-certificates': ({ most }) => `enthält mehr als ${most} Zertifikate`,
  'no-authority': ({ subject }) => `enthält ein Zertifikat, das keiner Zertifizierungsstelle gehört: ${subject}`,
  'authority-below': ({ subject }) =>
    `enthält eine untergeordnete Zertifizierungsstelle: ${subject}; nehmen Sie die oberste`,
  'authority-weak': ({ subject }) => `enthält eine Zertifizierungsstelle mit zu kurzem Schlüssel: ${subject}`,
  'authority-ended': ({ subject, at }) =>
    `enthält eine Zertifizierungsstelle, die am ${momentOf(at)} abgelaufen ist: ${subject}`,
  'authority-begins': ({ subject, at }) =>
    `enthält eine Zertifizierungsstelle, die erst ab ${momentOf(at)} gilt: ${subject}`,
  ended: ({ at }) => `ist am ${momentOf(at)} abgelaufen`,
  'certificate-unfit': ({ subject, fault, at }) =>
    `das Zertifikat von ${subject} taugt nicht: ${certificateFault[fault]} (${momentOf(at)})`,
  'certificate-flawed': ({ flaw }) => certificateFlaw[flaw],
  'unknown-authority': 'ist keine der hier hinzugefügten',
  'no-proxy-script': 'ist kein Proxy-Skript: FindProxyForURL fehlt darin',
  'age-recipient-only': 'eine Sicherung wird nur für age-Empfänger und SSH-Schlüssel verschlossen',
  'p12-passphrase-only': 'p12 kennt nur eine Passphrase',
  'pkcs8-no-jwk': 'pkcs8 geht an einen age- oder SSH-Empfänger; nehmen Sie für einen JWK private-jwk',
  'age-mistyped': 'der age-Empfänger ist falsch geschrieben',
  'recipient-private':
    'die Datei enthält einen privaten Schlüssel; bitten Sie den Empfänger um den öffentlichen, und sagen Sie es ihm',
  'no-recipient':
    'die Datei enthält keinen öffentlichen Schlüssel; bitten Sie um einen JWK, ein Zertifikat, einen age-Empfänger oder einen öffentlichen SSH-Schlüssel',
  'set-without-encryption':
    'alle Schlüssel der Datei sind zum Signieren bestimmt; bitten Sie um einen mit der Verwendung „enc“',
  'several-recipients': ({ count }) =>
    `${count} Schlüssel der Datei kommen in Frage; fragen Sie nach, welcher gemeint ist, und behalten Sie nur den`,
  'certificate-not-for-encryption':
    'das Zertifikat gilt nur für Signaturen; bitten Sie um eines, dessen Schlüsselverwendung keyEncipherment oder keyAgreement nennt',
  'ssh-kind': 'age kann nur für SSH-Schlüssel der Arten ssh-ed25519 und ssh-rsa verschlüsseln',
  'public-key-unusable': 'der öffentliche Schlüssel darin ist nicht verwendbar',
  'cannot-encrypt': 'es ist weder ein RSA- noch ein EC- noch ein X25519-Schlüssel',
  'for-signing': 'der Schlüssel ist zum Signieren („sig“) bestimmt, nicht zum Verschlüsseln',
  'not-for-encryption': 'der Schlüssel ist nicht zum Verschlüsseln bestimmt',
  'other-algorithm': ({ algorithms }) =>
    `der Schlüssel verlangt einen anderen Algorithmus als ${algorithms.join(', ')}; bitten Sie um einen davon`,
  flawed: ({ flaw }) => keyFlaw[flaw],
};

export const inputProblem = told(words);
