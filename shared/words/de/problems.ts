// What can be wrong with a file, an answer or an input, in German. Main tells it in English, in the facts of errors;
// test/architecture/facts.test.ts looks for one that has no German here.

export const PROBLEMS: Readonly<Record<string, string>> = {
  // Files with keys.
  'it is empty': 'sie ist leer',
  'its content is damaged': 'ihr Inhalt ist beschädigt',
  'it is damaged': 'sie ist beschädigt',
  'does not fit': 'passt nicht',
  'read back, it does not hold what was put into it': 'beim Zurücklesen ist nicht darin, was hineingelegt wurde',
  'it cannot sign': 'der Schlüssel kann nicht signieren',
  'it holds no private key': 'sie enthält keinen privaten Schlüssel',
  'it holds no PEM private key': 'sie enthält keinen privaten Schlüssel als PEM',
  'it is not a PKCS#8 key': 'es ist kein PKCS#8-Schlüssel',
  'it does not say on which curve the key lies': 'sie sagt nicht, auf welcher Kurve der Schlüssel liegt',
  'its PEM block is cut off': 'ihr PEM-Block ist abgeschnitten',
  'its PEM block is damaged': 'ihr PEM-Block ist beschädigt',
  'its PEM block says that it is encrypted, but not how':
    'ihr PEM-Block sagt, dass er verschlüsselt ist, aber nicht, wie',
  'its two halves do not belong together': 'privater und öffentlicher Schlüssel gehören nicht zusammen',
  'its public half does not belong to its private half': 'öffentlicher und privater Schlüssel gehören nicht zusammen',
  'its numbers do not belong together': 'seine Zahlen gehören nicht zusammen',
  'its two primes lie too close together': 'seine beiden Primzahlen liegen zu nahe beieinander',
  'it comes from a generator with a known flaw (ROCA, CVE-2017-15361)':
    'er stammt aus einem Generator mit einem bekannten Fehler (ROCA, CVE-2017-15361)',
  'what it signs does not verify': 'was er signiert, besteht die Prüfung nicht',
  'what is encrypted in it is encrypted once more': 'was darin verschlüsselt ist, ist noch einmal verschlüsselt',
  'what is encrypted in it is not a JWK': 'was darin verschlüsselt ist, ist kein JWK',
  'the certificate beside its key is damaged': 'das Zertifikat neben ihrem Schlüssel ist beschädigt',
  'this is a public key, not a private key': 'das ist ein öffentlicher Schlüssel, kein privater',
  'this is a signed token, not a private key': 'das ist ein signiertes Token, kein privater Schlüssel',
  'this is a PGP key': 'das ist ein PGP-Schlüssel',
  'this JWK set holds no private key': 'dieser JWK-Satz enthält keinen privaten Schlüssel',
  'this is JSON, but not a JWK': 'das ist JSON, aber kein JWK',
  'this is neither PEM nor DER': 'das ist weder PEM noch DER',
  'this is neither PEM nor DER nor a JWK': 'das ist weder PEM noch DER noch ein JWK',
  'this is a PuTTY key; export it as PKCS#8 first':
    'das ist ein PuTTY-Schlüssel; exportieren Sie ihn zuerst als PKCS#8',
  'this is an SSH public key': 'das ist ein öffentlicher SSH-Schlüssel',
  'this is an OpenSSH key; convert it with ssh-keygen -p -m PKCS8 first':
    'das ist ein OpenSSH-Schlüssel; wandeln Sie ihn zuerst mit ssh-keygen -p -m PKCS8 um',
  'this is a web page, perhaps a login page that was saved in place of the file':
    'das ist eine Webseite, vielleicht eine Anmeldeseite, die statt der Datei gespeichert wurde',
  'this is XML': 'das ist XML',
  'this is a file encrypted with age': 'das ist eine mit age verschlüsselte Datei',
  'this is a Java key store; convert it with keytool -importkeystore -deststoretype PKCS12 first':
    'das ist ein Java-Schlüsselspeicher; wandeln Sie ihn zuerst mit keytool -importkeystore -deststoretype PKCS12 um',

  // The network.
  'its compressed answer is damaged': 'die gepackte Antwort ist beschädigt',
  'is none of those that were named': 'ist keine der hier hinzugefügten',
  'is no proxy script: it has no FindProxyForURL': 'ist kein Proxy-Skript: FindProxyForURL fehlt darin',
  'it takes no user and password, only a kind of login that is not spoken here':
    'er nimmt nicht Benutzer und Passwort, sondern nur eine Anmeldung, die hier nicht unterstützt wird',
  'it does not accept the user and password that it was given':
    'er nimmt den Benutzer und das Passwort nicht an, die er bekommen hat',
  'it wants a user and password': 'er verlangt Benutzer und Passwort',
  'the proxy script cannot be read': 'das Proxy-Skript ist nicht lesbar',
  'the recorded proxy is none': 'der eingestellte Proxy ist keiner',
  'a proxy script decides, and only the window can run one':
    'ein Proxy-Skript entscheidet, und nur das Fenster kann es ausführen',
  'the system’s proxy settings give no answer': 'die Proxy-Einstellungen des Systems geben keine Antwort',
  'the proxy script gives no answer': 'das Proxy-Skript gibt keine Antwort',
  'only a proxy of a kind that is not spoken here leads there':
    'dorthin führt nur ein Proxy einer Art, die hier nicht unterstützt wird',
  'must be a proxy such as http://proxy.corp.example:3128': 'muss ein Proxy wie http://proxy.corp.example:3128 sein',
  'must be the http or https address of a proxy script': 'muss die http- oder https-Adresse eines Proxy-Skripts sein',
  'must be a host, .suffix, host:port, an address or a network such as 10.0.0.0/8':
    'muss Hostname, .Endung, Hostname:Port, Adresse oder ein Netz wie 10.0.0.0/8 sein',

  // Certificates, recipients, tokens.
  'holds no certificate': 'enthält kein Zertifikat',
  'holds no PEM certificate': 'enthält kein Zertifikat als PEM',
  'holds a damaged certificate': 'enthält ein beschädigtes Zertifikat',
  'holds a private key too; keep only the certificate':
    'enthält auch einen privaten Schlüssel; lassen Sie nur das Zertifikat darin',
  'names the key by another subject key identifier than its own certificate does':
    'nennt für den Schlüssel einen anderen Subject Key Identifier als dessen eigenes Zertifikat',
  'p12 has a passphrase only': 'p12 kennt nur eine Passphrase',
  'pkcs8 goes to an age or SSH recipient; use private-jwk for a JWK':
    'pkcs8 geht an einen age- oder SSH-Empfänger; nehmen Sie für einen JWK private-jwk',
  'a private half leaves under a passphrase or for a recipient, one of the two':
    'ein privater Schlüssel wird entweder durch eine Passphrase oder für einen Empfänger geschützt',
  'the age recipient is mistyped': 'der age-Empfänger ist falsch geschrieben',
  'the file holds a private key; ask the recipient for the public one, and tell them':
    'die Datei enthält einen privaten Schlüssel; bitten Sie den Empfänger um den öffentlichen, und sagen Sie es ihm',
  'the file holds no public JWK, age recipient or SSH public key':
    'die Datei enthält weder einen öffentlichen JWK noch einen age-Empfänger noch einen öffentlichen SSH-Schlüssel',
  'age can seal to SSH keys of the kinds ssh-ed25519 and ssh-rsa only':
    'age kann nur für SSH-Schlüssel der Arten ssh-ed25519 und ssh-rsa verschlüsseln',
  'its RSA key has fewer than 2048 bits': 'sein RSA-Schlüssel hat weniger als 2048 Bit',
  'the public key in it cannot be used': 'der öffentliche Schlüssel darin ist nicht verwendbar',
  'it is neither an RSA key, an EC key nor an X25519 key':
    'es ist weder ein RSA- noch ein EC- noch ein X25519-Schlüssel',
  'this is not a JWT in compact form': 'das ist kein JWT in kompakter Form',
  'several tenants have this kid': 'mehrere Mandanten haben diese kid',

  // Files of any kind, and the disk.
  'it changed since it was inspected': 'sie hat sich seit der Untersuchung geändert',
  'what was dropped is no file on this machine': 'abgelegt wurde keine Datei dieses Rechners',
  'it holds no text': 'es ist kein Text darin',
  'it is not UTF-8 text': 'das ist kein Text in UTF-8',
  'it is no text file of lines': 'das ist keine Textdatei mit Zeilen',
  'it is no exported audit chain': 'das ist kein exportiertes Protokoll',
  'it is not a sandbox document': 'das ist kein Dokument der Sandbox',
  'it is not a database': 'das ist keine Datenbank',
  'another process does not let go of it': 'ein anderer Prozess gibt sie nicht frei',
  'permission denied': 'die Berechtigung fehlt',
  'the disk is read-only': 'der Datenträger ist schreibgeschützt',
  'the disk is full': 'der Datenträger ist voll',
  'the disk quota is used up': 'der zugeteilte Speicherplatz ist aufgebraucht',
  'the folder does not exist': 'den Ordner gibt es nicht',
  'a part of the path is not a folder': 'ein Teil des Pfads ist kein Ordner',
  'it is a folder': 'es ist ein Ordner',
  'the name is too long': 'der Name ist zu lang',
  'too many files are open': 'zu viele Dateien sind offen',
  'unknown error': 'der Fehler ist unbekannt',
  'a key without its ring': 'ein Schlüssel ohne seinen Schlüsselring',
  'a consumer that was just written is gone': 'ein eben geschriebener Abnehmer ist verschwunden',

  // Tenants, consumers, policies, publications.
  'a plain JWKS endpoint has no signing keys of its own': 'ein einfacher JWKS-Endpunkt hat keine eigenen Schlüssel',
  'a sandbox tenant gives itself its credentials': 'ein Mandant der Sandbox gibt sich seine Zugangsdaten selbst',
  'a consumer that holds keys by hand has no cache': 'ein Abnehmer, der Schlüssel von Hand einträgt, hat keinen Cache',

  // Bundles and receipts.
  'it is no signed document of Key Custodian': 'es ist kein signiertes Dokument von Key Custodian',
  'it is no bundle': 'es ist kein Bündel',
  'it is no receipt': 'es ist keine Quittung',
  'its signature does not hold, so it was altered': 'die Signatur stimmt nicht, der Inhalt wurde also verändert',
  'it is not in canonical form': 'es hat nicht die kanonische Form',
  'it is neither a bundle nor the texts of its QR codes': 'es ist weder ein Bündel noch der Text seiner QR-Codes',
  'its QR codes belong to more than one bundle': 'die QR-Codes gehören zu mehr als einem Bündel',
  'its QR codes were not read exactly': 'die QR-Codes wurden nicht genau gelesen',
  'the tenant holds more than 100 keys, which no receipt can list':
    'der Mandant hat mehr als 100 Schlüssel, und so viele kann keine Quittung aufführen',
  'its bundle has a receipt already': 'für das Bündel gibt es schon eine Quittung',
  'it is for a bundle with another content': 'sie gehört zu einem Bündel mit anderem Inhalt',
  'the set was published in another way since the bundle was made':
    'der Satz wurde nach dem Erstellen des Bündels auf anderem Weg veröffentlicht',
  'the set that it lists is not that of the bundle': 'der Satz darin ist nicht der des Bündels',

  // The network and the other side.
  'no such host name': 'diesen Hostnamen gibt es nicht',
  'the name service does not answer': 'der Namensdienst antwortet nicht',
  'connection refused': 'die Verbindung wurde abgelehnt',
  'the connection was cut': 'die Verbindung wurde unterbrochen',
  'no route to the host': 'zum Host führt kein Weg',
  'no network': 'es gibt kein Netz',
  'no answer': 'es kommt keine Antwort',
  'no connection': 'es gibt keine Verbindung',
  'no reason given': 'ohne Angabe eines Grundes',
  'its TLS certificate has expired': 'das TLS-Zertifikat dort ist abgelaufen',
  'its TLS certificate is not valid yet': 'das TLS-Zertifikat dort ist noch nicht gültig',
  'its TLS certificate is for another name': 'das TLS-Zertifikat dort gilt für einen anderen Namen',
  'it answers with a redirect': 'sie ist eine Weiterleitung',
  'its answer is not JSON': 'sie ist kein JSON',
  'its answer is not a JWK set': 'sie ist kein JWK-Satz',
  'its answer is not a set of keys': 'sie ist kein Schlüsselsatz',
  'its answer is not a list of signing keys': 'sie ist keine Liste von Signaturschlüsseln',
  'its answer is not a list of custom domains': 'sie ist keine Liste eigener Domains',
  'its issuer metadata cannot be read': 'die Metadaten des Ausstellers sind nicht lesbar',
  'its token answer is not as OAuth has it': 'die Token-Antwort ist nicht, wie OAuth sie vorsieht',
};

