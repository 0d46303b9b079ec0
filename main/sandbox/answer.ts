// One request in, one answer out: which tenant, which route, within its limits, with which right, and disturbed when it
// is to be. Everything that the sandbox can be asked passes through here.
import { scopesOfBearer } from './access-token.ts';
import { type Answer, insufficientScope, invalidToken, notFound, tooManyRequests } from './answers.ts';
import type { Call, Route, SandboxRequest, Services } from './call.ts';
import { customKeyRoutes, storeCustomKeys } from './custom-key-routes.ts';
import { disturb } from './faults.ts';
import { ownKeyRoutes } from './own-key-routes.ts';
import { publicRoutes } from './public-routes.ts';
import { createRateLimits } from './rate-limits.ts';
import { findTenant } from './state.ts';
import { tokenRoutes } from './token-route.ts';

const ROUTES: readonly Route[] = [...tokenRoutes, ...customKeyRoutes, ...ownKeyRoutes, ...publicRoutes];

/** CORS as the public pages of the tenant have it. */
const PUBLIC_HEADERS = { 'access-control-allow-origin': '*' };

export type AnswerRequest = (request: SandboxRequest) => Promise<Answer>;

export function createAnswering(services: Services): AnswerRequest {
  const limits = createRateLimits(services.clock);

  return async (request) => {
    const addressed = addressee(request, services);
    const matched = addressed === null ? null : matchRoute(request.method, addressed.path);
    if (addressed === null || matched === null) {
      return notFound();
    }
    const { route, params } = matched;
    const call: Call = { request, ...addressed, params, services };
    const { tenant, domain } = call;
    if (route.scopes !== null && domain !== tenant.domain) {
      // The Management API lives on the canonical domain alone.
      return notFound();
    }
    const allowance =
      route.scopes === null
        ? limits.take(`public ${tenant.domain}`, services.settings.publicLimit)
        : limits.take(`management ${tenant.domain}`, services.settings.managementLimit);
    const answer = allowance.allowed ? await answerDisturbed(route, call) : limitedAnswer(route);
    const open = route.scopes === null ? PUBLIC_HEADERS : {};
    return { ...answer, headers: { ...open, ...allowance.headers, ...answer.headers } };
  };
}

const limitedAnswer = ({ limited = tooManyRequests }: Route): Answer => limited();

/** The faults of the settings, for routes as they are written in the tables. */
async function answerDisturbed(route: Route, call: Call): Promise<Answer> {
  const { settings, state, clock } = call.services;
  return disturb(settings.faults.take(route.method, route.path), {
    clock,
    limited: () => limitedAnswer(route),
    answer: () => answerRoute(route, call),
    answerStale: () => {
      const { custom } = call.tenant;
      return answerRoute(route, { ...call, tenant: { ...call.tenant, custom: { ...custom, keys: custom.before } } });
    },
    addKeys: (keys) => {
      const now = findTenant(state.read(), call.tenant.domain)?.custom.keys ?? [];
      return storeCustomKeys(call, [...now, ...keys]);
    },
  });
}

async function answerRoute(route: Route, call: Call): Promise<Answer> {
  if (route.scopes !== null) {
    const granted = await scopesOfBearer(call);
    if (granted === null) {
      return invalidToken();
    }
    if (!route.scopes.every((scope) => granted.includes(scope))) {
      return insufficientScope(route.scopes);
    }
  }
  return route.handle(call);
}

type Addressed = Pick<Call, 'tenant' | 'domain' | 'base'> & { path: string[] };

/** A tenant is named by the Host header, or else by the first segment of the path. */
function addressee({ target, origin, headers }: SandboxRequest, { state }: Services): Addressed | null {
  const path = segmentsOf(target);
  const known = state.read();
  for (const host of hostNames(headers['host'] ?? '')) {
    const byHost = findTenant(known, host);
    if (byHost !== undefined) {
      return { tenant: byHost, domain: host, base: origin, path };
    }
  }
  const [first, ...rest] = path;
  const domain = first?.toLowerCase() ?? '';
  const byPath = findTenant(known, domain);
  return byPath === undefined ? null : { tenant: byPath, domain, base: `${origin}/${domain}`, path: rest };
}

/** With the port, because a tenant's domain may hold one, and without. */
function hostNames(host: string): string[] {
  const name = host.toLowerCase();
  return [name, name.replace(/:\d+$/, '')];
}

function segmentsOf(target: string): string[] {
  const path = target.split('?', 1)[0] ?? '';
  try {
    return path.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return [];
  }
}

function matchRoute(method: string, path: readonly string[]): { route: Route; params: Record<string, string> } | null {
  for (const route of ROUTES) {
    const params = route.method === method ? fit(route.path.split('/').slice(1), path) : null;
    if (params !== null) {
      return { route, params };
    }
  }
  return null;
}

/** The parameters of a path that fits the pattern. */
function fit(pattern: readonly string[], path: readonly string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const value = path[index] ?? '';
    if (part.startsWith(':')) {
      params[part.slice(1)] = value;
    } else if (part !== value) {
      return null;
    }
  }
  return pattern.length === path.length ? params : null;
}
