// What everybody can see of a tenant: its JWKS, its discovery document and the pages of its current certificate.
import { type Answer, json, text } from './answers.ts';
import type { Call, Route } from './call.ts';
import { certificatePem, fingerprint, ownJwk, pkcs7Pem } from './certificate-forms.ts';
import type { CustomKey } from './custom-key-schema.ts';
import { ownKeys, publishedOwn } from './own-keys.ts';
import { isCustom } from './state.ts';
import type { CertificatePage } from './settings.ts';

const CACHED = { 'cache-control': 'public, max-age=15, stale-while-revalidate=15, stale-if-error=86400' };

export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: '/.well-known/jwks.json', scopes: null, handle: jwks },
  { method: 'GET', path: '/.well-known/openid-configuration', scopes: null, handle: discovery },
  page('cer', certificatePem),
  page('pem', certificatePem),
  page('rawpem', certificatePem),
  page('pb7', pkcs7Pem),
  page('fingerprint', fingerprint),
];

/** Custom keys come first, and on the custom domain alone. */
async function jwks(call: Call): Promise<Answer> {
  const own = publishedOwn(await ownKeys(call), call.services);
  const ownJwks = own.map(({ kid, certificate }) => ownJwk(kid, Buffer.from(certificate, 'base64')));
  const custom = isCustom(call.tenant, call.domain) ? visibleCustomKeys(call) : [];
  return json(200, { keys: [...custom, ...ownJwks] }, CACHED);
}

function visibleCustomKeys({ tenant, services }: Call): CustomKey[] {
  const { keys, before, changedAt } = tenant.custom;
  const visibleAt = changedAt === null ? 0 : Date.parse(changedAt) + services.settings.customKeysDelaySeconds * 1000;
  return services.clock.now().getTime() < visibleAt ? before : keys;
}

/** The issuer is the tenant's true name; the endpoints are where this sandbox can be reached. */
function discovery({ domain, base }: Call): Answer {
  const document = {
    issuer: `https://${domain}/`,
    authorization_endpoint: `${base}/authorize`,
    token_endpoint: `${base}/oauth/token`,
    device_authorization_endpoint: `${base}/oauth/device/code`,
    userinfo_endpoint: `${base}/userinfo`,
    mfa_challenge_endpoint: `${base}/mfa/challenge`,
    jwks_uri: `${base}/.well-known/jwks.json`,
    registration_endpoint: `${base}/oidc/register`,
    revocation_endpoint: `${base}/oauth/revoke`,
    scopes_supported: ['openid', 'profile', 'offline_access', 'email'],
    response_types_supported: ['code', 'token', 'id_token', 'code token', 'code id_token', 'token id_token'],
    code_challenge_methods_supported: ['S256', 'plain'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['HS256', 'RS256', 'PS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    claims_supported: ['aud', 'auth_time', 'email', 'exp', 'iat', 'iss', 'name', 'sub'],
    request_uri_parameter_supported: false,
    request_parameter_supported: false,
    token_endpoint_auth_signing_alg_values_supported: ['RS256', 'RS384', 'PS256'],
  };
  return json(200, document, CACHED);
}

function page(name: CertificatePage, form: (der: Buffer) => string): Route {
  return {
    method: 'GET',
    path: `/${name}`,
    scopes: null,
    handle: async (call) => {
      const current = (await ownKeys(call)).find(({ state }) => state === 'current');
      const der = Buffer.from(current?.certificate ?? '', 'base64');
      return text(call.services.settings.contentTypes[name], form(der));
    },
  };
}
