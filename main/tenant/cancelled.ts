// Cancelling a request: told apart from a connection that broke, whatever the layers below made of it.
import { CustodianError } from '../../shared/errors.ts';

/** Throws CANCELLED once the signal was given. */
export function refuseIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw new CustodianError('CANCELLED', { action: 'The request' });
  }
}
