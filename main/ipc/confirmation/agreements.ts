// A yes to many pushes at once: each of them may go out once, exactly as it was listed, and not for ever.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { Proof } from '../../acts/vault/proof.ts';
import type { TenantFacts } from './facts.ts';
import { proposalHash } from './proposal-hash.ts';

type PushArgs = ParsedArgsOf<'publish.push'>;

export interface Agreements {
  /** In the place of what was agreed to before. */
  agree(pushes: readonly { args: PushArgs; tenant: TenantFacts }[], proof: Proof | null): void;
  /** The proof of whoever agreed to this push, if one was taken; `null` when nobody did. It is not agreed to any more afterwards. */
  take(args: PushArgs, tenant: TenantFacts): { proof: Proof | null } | null;
  forget(): void;
}

const GOOD_FOR_MS = 60 * 60_000;

/** `now`: milliseconds that never run backwards. */
export function createAgreements(now: () => number): Agreements {
  let agreed = new Set<string>();
  let until = 0;
  let by: Proof | null = null;
  return {
    agree(pushes, proof) {
      by = proof;
      agreed = new Set(pushes.map(({ args, tenant }) => nameOf(args, tenant)));
      until = now() + GOOD_FOR_MS;
    },
    forget() {
      agreed.clear();
      by = null;
    },
    take: (args, tenant) => (now() < until && agreed.delete(nameOf(args, tenant)) ? { proof: by } : null),
  };
}

const nameOf = (args: PushArgs, tenant: TenantFacts): string => proposalHash('publish.push', args, tenant);
