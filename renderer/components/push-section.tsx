// The push: bound to the preview on the screen, with what it is doing and how it ended.
import { Button } from '@mantine/core';
import { IconCloudUp } from '@tabler/icons-react';
import type { PushOutcome } from '../../shared/contract.ts';
import type { PublicationPreview } from '../../shared/model.ts';
import { mayGo } from '../state/publish-aim.ts';
import type { PublishFlow } from '../state/publish-flow.ts';
import { count } from '../text/hex.ts';
import { ACT } from '../text/publish-words.ts';
import { CopyButton } from './copy-button.tsx';
import { EnvironmentBadge } from './environment-badge.tsx';
import { Failure } from './failure.tsx';
import { Notice } from './notice.tsx';
import { PushConsent } from './push-consent.tsx';
import { Section } from './section.tsx';
import { When } from './when.tsx';
import { Working } from './working.tsx';
import './push-section.css';

interface PushSectionProps {
  tenant: string;
  production: boolean;
  flow: PublishFlow;
  preview: PublicationPreview;
}

export function PushSection({ tenant, production, flow, preview }: PushSectionProps) {
  const { push, pushPreview, consent } = flow;
  const { act } = preview;
  const verb = act === 'push' && preview.body === null ? `Delete the set at ${tenant}` : ACT[act].verb(tenant);
  const settled = preview.upToDate && !push.busy;
  return (
    <Section
      title={ACT[act].step}
      lead="Sends exactly the preview above, then reads it back. If anything changed meanwhile, nothing is sent."
    >
      <div className="stack">
        {push.result && <Pushed outcome={push.result} />}
        <Failure error={push.error} />
        <PushConsent tenant={tenant} flow={flow} preview={preview} />
        <div className="row row-wrap">
          <Button
            leftSection={<IconCloudUp size={17} aria-hidden />}
            loading={push.busy}
            disabled={settled || !mayGo(preview, tenant, consent) || flow.preview.isFetching}
            {...(preview.body === null ? { color: 'danger' } : {})}
            onClick={() => void pushPreview(preview)}
          >
            {settled ? 'Nothing to push' : verb}
          </Button>
          {production && !settled && <EnvironmentBadge environment="production" />}
          <Working channel="publish.push" busy={push.busy} label="Pushing" />
          <span className="push-bound push-end">
            Bound to preview <span className="mono">{preview.hash.slice(0, 12)}</span>
            <CopyButton value={preview.hash} what="hash of the preview" />
          </span>
        </div>
      </div>
    </Section>
  );
}

function Pushed({ outcome: { publication } }: { outcome: PushOutcome }) {
  return (
    <Notice tone="good" role="status" title={`${ACT[publication.act].done}: ${count(publication.kids.length, 'key')}.`}>
      <p>
        <When at={publication.at} precision="second" />. The tenant holds exactly what was sent.
        {publication.kids.length > 0 && ' Now prove it from outside.'}
      </p>
    </Notice>
  );
}
