// What the key routes of the Management API take and give, as JSON Schema (2020-12). Written down from documented facts
// about the API, member by member; nothing here is derived from our own code, because it is what our code is held against.

const text = { type: 'string' };
const flag = { type: 'boolean' };
/** The API describes an instant as a date and time, or as an object. */
const instant = { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'object' }] };
const texts = { type: 'array', items: text, minItems: 1 };

const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

/** An object of exactly these members. */
const exactly = (required: readonly string[], properties: Record<string, unknown>): object => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

/** An object of these members, and others that say nothing to us. */
const atLeast = (required: readonly string[], properties: Record<string, unknown>): object => ({
  type: 'object',
  required,
  properties,
});

const managementError = (status: number, name: string, more: object = {}, required: readonly string[] = []): object =>
  atLeast(['statusCode', 'error', 'message', ...required], {
    statusCode: { const: status },
    error: { const: name },
    message: { type: 'string', minLength: 1 },
    ...more,
  });

export const schemas = {
  CustomSigningKey: exactly(['kty'], {
    kty: { enum: ['EC', 'RSA'] },
    kid: text,
    use: { enum: ['sig'] },
    key_ops: { type: 'array', items: { enum: ['verify'] }, minItems: 1 },
    alg: { enum: ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'] },
    n: text,
    e: text,
    crv: { enum: ['P-256', 'P-384', 'P-521'] },
    x: text,
    y: text,
    x5u: text,
    x5c: texts,
    x5t: text,
    'x5t#S256': text,
  }),
  CustomSigningKeysToSet: exactly(['keys'], {
    keys: { type: 'array', items: ref('CustomSigningKey'), minItems: 1 },
  }),
  CustomSigningKeys: exactly([], { keys: { type: 'array', items: ref('CustomSigningKey') } }),
  SigningKey: exactly(['cert', 'kid', 'fingerprint', 'thumbprint'], {
    kid: text,
    cert: { type: 'string', pattern: '^-----BEGIN CERTIFICATE-----\\r\\n[^]*-----END CERTIFICATE-----$' },
    pkcs7: { type: 'string', pattern: '^-----BEGIN PKCS7-----\\r\\n[^]*-----END PKCS7-----\\r\\n$' },
    fingerprint: { type: 'string', pattern: '^([0-9A-F]{2}:){19}[0-9A-F]{2}$' },
    thumbprint: { type: 'string', pattern: '^[0-9A-F]{40}$' },
    current: flag,
    next: flag,
    previous: flag,
    revoked: flag,
    current_since: instant,
    current_until: instant,
    revoked_at: instant,
  }),
  SigningKeys: { type: 'array', items: ref('SigningKey') },
  ChangedSigningKey: atLeast(['cert', 'kid'], { cert: text, kid: text, revoked_at: instant }),
  CustomDomains: {
    type: 'array',
    items: atLeast(['custom_domain_id', 'domain', 'primary', 'status', 'type'], {
      custom_domain_id: text,
      domain: text,
      primary: flag,
      is_default: flag,
      status: text,
      type: text,
    }),
  },
  TokenRequest: {
    ...atLeast(['grant_type', 'client_id', 'audience'], {
      grant_type: { const: 'client_credentials' },
      client_id: text,
      /** The slash at the end belongs to it. */
      audience: { type: 'string', format: 'uri', pattern: '^https://[^/]+/api/v2/$' },
    }),
    oneOf: [
      { required: ['client_secret'], properties: { client_secret: { type: 'string', minLength: 1 } } },
      {
        required: ['client_assertion', 'client_assertion_type'],
        properties: {
          client_assertion: { type: 'string', pattern: '^[\\w-]+\\.[\\w-]+\\.[\\w-]+$', maxLength: 2048 },
          client_assertion_type: { const: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' },
        },
      },
    ],
  },
  Token: atLeast(['access_token', 'token_type', 'expires_in'], {
    access_token: { type: 'string', minLength: 1 },
    token_type: { const: 'Bearer' },
    expires_in: { type: 'integer', exclusiveMinimum: 0 },
    scope: text,
  }),
  OAuthError: {
    ...atLeast(['error', 'error_description'], { error: text, error_description: text }),
    not: { required: ['statusCode'] },
  },
  InvalidBody: managementError(400, 'Bad Request', { errorCode: { const: 'invalid_body' } }, ['errorCode']),
  Unauthorized: managementError(401, 'Unauthorized', {
    attributes: atLeast(['error'], { error: text }),
  }),
  Forbidden: managementError(
    403,
    'Forbidden',
    { errorCode: { enum: ['insufficient_scope', 'insufficient_entitlement'] } },
    ['errorCode'],
  ),
  NotFound: managementError(404, 'Not Found', { errorCode: text }),
  TooManyRequests: managementError(429, 'Too Many Requests', { errorCode: { const: 'too_many_requests' } }, [
    'errorCode',
  ]),
};
