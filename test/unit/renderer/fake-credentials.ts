// The fake bridge's credentials: public facts only, as the main process gives them. The officer is taken to have answered
// every question.
import {
  credentialOrderSchema,
  type CredentialFacts,
  type CredentialView,
} from '../../../shared/domain/tenant/credentials.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import type { Handlers } from './fake-handlers.ts';
import type { FakeWorld } from './fake-world.ts';

interface Helpers {
  view: (tenant: string) => TenantView;
  changed: <T>(action: string, result: T) => T;
}

export function makeCredentialHandlers({ credentials }: FakeWorld, { view, changed }: Helpers): Handlers {
  const originOf = ({ tenant: { apiBaseUrl, domain } }: TenantView) =>
    new URL(apiBaseUrl ?? `https://${domain}`).origin;
  return {
    'credentials.show': ({ tenant }): CredentialView | null => {
      const found = credentials.get(tenant);
      return found === undefined ? null : { ...found, fits: found.origin === originOf(view(tenant)) };
    },
    'credentials.store': (args) => {
      const order = credentialOrderSchema.parse(args);
      const who =
        'clientId' in order
          ? order.clientId
          : 'user' in order
            ? order.user
            : order.kind === 'client-certificate'
              ? 'CN=officer'
              : null;
      const facts: CredentialFacts = {
        kind: order.kind,
        who,
        kid: 'kid' in order ? order.kid : null,
        origin: originOf(view(order.tenant)),
      };
      credentials.set(order.tenant, facts);
      return changed('tenant.credentials-stored', facts);
    },
    'credentials.remove': ({ tenant }) => changed('tenant.credentials-removed', credentials.delete(tenant)),
  };
}
