// The order of a publication: preview, push what was previewed, prove it from outside. When the world changed between
// preview and push nothing was sent, and the flow leads back to a fresh preview that says so.
import { useState } from 'react';
import { PUBLIC_WAIT_SECONDS } from '../../shared/limits.ts';
import type { PublicationPreview } from '../../shared/model/publication.ts';
import type { Tenant } from '../../shared/model/tenant.ts';
import { wireErrorOf } from '../bridge.ts';
import { useCommand, type Command } from './commands.ts';
import { isConfirmed } from './confirmed.ts';
import { aimArgs, NO_CONSENT, PUSH, revokedBack, type Consent, type PublishAim } from './publish-aim.ts';
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
  /** Names of the foreign keys that the push takes down; another choice makes another preview. */
  removeForeign: readonly string[];
  chooseForeign: (names: string[]) => void;
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
  const [removeForeign, setRemoveForeign] = useState<string[]>([]);
  const preview = usePublicationPreview(tenant, aim, removeForeign);
  const push = useCommand('publish.push');
  const proof = useCommand('publish.verify', { endsWithScreen: true });
  const [sent, setSent] = useState<PublicationPreview | null>(null);
  const [wasOutdated, setWasOutdated] = useState(false);

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
    if (removeForeign.length > 0) {
      setRemoveForeign([]);
    } else {
      await preview.refetch();
    }
  }

  function aimAt(next: PublishAim) {
    setAim(next);
    setConsent(NO_CONSENT);
    setRemoveForeign([]);
  }

  async function pushPreview(shown: PublicationPreview) {
    setWasOutdated(false);
    proof.reset();
    const outcome = await push.run({
      tenant,
      hash: shown.hash,
      ...aimArgs(aim),
      ...(removeForeign.length > 0 ? { removeForeign: [...removeForeign] } : {}),
      ...(revokedBack(shown).length > 0 && !isConfirmed(whose) ? { override: consent.reason } : {}),
    });
    setSent(outcome.done ? shown : null);
    if (!outcome.done && isOutdated(outcome.error)) {
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
    removeForeign,
    chooseForeign: setRemoveForeign,
    pushPreview,
    refresh,
    prove,
  };
}

const isOutdated = (error: unknown): boolean => wireErrorOf(error).code === 'PUBLISH_CHANGED';
