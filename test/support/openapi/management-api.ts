// The part of the Management API that this product speaks, as an OpenAPI 3.1 description: routes, scopes, and what each
// status brings. Sources as in schemas.ts.
import { schemas } from './schemas.ts';

type SchemaName = keyof typeof schemas;

export interface Media {
  schema: { $ref: string };
}

export interface ResponseObject {
  description: string;
  headers?: Record<string, { required: boolean; schema: object }>;
  content?: Record<string, Media>;
}

export interface Operation {
  operationId: string;
  /** Empty for a route that takes no token. */
  security: { bearer: readonly string[] }[];
  requestBody?: { required: boolean; content: Record<string, Media> };
  responses: Record<string, ResponseObject>;
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

const media = (name: SchemaName): Media => ({ schema: { $ref: `#/components/schemas/${name}` } });

const gives = (description: string, name: SchemaName): ResponseObject => ({
  description,
  content: { [JSON_TYPE]: media(name) },
});

const count = { required: true, schema: { type: 'string', pattern: '^\\d+$' } };

const limited = (name: SchemaName): ResponseObject => ({
  ...gives('Too many requests', name),
  // The last one is the UNIX second at which there are tokens again.
  headers: { 'x-ratelimit-limit': count, 'x-ratelimit-remaining': count, 'x-ratelimit-reset': count },
});

const REFUSED = {
  '401': gives('The token is not good', 'Unauthorized'),
  '403': gives('A scope or the entitlement is missing', 'Forbidden'),
  '429': limited('TooManyRequests'),
};
const MALFORMED = { '400': gives('The request is malformed', 'InvalidBody') };
const MISSING = { '404': gives('It is not there', 'NotFound') };

function operation(
  operationId: string,
  scopes: readonly string[],
  responses: Record<string, ResponseObject>,
  body?: SchemaName,
): Operation {
  return {
    operationId,
    security: [{ bearer: scopes }],
    ...(body && { requestBody: { required: true, content: { [JSON_TYPE]: media(body) } } }),
    responses: { ...responses, ...REFUSED },
  };
}

const READ = ['read:signing_keys'];
const UPDATE = ['update:signing_keys'];

const paths: Record<string, Record<string, Operation>> = {
  '/api/v2/keys/custom-signing': {
    get: operation('get_custom_signing_keys', ['read:custom_signing_keys'], {
      '200': gives('The whole set', 'CustomSigningKeys'),
      ...MISSING,
    }),
    put: operation(
      'put_custom_signing_keys',
      ['create:custom_signing_keys', 'update:custom_signing_keys'],
      { '200': gives('The set as it is now', 'CustomSigningKeys'), ...MALFORMED },
      'CustomSigningKeysToSet',
    ),
    delete: operation('delete_custom_signing_keys', ['delete:custom_signing_keys'], {
      '204': { description: 'The set is gone' },
    }),
  },
  '/api/v2/keys/signing': {
    get: operation('get_signing_keys', READ, { '200': gives('All keys', 'SigningKeys'), ...MALFORMED }),
  },
  '/api/v2/keys/signing/rotate': {
    post: operation('post_signing_keys', ['create:signing_keys', ...UPDATE], {
      '201': gives('The next key', 'ChangedSigningKey'),
    }),
  },
  '/api/v2/keys/signing/{kid}': {
    get: operation('get_signing_key', READ, { '200': gives('The key', 'SigningKey'), ...MALFORMED, ...MISSING }),
  },
  '/api/v2/keys/signing/{kid}/revoke': {
    put: operation('put_signing_keys', UPDATE, { '200': gives('The revoked key', 'ChangedSigningKey'), ...MISSING }),
  },
  '/api/v2/custom-domains': {
    get: operation('get_custom_domains', ['read:custom_domains'], { '200': gives('All domains', 'CustomDomains') }),
  },
  '/oauth/token': {
    post: {
      operationId: 'post_token',
      security: [],
      requestBody: {
        required: true,
        content: { [FORM_TYPE]: media('TokenRequest'), [JSON_TYPE]: media('TokenRequest') },
      },
      responses: {
        '200': gives('An access token', 'Token'),
        '400': gives('The request is malformed', 'OAuthError'),
        '401': gives('The client is not let in', 'OAuthError'),
        '403': gives('The audience is not for this client', 'OAuthError'),
        '429': limited('OAuthError'),
      },
    },
  },
};

export const managementApi = {
  openapi: '3.1.0',
  info: { title: 'Keys of a tenant', version: '2' },
  paths,
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } }, schemas },
};
