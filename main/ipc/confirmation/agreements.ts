// A yes to many pushes at once: each of them may go out once, exactly as it was listed, and not for ever.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { TenantFacts } from './facts.ts';
import { proposalHash } from './proposal-hash.ts';

type PushArgs = ParsedArgsOf<'publish.push'>;

export interface Agreements {
  /** In the place of what was agreed to before. */
  agree(pushes: readonly { args: PushArgs; tenant: TenantFacts }[]): void;
  /** Whether this push was agreed to. It is not agreed to any more afterwards. */
  take(args: PushArgs, tenant: TenantFacts): boolean;
}

const GOOD_FOR_MS = 60 * 60_000;

/** `now`: milliseconds that never run backwards. */
export function createAgreements(now: () => number): Agreements {
  let agreed = new Set<string>();
  let until = 0;
  return {
    agree(pushes) {
      agreed = new Set(pushes.map(({ args, tenant }) => nameOf(args, tenant)));
      until = now() + GOOD_FOR_MS;
    },
    take: (args, tenant) => now() < until && agreed.delete(nameOf(args, tenant)),
  };
}

const nameOf = (args: PushArgs, tenant: TenantFacts): string => proposalHash('publish.push', args, tenant);
