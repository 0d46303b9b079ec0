// The order of a publication: preview, push what was previewed, prove it from outside. When the world changed between
// preview and push nothing was sent, and the flow leads back to a fresh preview that says so.
import { useState } from 'react';
import type { PublicationPreview } from '../../shared/model.ts';
import { wireErrorOf } from '../bridge.ts';
import { useCommand, type Command } from './commands.ts';
import { usePublicationPreview } from './queries.ts';

/** Edge caches let go within a minute; custom domains may need a few. */
const WAIT_SECONDS = 600;

export interface PublishFlow {
  preview: ReturnType<typeof usePublicationPreview>;
  push: Command<'publish.push'>;
  proof: Command<'publish.verify'>;
  /** True after a push was refused because the set had changed; the preview shown is a fresh one. */
  wasOutdated: boolean;
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

export function usePublishFlow(tenant: string): PublishFlow {
  const [removeForeign, setRemoveForeign] = useState<string[]>([]);
  const preview = usePublicationPreview(tenant, removeForeign);
  const push = useCommand('publish.push');
  const proof = useCommand('publish.verify');
  const [wasOutdated, setWasOutdated] = useState(false);

  async function refresh() {
    push.reset();
    proof.reset();
    setWasOutdated(false);
    await readAgain();
  }

  /** What was chosen may be gone by now, so the choice is made again. */
  async function readAgain() {
    if (removeForeign.length > 0) {
      setRemoveForeign([]);
    } else {
      await preview.refetch();
    }
  }

  async function pushPreview({ hash }: PublicationPreview) {
    setWasOutdated(false);
    proof.reset();
    const outcome = await push.run({ tenant, hash, ...(removeForeign.length > 0 ? { removeForeign } : {}) });
    if (!outcome.done && isOutdated(outcome.error)) {
      push.reset();
      setWasOutdated(true);
    }
    // Done or refused, the endpoint may hold something else now than what is on the screen.
    await readAgain();
  }

  async function prove(wait: boolean) {
    await proof.run({ tenant, ...(wait ? { waitSeconds: WAIT_SECONDS } : {}) });
  }

  return {
    preview,
    push,
    proof,
    wasOutdated,
    removeForeign,
    chooseForeign: setRemoveForeign,
    pushPreview,
    refresh,
    prove,
  };
}

const isOutdated = (error: unknown): boolean => wireErrorOf(error).code === 'PUBLISH_CHANGED';
