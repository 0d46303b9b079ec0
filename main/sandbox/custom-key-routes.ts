// /api/v2/keys/custom-signing: the set of public keys that the customer provides. PUT replaces the whole of it, an
// empty set is 404 and is made by DELETE. Also GET /api/v2/custom-domains, the preflight for it: without a custom
// domain the set is kept but published nowhere.
import { createHash } from 'node:crypto';
import { type Answer, insufficientEntitlement, json, noContent, notFound } from './answers.ts';
import type { Call, Route } from './call.ts';
import { type CustomKey, readCustomKeys } from './custom-key-schema.ts';
import { tenantIn } from './own-keys.ts';

export const CUSTOM_KEYS_PATH = '/api/v2/keys/custom-signing';

export const customKeyRoutes: readonly Route[] = [
  { method: 'GET', path: CUSTOM_KEYS_PATH, scopes: ['read:custom_signing_keys'], handle: entitled(read) },
  {
    method: 'PUT',
    path: CUSTOM_KEYS_PATH,
    scopes: ['create:custom_signing_keys', 'update:custom_signing_keys'],
    handle: entitled(replace),
  },
  { method: 'DELETE', path: CUSTOM_KEYS_PATH, scopes: ['delete:custom_signing_keys'], handle: entitled(clear) },
  { method: 'GET', path: '/api/v2/custom-domains', scopes: ['read:custom_domains'], handle: customDomains },
];

function entitled(handle: Route['handle']): Route['handle'] {
  return (call) => (call.services.settings.entitled ? handle(call) : insufficientEntitlement());
}

function read({ tenant }: Call): Answer {
  const { keys } = tenant.custom;
  return keys.length === 0 ? notFound('There are no custom signing keys. Upload them first.') : json(200, { keys });
}

async function replace(call: Call): Promise<Answer> {
  const keys = readCustomKeys(call.request.body, call.services.settings);
  if (!Array.isArray(keys)) {
    return keys;
  }
  await storeCustomKeys(call, keys);
  return json(200, { keys });
}

async function clear(call: Call): Promise<Answer> {
  await storeCustomKeys(call, []);
  return noContent();
}

export async function storeCustomKeys({ services, tenant }: Call, keys: CustomKey[]): Promise<void> {
  await services.state.change((state) => {
    const changing = tenantIn(state, tenant);
    changing.custom = { keys, before: changing.custom.keys, changedAt: services.clock.now().toISOString() };
  });
}

function customDomains({ tenant: { customDomain, furtherDomains } }: Call): Answer {
  const domains = customDomain === null ? [] : [customDomain, ...furtherDomains];
  return json(
    200,
    domains.map((domain, index) => ({
      custom_domain_id: `cd_${createHash('sha256').update(domain).digest('hex').slice(0, 16)}`,
      domain,
      primary: index === 0,
      is_default: index === 0,
      status: 'ready',
      type: 'self_managed_certs',
    })),
  );
}
