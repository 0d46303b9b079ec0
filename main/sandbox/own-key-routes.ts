// /api/v2/keys/signing: the tenant's own keys, their rotation and the revocation of a previous one.
import { type Answer, json, managementError, notFound, tooManyRequests } from './answers.ts';
import type { Call, Route } from './call.ts';
import { certificatePem, fingerprint, pkcs7Pem, thumbprint } from './certificate-forms.ts';
import { newKey, ownKeys, rotateOwn, tenantIn } from './own-keys.ts';
import { limitHeaders } from './rate-limits.ts';
import type { OwnKey, TenantState } from './state.ts';

const DAY_MS = 86_400_000;

export const ownKeyRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v2/keys/signing', scopes: ['read:signing_keys'], handle: list },
  { method: 'GET', path: '/api/v2/keys/signing/:kid', scopes: ['read:signing_keys'], handle: show },
  {
    method: 'POST',
    path: '/api/v2/keys/signing/rotate',
    scopes: ['create:signing_keys', 'update:signing_keys'],
    handle: rotate,
  },
  { method: 'PUT', path: '/api/v2/keys/signing/:kid/revoke', scopes: ['update:signing_keys'], handle: revoke },
];

async function list(call: Call): Promise<Answer> {
  const keys = await ownKeys(call);
  return json(200, keys.toReversed().map(signingKey));
}

async function show(call: Call): Promise<Answer> {
  const key = (await ownKeys(call)).find(({ kid }) => kid === call.params['kid']);
  return key === undefined ? notFound('The signing key does not exist.') : json(200, signingKey(key));
}

/** Answers with the next key. Counted per day, and the count outlives the process. */
async function rotate(call: Call): Promise<Answer> {
  const { services, tenant } = call;
  await ownKeys(call);
  if (rotationsToday(tenant, call).length >= services.settings.rotationsPerDay) {
    return limited(tenant, call);
  }
  const fresh = await newKey(tenant.domain, services);
  return services.state.change((state) => {
    const changing = tenantIn(state, tenant);
    changing.rotations = rotationsToday(changing, call);
    if (changing.rotations.length >= services.settings.rotationsPerDay) {
      return limited(changing, call);
    }
    rotateOwn(changing, fresh, services);
    changing.rotations.push(services.clock.now().toISOString());
    return json(201, { cert: pemOf(fresh), kid: fresh.kid }, rotationHeaders(changing, call));
  });
}

async function revoke({ services, tenant, params }: Call): Promise<Answer> {
  return services.state.change((state) => {
    const key = tenantIn(state, tenant).own.find(({ kid }) => kid === params['kid']);
    if (key === undefined) {
      return notFound('The signing key does not exist.');
    }
    if (key.state !== 'previous') {
      const { revokeNotPreviousStatus } = services.settings;
      return managementError(revokeNotPreviousStatus, 'Only a previously used signing key can be revoked.');
    }
    key.state = 'revoked';
    key.revokedAt = services.clock.now().toISOString();
    return json(200, { cert: pemOf(key), kid: key.kid, revoked_at: key.revokedAt });
  });
}

/** As the real answers have it, only the flag of the key's own state is there. */
function signingKey(key: OwnKey): Record<string, unknown> {
  const der = Buffer.from(key.certificate, 'base64');
  return {
    kid: key.kid,
    cert: certificatePem(der),
    pkcs7: pkcs7Pem(der),
    fingerprint: fingerprint(der),
    thumbprint: thumbprint(der),
    [key.state]: true,
    ...(key.currentSince === null ? {} : { current_since: key.currentSince }),
    ...(key.currentUntil === null ? {} : { current_until: key.currentUntil }),
    ...(key.revokedAt === null ? {} : { revoked_at: key.revokedAt }),
  };
}

const pemOf = (key: OwnKey): string => certificatePem(Buffer.from(key.certificate, 'base64'));

function rotationsToday(tenant: TenantState, { services }: Call): string[] {
  const since = services.clock.now().getTime() - DAY_MS;
  return tenant.rotations.filter((at) => Date.parse(at) > since);
}

function limited(tenant: TenantState, call: Call): Answer {
  const answer = tooManyRequests();
  return { ...answer, headers: { ...answer.headers, ...rotationHeaders(tenant, call) } };
}

function rotationHeaders(tenant: TenantState, call: Call): Record<string, string> {
  const today = rotationsToday(tenant, call);
  const { clock, settings } = call.services;
  const oldest = today[0] === undefined ? clock.now().getTime() : Date.parse(today[0]);
  return limitHeaders(settings.rotationsPerDay, settings.rotationsPerDay - today.length, oldest + DAY_MS);
}
