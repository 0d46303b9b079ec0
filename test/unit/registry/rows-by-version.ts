// What each version of the registry could hold for the first time, as its own columns took it, and what this version is to
// read of it, one answer a line. The rows of a version are written after its step and before the next one.
import type { RegistryReader } from '../../../main/ports/registry-reader.ts';

const AT = '2026-11-22T08:00:00.000Z';
const LATER = '2026-11-23T08:00:00.000Z';

const REPLACED = 'replaced before it was published or used';

interface Version {
  rows: string;
  reads(reader: RegistryReader): unknown[];
  as: string;
}

/** `more` are columns beyond those that every key has. */
function key(kid: string, state: string, more: Record<string, string | number> = {}): string {
  const columns = {
    id: kid,
    ring_id: 'ring',
    tenant_id: 'tenant',
    kid,
    alg: 'RS256',
    state,
    jwk: `{"kid":"${kid}","x5t#S256":"print of ${kid}"}`,
    certificate: '',
    certificate_ends_at: LATER,
    spki_sha256: kid,
    provenance: '{}',
    created_at: AT,
    uses: 0,
    ...more,
  };
  const values = Object.values(columns).map((value) => (typeof value === 'number' ? value : `'${value}'`));
  return `INSERT INTO keys (${Object.keys(columns).join(', ')}) VALUES (${values.join(', ')});`;
}

const revoked = (reason: string, compromised = false): Record<string, string> => ({
  revoked_at: AT,
  revocation: JSON.stringify({ reason, compromised, compromisedSince: null }),
});

