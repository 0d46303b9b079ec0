// The sandbox tenant on this machine.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { SandboxStatus } from '../../../shared/app-info.ts';
import type { RehearsedTrouble } from '../../../shared/domain/sandbox-trouble.ts';
import type { Ports } from '../../ports/ports.ts';

export interface SandboxActs {
  startSandbox(port?: number): Promise<SandboxStatus>;
  /** Lets one thing go wrong at the sandbox, once. Nothing of custody changes, so nothing is recorded. */
  rehearseTrouble(args: ParsedArgsOf<'sandbox.rehearse'>): Promise<RehearsedTrouble>;
  sandboxTrouble(): Promise<RehearsedTrouble>;
}

export function sandboxActs(ports: Ports): SandboxActs {
  return {
    startSandbox: (port) => ports.tenants.startSandbox(port),
    rehearseTrouble: ({ trouble }) => ports.tenants.rehearseTrouble(trouble),
    sandboxTrouble: () => ports.tenants.sandboxTrouble(),
  };
}
