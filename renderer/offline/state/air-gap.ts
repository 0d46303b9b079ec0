// A push without a network: let it wait, or plan a bundle for a courier, save it, and take the receipt that comes back. The
// plan on the screen is what is saved; when the world changed meanwhile nothing is made and a fresh plan is shown.
import { useState } from 'react';
import type { PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import { REACHED_NOBODY } from '../../../shared/domain/published-set/outbox.ts';
import { wireErrorOf } from '../../bridge.ts';
import { type Command, useCommand } from '../../state/commands.ts';
import {
  decide,
  type Decision,
  decisionArgs,
  type Decisions,
  UNDECIDED,
} from '../../publishing/state/foreign-decisions.ts';
import { useBundlePreview, useOutbox } from './queries.ts';

export interface AirGap {
  /** Somebody must act without the network: nobody was reached, or a receipt is expected. */
  needed: boolean;
  unreachable: boolean;
  /** A push of this tenant waits already. */
  waits: boolean;
  queue: Command<'outbox.add'>;
  letWait: () => Promise<void>;
  plan: ReturnType<typeof useBundlePreview>;
  planning: boolean;
  showPlan: () => void;
  decideOn: (name: string, decision: Decision) => void;
  save: Command<'bundle.save'>;
  saveAs: (plan: PublicationPreview, as: 'file' | 'qr') => Promise<void>;
  receipt: Command<'receipt.accept'>;
  takeReceipt: () => Promise<void>;
}

/** `error`: what the preview or the push came to; `intended`: what was decided about keys of others for it. */
export function useAirGap(tenant: string, error: unknown, intended: Decisions): AirGap {
  const [planning, setPlanning] = useState(false);
  const [decisions, setDecisions] = useState(UNDECIDED);
  const { data: outbox } = useOutbox();
  const plan = useBundlePreview(tenant, decisions, planning);
  const queue = useCommand('outbox.add');
  const save = useCommand('bundle.save');
  const receipt = useCommand('receipt.accept');
  const unreachable = error !== null && REACHED_NOBODY.has(wireErrorOf(error).code);
  const mine = (all: readonly { tenant: string }[] = []): boolean => all.some((one) => one.tenant === tenant);

  async function saveAs({ hash }: PublicationPreview, as: 'file' | 'qr') {
    const outcome = await save.run({ tenant, hash, as, ...decisionArgs(decisions) });
    if (!outcome.done) {
      await plan.refetch();
    }
  }

  /** What the courier found is what the next plan stands on. */
  async function takeReceipt() {
    const outcome = await receipt.run({ tenant });
    if (planning && outcome.done && outcome.result !== null) {
      save.reset();
      await plan.refetch();
    }
  }

  return {
    needed: unreachable || mine(outbox?.travelling) || receipt.result !== undefined,
    unreachable,
    waits: mine(outbox?.waiting),
    queue,
    letWait: async () => void (await queue.run({ tenant, ...decisionArgs(intended) })),
    plan,
    planning,
    showPlan: () => setPlanning(true),
    decideOn: (name, decision) => setDecisions(decide(decisions, name, decision)),
    save,
    saveAs,
    receipt,
    takeReceipt,
  };
}
