// Where an error is mended: the settings that it speaks of, one press away from where it is read.
import type { ErrorCode, WireError } from '../../shared/errors.ts';
import type { Route } from '../../shared/screens.ts';

/** In the settings of the tenant, or in those of the app. */
const MENDED: Partial<Record<ErrorCode, 'tenant' | 'app'>> = {
  PUBLISH_NOT_CONFIGURED: 'tenant',
  DOMAIN_NOT_READY: 'tenant',
  REMOTE_UNAUTHORISED: 'tenant',
  REMOTE_TOKEN_EXPIRED: 'tenant',
  REMOTE_SCOPE_MISSING: 'tenant',
  REMOTE_TLS: 'app',
  REMOTE_PROXY_UNREACHABLE: 'app',
  REMOTE_PROXY_UNAUTHORISED: 'app',
  REMOTE_PROXY_REFUSED: 'app',
  REMOTE_ROUTE_UNKNOWN: 'app',
  CLOCK_DISAGREES: 'app',
  CLOCK_SET_BACK: 'app',
};

export interface WayOut {
  of: 'tenant' | 'app';
  route: Route;
}

/** `null` where it cannot be mended elsewhere, or where one is already there. */
export function wayOut({ code, facts }: WireError, here: Route): WayOut | null {
  const of = MENDED[code];
  const tenant =
    'tenant' in facts && typeof facts.tenant === 'string' ? facts.tenant : 'tenant' in here ? here.tenant : null;
  if (of === 'app' && here.screen !== 'settings') {
    return { of, route: { screen: 'settings' } };
  }
  return of === 'tenant' && tenant !== null && here.screen !== 'tenant-settings'
    ? { of, route: { screen: 'tenant-settings', tenant } }
    : null;
}
