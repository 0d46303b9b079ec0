// What became of a change that a remote side may or may not have made. A refusal says that nothing happened; any other
// failure leaves that open, and then only looking again can tell.
import { CustodianError, type ErrorCode, isCustodianError } from '../../../shared/errors.ts';
import type { RemoteKey } from '../../../shared/domain/published-set/publication.ts';
import type { RemoteAct } from '../../../shared/problems/acts.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { PublishingEndpoint } from '../../ports/tenants.ts';

/** What leaves it open whether the request arrived and what became of it. */
const OPEN_ENDS: readonly ErrorCode[] = ['REMOTE_UNREACHABLE', 'REMOTE_TIMEOUT', 'REMOTE_FAILED', 'REMOTE_MALFORMED'];

export const isOpenEnd = (error: unknown): boolean => OPEN_ENDS.some((code) => isCustodianError(error, code));

export const asError = (error: unknown): Error => (error instanceof Error ? error : new TypeError(typeof error));

/** For what follows once something was sent: “nothing was recorded” must not be told as if nothing had happened. */
export async function afterSending<T>(
  { name }: Pick<Tenant, 'name'>,
  action: RemoteAct,
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw isCustodianError(cause) && cause.code.startsWith('REGISTRY_')
      ? new CustodianError('REMOTE_NOT_RECORDED', { tenant: name, action }, { cause })
      : cause;
  }
}

const LOOKS = 3;

/**
 * The set after a change was sent; `failure` is what came instead of an answer. A look changes nothing, so one that was
 * disturbed is repeated. Throws REMOTE_OUTCOME_UNKNOWN when every one is.
 */
export async function readBack(
  { name }: Pick<Tenant, 'name'>,
  endpoint: PublishingEndpoint,
  failure: Error | null,
): Promise<RemoteKey[]> {
  let problem: unknown = null;
  for (let look = 0; look < LOOKS; look += 1) {
    try {
      return await endpoint.read();
    } catch (error) {
      problem = error;
      if (!isOpenEnd(error)) {
        break;
      }
    }
  }
  throw new CustodianError(
    'REMOTE_OUTCOME_UNKNOWN',
    { tenant: name, action: 'publication' },
    { cause: failure ?? problem },
  );
}
