// What INPUT_INVALID may be about. Acts name a field of this list; a border that refuses a whole structure gives the path.
declare const path: unique symbol;

/** The way to a member of what came in: `rings.0.name`. */
export type FieldPath = string & { readonly [path]: true };

export const FIELDS = [
  'alg',
  'allowSmallExponent',
  'allowLongWork',
  'announceDays',
  'apiBaseUrl',
  'arguments',
  'authority',
  'bits',
  'cacheSeconds',
  'claims',
  'claims.exp',
  'clientCertificate',
  'clientId',
  'clockSkewSeconds',
  'commonName',
  'compromisedSince',
  'confirm',
  'consumer',
  'contact',
  'credentials',
  'customDomain',
  'days',
  'destroyAfterDays',
  'dnsNames',
  'domain',
  'endpoint',
  'entry',
  'environment',
  'file',
  'format',
  'furtherDomains',
  'holders',
  'issuer',
  'jws',
  'jwksUrl',
  'keepDays',
  'keepForeign',
  'kid',
  'name',
  'noProxy',
  'override',
  'passphrase',
  'password',
  'policy',
  'port',
  'privateKeyJwt',
  'profile',
  'proxy',
  'publicKey',
  'qr',
  'reason',
  'recipient',
  'rehearsalDays',
  'rehearsalTenant',
  'removeForeign',
  'ring',
  'rings',
  'rotateEveryDays',
  'safetySeconds',
  'script',
  'secret',
  'tenant',
  'text',
  'threshold',
  'to',
  'token',
  'tokenLifetimeSeconds',
  'ttl',
  'user',
  'verifier',
  'verifierCacheSeconds',
  'verifiers',
] as const;

export type Field = (typeof FIELDS)[number];

const KNOWN: ReadonlySet<string> = new Set(FIELDS);
const isField = (name: string): name is Field => KNOWN.has(name);

/** The innermost name that has words; `null` when none has. */
export const fieldIn = (where: Field | FieldPath): Field | null =>
  isField(where) ? where : (where.split('.').findLast(isField) ?? null);
