// What proves to a tenant who we are; the schemas are in shared/domain/tenant/credentials.ts.
import { type CredentialFacts, credentialOrderSchema, type CredentialView } from '../domain/tenant/credentials.ts';
import { tenantArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';

export const credentialCalls = {
  'credentials.show': call<CredentialView | null>()(tenantArgs),
  /** The window sends no secret: the main process asks the officer for it. `null` when that was closed. */
  'credentials.store': call<CredentialFacts | null>()(credentialOrderSchema),
  /** Whether they are gone now: false when the officer said no. */
  'credentials.remove': call<boolean>()(tenantArgs),
} satisfies Calls;
