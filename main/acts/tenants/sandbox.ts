// The sandbox tenant on this machine. Nothing of custody changes, so nothing is recorded.
import { bound } from '../bound.ts';

export const startSandbox = bound('sandbox.start', ({ tenants }) => tenants.startSandbox());

export const sandboxTrouble = bound('sandbox.trouble', ({ tenants }) => tenants.sandboxTrouble());

/** Lets one thing go wrong at the sandbox, once. */
export const rehearseTrouble = bound('sandbox.rehearse', ({ tenants }, { trouble }) =>
  tenants.rehearseTrouble(trouble),
);