export const VERSIONS: readonly Version[] = [
  {
    // The proof is as it was kept before steps had codes.
    rows: `
      INSERT INTO meta VALUES ('audit-device-key', 'device'), ('audit-seal', 'seal');
      INSERT INTO policies VALUES ('calm', 'Calm', '{"waitHours":1}');
      INSERT INTO tenants VALUES ('tenant', 'Acme', 'acme.eu.auth0.com', NULL, 'production', 'sandbox', NULL, NULL, 'calm', NULL,
        '{"seconds":60}', '${AT}');
      INSERT INTO rings VALUES ('ring', 'tenant', 'default', 'RS256', 2048, '${AT}');
      ${key('waits', 'next')}
      ${key('signs', 'current', { current_at: AT, uses: 3, last_used_at: LATER })}
      ${key('made room', 'revoked', revoked(REPLACED))}
      ${key('retired', 'revoked', { ...revoked('its last tokens ended'), announced_at: AT, previous_at: AT, uses: 7 })}
      ${key('retired in these words', 'revoked', { ...revoked(REPLACED), previous_at: AT })}
      ${key('known outside', 'revoked', { ...revoked(REPLACED), announced_at: AT })}
      ${key('stolen', 'revoked', { ...revoked(REPLACED, true), published_at: AT, destroy_at: AT })}
      INSERT INTO publications VALUES ('p', 'tenant', '${AT}', 'h', '["a"]', '{"keys":[]}');
      INSERT INTO proofs VALUES ('tenant', 'a', '${AT}', '{"ok":false,"kid":"a","at":"${AT}","steps":[{"step":"listed","ok":false,"detail":"no"}]}');
      INSERT INTO key_notes VALUES ('tenant', 'a', 'handed-out', '${AT}');
      INSERT INTO completed_plans VALUES ('tenant', 'apps-first', 'plan', '${AT}');
      INSERT INTO vault_intents VALUES ('key-1', 'write', '${AT}');
      INSERT INTO audit VALUES (1, '${AT}', 'officer', 'tenant.added', 'Acme', '{"a":1}', '', 'first');`,
    reads: (reader) => [
      reader.auditAnchor(),
      reader.policies(),
      reader.tenantByName('acme'),
      reader.rings('tenant')[0],
      ...reader.keys('tenant').slice(0, 7),
      ...reader.keyNames().slice(0, 2),
      reader.compromisedOut(),
      reader.keysToErase(AT).map(({ kid }) => kid),
      reader.publications('tenant', 9).at(-1),
      reader.proofs('tenant', 9),
      reader.notes('tenant'),
      reader.completedPlans('tenant'),
      reader.intents(),
      reader.audit(0, 1),
    ],
    as: `
      {"deviceKey":"device","seal":"seal"}
      [{"id":"calm","name":"Calm","terms":{"backupFirst":"production","drillEveryDays":90,"waitHours":1}}]
      {"id":"tenant","name":"Acme","domain":"acme.eu.auth0.com","customDomain":null,"furtherDomains":[],"issuer":null,"environment":"production","endpoint":"sandbox","apiBaseUrl":null,"jwksUrl":null,"policyId":"calm","rehearsalTenantId":null,"cacheSeen":{"seconds":60},"createdAt":"${AT}","archive":null}
      {"id":"ring","tenantId":"tenant","name":"default","alg":"RS256","bits":2048,"writtenAs":null,"brought":false,"createdAt":"${AT}","retirement":null}
      {"id":"waits","ringId":"ring","tenantId":"tenant","kid":"waits","state":"next","certificateEndsAt":"${LATER}","certificateSince":null,"createdAt":"${AT}","announcedAt":null,"publishedAt":null,"currentAt":null,"previousAt":null,"revokedAt":null,"replacedAt":null,"takenDownAt":null,"destroyAt":null,"destroyedAt":null,"uses":0,"lastUsedAt":null,"jwk":{"kid":"waits","x5t#S256":"print of waits"},"certificate":"","alg":"RS256","spkiSha256":"waits","provenance":{},"exportable":true,"revocation":null}
      {"id":"signs","ringId":"ring","tenantId":"tenant","kid":"signs","state":"current","certificateEndsAt":"${LATER}","certificateSince":null,"createdAt":"${AT}","announcedAt":null,"publishedAt":null,"currentAt":"${AT}","previousAt":null,"revokedAt":null,"replacedAt":null,"takenDownAt":null,"destroyAt":null,"destroyedAt":null,"uses":3,"lastUsedAt":"${LATER}","jwk":{"kid":"signs","x5t#S256":"print of signs"},"certificate":"","alg":"RS256","spkiSha256":"signs","provenance":{},"exportable":true,"revocation":null}
      {"id":"made room","ringId":"ring","tenantId":"tenant","kid":"made room","state":"replaced","certificateEndsAt":"${LATER}","certificateSince":null,"createdAt":"${AT}","announcedAt":null,"publishedAt":null,"currentAt":null,"previousAt":null,"revokedAt":null,"replacedAt":"${AT}","takenDownAt":null,"destroyAt":null,"destroyedAt":null,"uses":0,"lastUsedAt":null,"jwk":{"kid":"made room","x5t#S256":"print of made room"},"certificate":"","alg":"RS256","spkiSha256":"made room","provenance":{},"exportable":true,"revocation":null}
      {"id":"retired","ringId":"ring","tenantId":"tenant","kid":"retired","state":"revoked","certificateEndsAt":"${LATER}","certificateSince":null,"createdAt":"${AT}","announcedAt":"${AT}","publishedAt":null,"currentAt":null,"previousAt":"${AT}","revokedAt":"${AT}","replacedAt":null,"takenDownAt":null,"destroyAt":null,"destroyedAt":null,"uses":7,"lastUsedAt":null,"jwk":{"kid":"retired","x5t#S256":"print of retired"},"certificate":"","alg":"RS256","spkiSha256":"retired","provenance":{},"exportable":true,"revocation":{"reason":"its last tokens ended","compromised":false,"compromisedSince":null}}
      {"id":"retired in these words","ringId":"ring","tenantId":"tenant","kid":"retired in these words","state":"revoked","certificateEndsAt":"${LATER}","certificateSince":null,"createdAt":"${AT}","announcedAt":null,"publishedAt":null,"currentAt":null,"previousAt":"${AT}","revokedAt":"${AT}","replacedAt":null,"takenDownAt":null,"destroyAt":null,"destroyedAt":null,"uses":0,"lastUsedAt":null,"jwk":{"kid":"retired in these words","x5t#S256":"print of retired in these words"},"certificate":"","alg":"RS256","spkiSha256":"retired in these words","provenance":{},"exportable":true,"revocation":{"reason":"${REPLACED}","compromised":false,"compromisedSince":null}}
      {"id":"known outside","ringId":"ring","tenantId":"tenant","kid":"known outside","state":"revoked","certificateEndsAt":"${LATER}","certificateSince":null,"createdAt":"${AT}","announcedAt":"${AT}","publishedAt":null,"currentAt":null,"previousAt":null,"revokedAt":"${AT}","replacedAt":null,"takenDownAt":null,"destroyAt":null,"destroyedAt":null,"uses":0,"lastUsedAt":null,"jwk":{"kid":"known outside","x5t#S256":"print of known outside"},"certificate":"","alg":"RS256","spkiSha256":"known outside","provenance":{},"exportable":true,"revocation":{"reason":"${REPLACED}","compromised":false,"compromisedSince":null}}
      {"id":"stolen","ringId":"ring","tenantId":"tenant","kid":"stolen","state":"revoked","certificateEndsAt":"${LATER}","certificateSince":null,"createdAt":"${AT}","announcedAt":null,"publishedAt":"${AT}","currentAt":null,"previousAt":null,"revokedAt":"${AT}","replacedAt":null,"takenDownAt":null,"destroyAt":"${AT}","destroyedAt":null,"uses":0,"lastUsedAt":null,"jwk":{"kid":"stolen","x5t#S256":"print of stolen"},"certificate":"","alg":"RS256","spkiSha256":"stolen","provenance":{},"exportable":true,"revocation":{"reason":"${REPLACED}","compromised":true,"compromisedSince":null}}
      {"tenantId":"tenant","ringId":"ring","kid":"waits","state":"next","currentAt":null,"previousAt":null,"print":"print of waits"}
      {"tenantId":"tenant","ringId":"ring","kid":"signs","state":"current","currentAt":"${AT}","previousAt":null,"print":"print of signs"}
      [{"tenantId":"tenant","kid":"stolen","revokedAt":"${AT}"}]
      ["stolen"]
      {"id":"p","tenantId":"tenant","at":"${AT}","hash":"h","kids":["a"],"replaced":"{\\"keys\\":[]}","act":"push","sent":null,"confirmedAt":"${AT}","variations":[]}
      [{"ok":false,"kid":"a","at":"${AT}","steps":[{"step":"listed","ok":false,"detail":"no"}]}]
      [{"kid":"a","kind":"handed-out","at":"${AT}"}]
      [{"tenantId":"tenant","order":"apps-first","hash":"plan","at":"${AT}"}]
      [{"name":"key-1","purpose":"write","at":"${AT}"}]
      [{"seq":1,"at":"${AT}","actor":"officer","action":"tenant.added","subject":"Acme","details":{"a":1},"previousHash":"","hash":"first"}]
    `,
  },
  {
    rows: `
      ${key('stays', 'previous', { exportable: 0, previous_at: AT })}
      INSERT INTO hand_overs VALUES (1, 'tenant', 'Acme', '${AT}', 'officer', 'a', 'pkcs8', 'age', 'the gateway', NULL, 'ff', NULL);`,
    reads: (reader) => [
      reader.handOvers('tenant'),
      reader.keys('tenant').find(({ kid }) => kid === 'stays')?.exportable,
    ],
    as: `
      [{"number":1,"at":"${AT}","actor":"officer","tenant":"Acme","kid":"a","format":"pkcs8","protection":"age","to":"the gateway","recipient":null,"sha256":"ff","savedAt":null,"confirmedAt":null,"confirmedBy":null,"destroyedAt":null,"destroyedHow":null}]
      false
    `,
  },
  {
    // Kept as it came from outside, in the days when nobody looked for private members.
    rows: `
      INSERT INTO publications VALUES ('back', 'tenant', '${LATER}', 'h', '["b"]', '{"keys":[{"kid":"b","d":"private"}]}',
        'rollback', '{"keys":[{"kid":"b","x5t#S256":"print of b"}]}');`,
    reads: (reader) => [
      reader.publications('tenant', 9).find(({ id }) => id === 'back'),
      reader.lastPublishedAt().get('tenant'),
      reader.lastSets().get('tenant'),
    ],
    as: `
      {"id":"back","tenantId":"tenant","at":"${LATER}","hash":"h","kids":["b"],"replaced":"{\\"keys\\":[{\\"kid\\":\\"b\\"}]}","act":"rollback","sent":"{\\"keys\\":[{\\"kid\\":\\"b\\",\\"x5t#S256\\":\\"print of b\\"}]}","confirmedAt":"${LATER}","variations":[]}
      "${LATER}"
      {"at":"${LATER}","act":"rollback","kids":["b"],"prints":{"b":"print of b"}}
    `,
  },
  {
    rows: `
      INSERT INTO evidence VALUES ('e', 'tenant', '${AT}', 1, '["a"]', 'ff', 'the document');
      INSERT INTO drift VALUES ('tenant', '{"state":"in-step","findings":[]}');`,
    reads: (reader) => [
      reader.evidence('tenant', 9),
      [reader.evidenceDocument('tenant', 'e'), reader.evidenceDocument('other', 'e')],
      reader.drift('tenant'),
      [...reader.drifts().keys()],
    ],
    as: `
      [{"id":"e","at":"${AT}","ok":true,"kids":["a"],"sha256":"ff"}]
      ["the document",null]
      {"state":"in-step","findings":[],"keptForeign":[]}
      ["tenant"]
    `,
  },
  {
    rows: `
      INSERT INTO consumers VALUES ('c', 'tenant', 'Shop', 'jose', 30, NULL, 'jwks', '["default"]', NULL, '${AT}');
      INSERT INTO consumer_notes VALUES ('c', 'a', 'has', '${AT}', 'officer');`,
    reads: (reader) => [reader.consumers('tenant'), reader.consumerNotes('tenant')],
    as: `
      [{"id":"c","tenantId":"tenant","name":"Shop","verifier":"jose","cacheSeconds":30,"contact":null,"format":"jwks","rings":["default"],"note":null,"createdAt":"${AT}"}]
      [{"consumerId":"c","kid":"a","kind":"has","at":"${AT}","by":"officer"}]
    `,
  },
  {
    rows: `
      INSERT INTO outbox VALUES ('tenant', 'rollback', 'p', '["x"]', '${AT}', '{"code":"REMOTE_UNREACHABLE"}', 2, '${LATER}');
      INSERT INTO bundles VALUES ('out', 'tenant', 'push', '${AT}', '${LATER}', 'ff', 'h', '["a"]', '{}', NULL, NULL, NULL, NULL);
      INSERT INTO bundles VALUES ('back', 'tenant', 'clear', '${AT}', '${LATER}', 'ff', 'h', '[]', NULL, 'pushed', '${LATER}', 'courier', '{}');
      INSERT INTO couriers VALUES ('print', '${AT}');
      INSERT INTO carried VALUES ('bundle', '${AT}', 'refused', 'receipt');`,
    reads: (reader) => [
      reader.outbox()[0],
      ...reader.bundles('tenant').slice(0, 2),
      reader.bundlesOut().map(({ id }) => id),
      reader.couriers(),
      reader.carried('bundle'),
    ],
    as: `
      {"tenant":"Acme","act":"rollback","to":"p","removeForeign":["x"],"keepForeign":[],"queuedAt":"${AT}","why":{"code":"REMOTE_UNREACHABLE"},"attempts":2,"lastTriedAt":"${LATER}"}
      {"id":"out","tenantId":"tenant","act":"push","madeAt":"${AT}","expiresAt":"${LATER}","sha256":"ff","previewHash":"h","kids":["a"],"body":"{}","settled":null}
      {"id":"back","tenantId":"tenant","act":"clear","madeAt":"${AT}","expiresAt":"${LATER}","sha256":"ff","previewHash":"h","kids":[],"body":null,"settled":{"at":"${LATER}","outcome":"pushed","courier":"courier","found":"{}"}}
      ["out"]
      ["print"]
      {"bundleId":"bundle","at":"${AT}","outcome":"refused","receipt":"receipt"}
    `,
  },
  {
    rows: key('wears', 'previous', { print: 'print of wears', previous_at: AT }),
    reads: (reader) => [reader.keyNames().find(({ kid }) => kid === 'wears')],
    as: `
      {"tenantId":"tenant","ringId":"ring","kid":"wears","state":"previous","currentAt":null,"previousAt":"${AT}","print":"print of wears"}
    `,
  },
  {
    rows: `
      INSERT INTO bundles VALUES ('twice', 'tenant', 'push', '${AT}', '${LATER}', 'ff', 'h', '[]', NULL, 'refused', '${AT}', 'courier', '{}');
      UPDATE bundles SET outcome = 'pushed', settled_at = '${LATER}' WHERE id = 'twice';`,
    reads: (reader) => [reader.bundles('tenant').find(({ id }) => id === 'twice')?.settled],
    as: `{"at":"${LATER}","outcome":"pushed","courier":"courier","found":"{}"}`,
  },
  {
    rows: `
      INSERT INTO authorities VALUES ('ff', 'CN=Company', '${LATER}', 'PEM');
      INSERT INTO proxy VALUES (1, 'address', 'http://proxy:3128', NULL, '["localhost"]');
      INSERT INTO proxy_account VALUES (1, 'http://proxy:3128', 'somebody');`,
    reads: (reader) => [reader.authorities(), reader.proxy(), reader.proxyAccount()],
    as: `
      [{"subject":"CN=Company","sha256":"ff","endsAt":"${LATER}","certificate":"PEM"}]
      {"kind":"address","address":"http://proxy:3128","script":null,"noProxy":["localhost"]}
      {"proxy":"http://proxy:3128","user":"somebody"}
    `,
  },
  {
    rows: `INSERT INTO audit VALUES (2, '${LATER}', 'officer', 'clock.stated', 'clock', '{}', 'first', 'second', 'state');`,
    reads: (reader) => [reader.auditHead(), reader.latestInstant(), reader.clockEntries().length],
    as: `
      {"seq":2,"at":"${LATER}","actor":"officer","action":"clock.stated","subject":"clock","details":{},"state":"state","previousHash":"first","hash":"second"}
      "${LATER}"
      1
    `,
  },
  {
    rows: `
      INSERT INTO rings (id, tenant_id, name, alg, created_at, brought) VALUES ('ec', 'tenant', 'ec', 'ES256', '${AT}', 1);
      ${key('given up', 'replaced', { ring_id: 'ec', print: 'print of given up', replaced_at: AT, destroyed_at: LATER })}`,
    reads: (reader) => [
      reader.allRings().find(({ id }) => id === 'ec'),
      reader.allKeyDates().find(({ kid }) => kid === 'given up'),
    ],
    as: `
      {"id":"ec","tenantId":"tenant","name":"ec","alg":"ES256","bits":null,"writtenAs":null,"brought":true,"createdAt":"${AT}","retirement":null}
      {"id":"given up","ringId":"ec","tenantId":"tenant","kid":"given up","state":"replaced","certificateEndsAt":"${LATER}","certificateSince":null,"createdAt":"${AT}","announcedAt":null,"publishedAt":null,"currentAt":null,"previousAt":null,"revokedAt":null,"replacedAt":"${AT}","takenDownAt":null,"destroyAt":null,"destroyedAt":"${LATER}","uses":0,"lastUsedAt":null}
    `,
  },
  {
    rows: `
      INSERT INTO tenants VALUES ('other', 'Other', 'other.example', NULL, 'production', 'sandbox', NULL, NULL, NULL, 'tenant',
        NULL, '${AT}');
      INSERT INTO rings VALUES ('old', 'other', 'old', 'RS256', 2048, '${AT}', 0, '{"at":"${AT}"}');
      INSERT INTO outbox VALUES ('other', 'push', NULL, '[]', '${LATER}', '{}', 1, '${LATER}', '[{"name":"x"}]');
      INSERT INTO kept_foreign VALUES ('tenant', 'x', 'material', 'a partner', '${AT}', 'officer');`,
    reads: (reader) => [
      reader.rings('other')[0]?.retirement,
      reader.outbox()[1]?.keepForeign,
      reader.keptForeign('tenant'),
    ],
    as: `
      {"at":"${AT}"}
      [{"name":"x"}]
      [{"name":"x","material":"material","reason":"a partner","at":"${AT}","by":"officer"}]
    `,
  },
  {
    rows: `
      INSERT INTO publications VALUES ('unseen', 'other', '${AT}', 'h', '[]', '', 'clear', NULL, NULL, '[{"kid":"a","kind":"moved"}]');
      UPDATE publications SET at = '${LATER}' WHERE id = 'unseen';`,
    reads: (reader) => [reader.lastPublication('other'), reader.lastSets().get('other')?.at],
    as: `
      {"id":"unseen","tenantId":"other","at":"${LATER}","hash":"h","kids":[],"replaced":"","act":"clear","sent":null,"confirmedAt":null,"variations":[{"kid":"a","kind":"moved"}]}
      "${LATER}"
    `,
  },
  {
    rows: `
      UPDATE tenants SET further_domains = '["b.example"]', issuer = 'https://id.example/realms/x', archive = '{"at":"${AT}"}'
        WHERE id = 'other';
      UPDATE rings SET written_as = 'EdDSA' WHERE id = 'old';
      ${key('certified anew', 'next', { ring_id: 'old', tenant_id: 'other', print: 'print of certified anew', certificate_since: LATER })}`,
    reads: (reader) => [
      reader.tenantByName('other'),
      reader.rings('other')[0]?.writtenAs,
      reader.allKeyDates().find(({ kid }) => kid === 'certified anew')?.certificateSince,
    ],
    as: `
      {"id":"other","name":"Other","domain":"other.example","customDomain":null,"furtherDomains":["b.example"],"issuer":"https://id.example/realms/x","environment":"production","endpoint":"sandbox","apiBaseUrl":null,"jwksUrl":null,"policyId":null,"rehearsalTenantId":"tenant","cacheSeen":null,"createdAt":"${AT}","archive":{"at":"${AT}"}}
      "EdDSA"
      "${LATER}"
    `,
  },
  {
    rows: `
      INSERT INTO backups VALUES ('b', '${AT}', 'keys.age', 'ab', 9, 1, 'age', '${LATER}', 'passed');
      INSERT INTO backed_up_keys VALUES ('waits', 'tenant', '${AT}');`,
    reads: (reader) => [reader.backups(), [...reader.backedUpKeys('tenant')], reader.unsavedKeys().length],
    as: `
      [{"id":"b","at":"${AT}","file":"keys.age","sha256":"ab","bytes":9,"keys":1,"protection":"age","drilledAt":"${LATER}","drill":"passed"}]
      ["waits"]
      3
    `,
  },
  {
    rows: `
      INSERT INTO hand_overs VALUES (2, 'other', 'Other', '${AT}', 'officer', 'b', 'p12', 'age', 'Ops', NULL, 'ee', '${AT}',
        '${AT}', 'key', '${LATER}', 'they said so');`,
    reads: (reader) => [
      ...reader
        .handOvers('other')
        .map((copy) => [copy.confirmedAt, copy.confirmedBy, copy.destroyedAt, copy.destroyedHow]),
      reader.copiesOut(),
    ],
    as: `
      ["${AT}","key","${LATER}","they said so"]
      [{"tenantId":"tenant","kid":"a"}]
    `,
  },
  {
    rows: `
      INSERT INTO officers VALUES ('tenant', 'ab', 'Second', '${AT}');
      INSERT INTO four_eyes VALUES ('tenant', 'revoke');
      INSERT INTO used_approvals VALUES ('used', 'tenant', '${AT}');`,
    reads: (reader) => [reader.officers('tenant'), reader.fourEyes('tenant'), [...reader.usedApprovals('tenant')]],
    as: `
      [{"name":"Second","device":"ab","addedAt":"${AT}"}]
      ["revoke"]
      ["used"]
    `,
  },
];
