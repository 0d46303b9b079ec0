// The way of every call from the window: one dialog flow at a time, a yes where its definition asks for one, and then the act,
// which looks once more, when its turn has come, whether everything is still as it was shown. An act without a yes of its
// own is bound to the tenant as it was when the call came in.
import { takesProof } from '../../../shared/acts/act.ts';
import { ACTS } from '../../../shared/acts/acts.ts';
import { type Channel, CHANNELS } from '../../../shared/channels.ts';
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import type { Custodian } from '../../acts/custodian.ts';
import type { Proof } from '../../acts/vault/proof.ts';
import type { Question, Typed } from '../question.ts';
import { cancelled } from '../../ports/stopping.ts';
import { createDialogFlows, tenantIn } from '../dialog-flow.ts';
import type { FileDialogs } from '../dialogs.ts';
import type { AgreeTo, Kept } from '../kept.ts';
import { createLookedInto } from '../looked-into.ts';
import type { CallContext, Handlers } from '../router.ts';
import type { DialogWords } from '../../../shared/words/words.ts';
import { createAgreements } from './agreements.ts';
import { tenantFacts } from './facts.ts';
import { createPreviews } from './previews.ts';
import type { Desk, Proposal, Rule } from './proposal.ts';
import { askProven } from './proven.ts';
import { proposalHash } from './proposal-hash.ts';
import { sayingSecond } from './second-officer.ts';
import { QUESTIONS } from './table.ts';

interface Options {
  custodian: Custodian;
  dialogs: FileDialogs;
  words: () => DialogWords;
  /** Milliseconds that never run backwards. */
  now: () => number;
  /** Calls it at every lock: what was agreed to and what was typed before count no more. */
  onLock: (forget: () => void) => void;
  /** The handlers over these acts and dialogs. */
  handlers: (custodian: Custodian, dialogs: FileDialogs, kept: Kept) => Handlers;
}

export function confirmedHandlers({ custodian: given, dialogs, words, now, onLock, handlers }: Options): Handlers {
  const converse = createDialogFlows(dialogs);
  const previews = createPreviews(given);
  const agreements = createAgreements(now);
  const looked = createLookedInto();
  onLock(() => {
    agreements.forget();
    looked.forget();
  });
  const custodian: Custodian = { ...given, previewPublication: previews.preview };

  const guarded =
    <C extends Channel>(channel: C) =>
    async (args: ParsedArgsOf<C>, context: CallContext) => {
      const { dialogs: asking, end } = converse(channel, args);
      const flow = { end, dialogs: sayingSecond(asking, custodian, { channel, args, words }) };
      let proof: Proof | null = null;
      const agreeing: AgreeTo = { agree: (pushes) => agreements.agree(pushes, proof) };
      const act = (acts: Custodian, with_: ParsedArgsOf<C>) =>
        handlers(acts, flow.dialogs, { agreements: agreeing, looked })[channel](with_, context);
      try {
        const { kind, confirmed, proven } = ACTS[channel];
        if (!confirmed && kind !== 'dialog') {
          return await act(custodian, args);
        }
        const sameTenant = asItIs(custodian, tenantIn(args));
        if (!confirmed) {
          return await act(custodian.provided(sameTenant), args);
        }
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the row of this very channel
        const row = QUESTIONS[channel as keyof typeof QUESTIONS] as unknown as Rule<C>;
        const provenBefore = (before: Proof | null): void => {
          proof = before;
        };
        const { signal } = context;
        const desk: Desk = { custodian, words: words(), previews, agreements, provenBefore, signal };
        const proposal = await row(desk, args);
        if (proposal === null) {
          return await act(
            custodian.provided(sameTenant, () => Promise.resolve(proof)),
            args,
          );
        }
        const check = once(boundTo(channel, args, proposal));
        const by = { words: words(), signal };
        // What leaves production is grave there alone; of what always is, the rule said so by asking.
        const takesProofHere = ({ tenant }: Question): boolean =>
          proven === true || (tenant?.environment === 'production' && takesProof(proven, args));
        const agreed = takesProofHere(proposal.question)
          ? await askProven(custodian, flow.dialogs, proposal.question, by)
          : await plainly(flow.dialogs.ask(proposal.question, signal));
        if (agreed === null) {
          throw cancelled();
        }
        const { typed } = agreed;
        proof = agreed.proof;
        // The person has answered: others may ask while the act is at work.
        flow.end();
        boundTo(channel, args, proposal)();
        const filled = proposal.fill === undefined ? args : proposal.fill(typed);
        return await act(
          custodian.provided(check, () => Promise.resolve(proof)),
          filled,
        );
      } finally {
        flow.end();
      }
    };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one for each channel
  return Object.fromEntries(CHANNELS.map((channel) => [channel, guarded(channel)])) as unknown as Handlers;
}

const plainly = async (asked: Promise<Typed | null>): Promise<{ typed: Typed; proof: null } | null> => {
  const typed = await asked;
  return typed && { typed, proof: null };
};

/** Refuses once anything differs from what was shown. */
function boundTo<C extends Channel>(channel: C, args: ParsedArgsOf<C>, { facts, factsNow }: Proposal<C>): () => void {
  const agreed = proposalHash(channel, args, facts);
  return () => {
    if (proposalHash(channel, args, factsNow()) !== agreed) {
      throw new CustodianError('CONFIRMATION_CHANGED', {});
    }
  };
}

/** One yes, one act. */
function once(check: () => void): () => void {
  let spent = false;
  return () => {
    if (spent) {
      throw new CustodianError('CONFIRMATION_CHANGED', {});
    }
    spent = true;
    check();
  };
}

/** Refuses once the tenant of this name is another, or elsewhere, or of another environment. */
function asItIs(custodian: Custodian, name: string | null): () => void {
  const facts = (): string => (name === null ? '' : proposalHash('tenant.show', name, knownFacts(custodian, name)));
  const before = facts();
  return () => {
    if (facts() !== before) {
      throw new CustodianError('CONFIRMATION_CHANGED', {});
    }
  };
}

/** The act itself says that there is no such tenant. */
function knownFacts(custodian: Custodian, name: string): unknown {
  try {
    return tenantFacts(custodian, name);
  } catch (error) {
    if (isCustodianError(error, 'TENANT_NOT_FOUND')) {
      return null;
    }
    throw error;
  }
}