export const PROBLEM_PATTERNS: readonly [RegExp, string][] = [
  [/^holds more than (\d+) certificates$/, 'enthält mehr als $1 Zertifikate'],
  [
    /^holds a certificate that is no authority’s: (.+)$/,
    'enthält ein Zertifikat, das keiner Zertifizierungsstelle gehört: $1',
  ],
  [
    /^holds an authority below another one: (.+); take the uppermost$/,
    'enthält eine untergeordnete Zertifizierungsstelle: $1; nehmen Sie die oberste',
  ],
  [
    /^holds an authority whose key is too short: (.+)$/,
    'enthält eine Zertifizierungsstelle mit zu kurzem Schlüssel: $1',
  ],
  [/^holds an authority that ended (\S+): (.+)$/, 'enthält eine Zertifizierungsstelle, die am $1 abgelaufen ist: $2'],
  [/^holds an authority that begins only (\S+): (.+)$/, 'enthält eine Zertifizierungsstelle, die erst ab $1 gilt: $2'],
  [/^(\S+) names no http or https proxy$/, '$1 nennt keinen http- oder https-Proxy'],
  [/^it answers with a redirect to (.+)$/, 'sie ist eine Weiterleitung nach $1'],
  [/^must be at most (\d+) bytes$/, 'darf höchstens $1 Bytes haben'],
  [
    /^its RSA modulus has (\d+) bits, at least 2048 are needed$/,
    'sein RSA-Modul hat $1 Bit, nötig sind mindestens 2048',
  ],
  [
    /^its public exponent is (\d+), it must be odd and at least 65537$/,
    'sein öffentlicher Exponent ist $1, er muss ungerade und mindestens 65537 sein',
  ],
  [
    /^its public exponent is (\d+), and exponents below 65537 need an explicit yes$/,
    'sein öffentlicher Exponent ist $1, und Exponenten unter 65537 brauchen ein ausdrückliches Ja',
  ],
  [/^ended (\S+)$/, 'ist am $1 abgelaufen'],
  [/^the certificate of (.+) ended (\S+)$/, 'das Zertifikat von $1 ist am $2 abgelaufen'],
  [/^it is no (.+)$/, 'es ist nichts von der Art „$1“'],
  [/^([\w.]+) does not fit$/, '$1 passt nicht'],
  [
    /^the key is for “sig”, not for encryption$/,
    'der Schlüssel ist zum Signieren („sig“) bestimmt, nicht zum Verschlüsseln',
  ],
  [/^the key is for “.+”, not for encryption$/, 'der Schlüssel ist nicht zum Verschlüsseln bestimmt'],
  [/^the key wants another algorithm than (.+)$/, 'der Schlüssel verlangt einen anderen Algorithmus als $1'],
  [/^the file has no such key; it holds\n([^]+)$/, 'die Datei enthält keinen solchen Schlüssel; sie enthält\n$1'],
  [/^it holds characters that no (?:\S+) has$/, 'es sind Zeichen darin, die hier nicht vorkommen können'],
  [
    /^it holds (\d+) private keys; at most (\d+) are read from one file$/,
    'sie enthält $1 private Schlüssel; höchstens $2 werden aus einer Datei gelesen',
  ],
  [/^(\S+) keys have a fixed size$/, 'Schlüssel für $1 haben eine feste Größe'],
  [/^(\S+) is a format for one key$/, '$1 ist ein Format für einen einzigen Schlüssel'],
  [
    /^the tenant has no page for (\S+); this profile knows (.+)$/,
    'der Mandant hat keine Seite für $1; dieses Profil kennt $2',
  ],
  [/^a tenant of the kind (\S+) takes (.+)$/, 'ein Mandant der Art $1 nimmt $2'],
  [/^“(.+)” is not another tenant in development$/, '„$1“ ist kein anderer Mandant in Entwicklung'],
  [/^“(.+)” does not verify tokens of the ring “(.+)”$/, '„$1“ prüft keine Token des Schlüsselrings „$2“'],
  [
    /^say which, because “(.+)” verifies (\d+) rings and its file holds one key$/,
    'geben Sie an, welcher, denn „$1“ prüft $2 Schlüsselringe, und seine Datei enthält einen einzigen Schlüssel',
  ],
  [/^no foreign key is (.+)$/, 'kein fremder Schlüssel heißt $1'],
  [/^already belongs to the sandbox tenant (.+)$/, 'gehört schon zum Sandbox-Mandanten $1'],
  [/^(\d+) is in use$/, '$1 ist belegt'],
  [/^(\d+) cannot be used$/, '$1 ist nicht verwendbar'],
  [
    /^the set is too large: it would take (\d+) codes, and (\d+) are the most$/,
    'der Satz ist zu groß: Er bräuchte $1 Codes, und höchstens $2 sind möglich',
  ],
  [
    /^it was made at (\S+), which is yet to come; one of the two clocks is wrong$/,
    'als Zeitpunkt steht darin $1, und der liegt in der Zukunft; eine der beiden Uhren geht falsch',
  ],
  [
    /^it says (\S+), which cannot be; one of the two clocks is wrong$/,
    'darin steht $1, und das kann nicht sein; eine der beiden Uhren geht falsch',
  ],
  [/^it says (\S+), when its bundle had expired$/, 'darin steht $1, und da war das Bündel schon abgelaufen'],
  [/^of its (\d+) QR codes these are missing: (.+)$/, 'von $1 QR-Codes fehlen diese: $2'],
  [/^no such bundle of “(.+)” was made here$/, 'hier wurde kein solches Bündel für „$1“ erstellt'],
  [/^its answer has more than (\d+) bytes$/, 'sie hat mehr als $1 Bytes'],
  [/^a signing key in its list has no (.+)$/, 'einem Signaturschlüssel in der Liste fehlt: $1'],
  [/^it does not accept the client certificate: (.+)$/, 'das Client-Zertifikat wird dort nicht angenommen: $1'],
  [/^its TLS certificate is not trusted: (.+)$/, 'dem TLS-Zertifikat dort wird nicht vertraut: $1'],
  [/^TLS failed: (.+)$/, 'TLS ist gescheitert: $1'],
  [/^column (.+)$/, 'Spalte $1'],
  [/^the window, process (\d+)\s*$/, 'im Fenster, Prozess $1'],
  [/^the command line, process (\d+)\s*$/, 'auf der Kommandozeile, Prozess $1'],
];

/** What an input is called; others stay as they are. */
export const FIELDS: Readonly<Record<string, string>> = {
  authority: 'Zertifizierungsstelle',
  script: 'Proxy-Skript',
  tenant: 'Mandant',
  ring: 'Schlüsselring',
  name: 'Name',
  domain: 'Domain',
  customDomain: 'Eigene Domain',
  apiBaseUrl: 'Adresse der Verwaltungs-API',
  jwksUrl: 'Adresse des JWKS',
  kid: 'kid',
  bits: 'Schlüssellänge',
  alg: 'Algorithmus',
  file: 'Datei',
  passphrase: 'Passphrase',
  recipient: 'Empfänger',
  entry: 'Schlüssel in der Datei',
  profile: 'Profil',
  credentials: 'Zugangsdaten',
  secret: 'Secret',
  token: 'Token',
  consumer: 'Abnehmer',
  cacheSeconds: 'Cache',
  rehearsalTenant: 'Mandant für die Probe',
  reason: 'Grund',
  port: 'Port',
  '--client-certificate': 'Client-Zertifikat',
  '--private-key-jwt': 'Schlüssel',
  '--remove-foreign': 'Fremde Schlüssel',
  '--qr': 'QR-Codes',
};
