// The order of a publication: preview, push what was previewed, prove it from outside. When the world changed between
// preview and push nothing was sent, and the flow leads back to a fresh preview that says so.
import { useState } from 'react';
import { PUBLIC_WAIT_SECONDS } from '../../../shared/domain/limits.ts';
import type { PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { wireErrorOf } from '../../bridge.ts';
import { useCommand, type Command } from '../../state/commands.ts';
import { isConfirmed } from '../../state/confirmed.ts';
import { aimArgs, NO_CONSENT, PUSH, revokedBack, type Consent, type PublishAim } from './publish-aim.ts';
import { decide, type Decision, decisionArgs, type Decisions, isDecided, UNDECIDED } from './foreign-decisions.ts';
import { changesSince, type LookedAt, type PreviewChange } from './preview-difference.ts';
import { usePublicationPreview } from './queries.ts';

export interface PublishFlow {
  preview: ReturnType<typeof usePublicationPreview>;
  push: Command<'publish.push'>;
  proof: Command<'publish.verify'>;
  /** The preview that the last push of this flow sent. */
  sent: PublicationPreview | null;
  /** True after a push was refused because the set had changed; the preview shown is a fresh one. */
  wasOutdated: boolean;
  aim: PublishAim;
  /** Shows the preview of another act. What was typed and ticked for the former one is forgotten. */
  takeAim: (aim: PublishAim) => void;
  consent: Consent;
  setConsent: (consent: Consent) => void;
  /** About keys of others; another decision makes another preview. */
  decisions: Decisions;
  decideOn: (name: string, decision: Decision) => void;
  /** What changed since the preview that was looked at, but for the officer's own decisions; `null` when nothing did. */
  changes: PreviewChange[] | null;
  /** The officer has looked at what changed: from now on this is the preview that he pushes. */
  look: () => void;
  /** Pushes exactly what `preview` shows. */
  pushPreview: (preview: PublicationPreview) => Promise<void>;
  /** A fresh preview; forgets the results of the former one. */
  refresh: () => Promise<void>;
  /** `wait`: first until the public set shows what was pushed. */
  prove: (wait: boolean) => Promise<void>;
}

export function usePublishFlow(whose: Pick<Tenant, 'name' | 'environment'>): PublishFlow {
  const { name: tenant } = whose;
  const [aim, setAim] = useState(PUSH);
  const [consent, setConsent] = useState(NO_CONSENT);
  const [decisions, setDecisions] = useState(UNDECIDED);
  const preview = usePublicationPreview(tenant, aim, decisions);
  const [looked, setLooked] = useState<LookedAt | null>(null);
  /** While the officer's own push changes the set. */
  const [ownChange, setOwnChange] = useState(false);
  const push = useCommand('publish.push');
  const proof = useCommand('publish.verify', { endsWithScreen: true });
  const [sent, setSent] = useState<PublicationPreview | null>(null);
  const [wasOutdated, setWasOutdated] = useState(false);

  const shown = preview.data === undefined || preview.isFetching ? null : { preview: preview.data, decisions };
  if (looked === null && shown !== null && !ownChange) {
    setLooked(shown);
  }
  const changes = looked === null || shown === null || ownChange ? null : changesSince(looked, shown);

  function forget() {
    push.reset();
    proof.reset();
    setWasOutdated(false);
  }

  async function refresh() {
    forget();
    await readAgain();
  }

  /** What was chosen may be gone by now, so the choice is made again. */
  async function readAgain() {
    setConsent(NO_CONSENT);
    if (isDecided(decisions)) {
      setDecisions(UNDECIDED);
    } else {
      await preview.refetch();
    }
  }

  function aimAt(next: PublishAim) {
    setAim(next);
    setConsent(NO_CONSENT);
    setDecisions(UNDECIDED);
    setLooked(null);
  }

  async function pushPreview(sending: PublicationPreview) {
    setWasOutdated(false);
    proof.reset();
    setOwnChange(true);
    const outcome = await push.run({
      tenant,
      hash: sending.hash,
      ...aimArgs(aim),
      ...decisionArgs(decisions),
      ...(revokedBack(sending).length > 0 && !isConfirmed(whose) ? { override: consent.reason } : {}),
    });
    setSent(outcome.done ? sending : null);
    if (outcome.done) {
      setLooked(null);
    } else if (isOutdated(outcome.error)) {
      push.reset();
      setWasOutdated(true);
    }
    if (outcome.done && aim.act !== 'push') {
      // To do it once more would undo it, so the screen goes back to what the rings want.
      aimAt(PUSH);
    } else {
      // Done or refused, the endpoint may hold something else now than what is on the screen.
      await readAgain();
    }
    setOwnChange(false);
  }

  function look() {
    setLooked(shown);
    setWasOutdated(false);
  }

  async function prove(wait: boolean) {
    await proof.run({ tenant, ...(wait ? { waitSeconds: PUBLIC_WAIT_SECONDS } : {}) });
  }

  return {
    preview,
    push,
    proof,
    sent,
    wasOutdated,
    aim,
    takeAim: (next) => {
      forget();
      aimAt(next);
    },
    consent,
    setConsent,
    decisions,
    decideOn: (name, decision) => setDecisions(decide(decisions, name, decision)),
    changes,
    look,
    pushPreview,
    refresh,
    prove,
  };
}

const isOutdated = (error: unknown): boolean => wireErrorOf(error).code === 'PUBLISH_CHANGED';
