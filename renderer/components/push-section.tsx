// The push: bound to the preview on the screen, with what it is doing and how it ended.
import { Button } from '@mantine/core';
import { IconCloudUp } from '@tabler/icons-react';
import type { PushOutcome } from '../../shared/contract.ts';
import type { PublicationPreview } from '../../shared/model.ts';
import type { PublishFlow } from '../state/publish-flow.ts';
import { count } from '../text/hex.ts';
import { CopyButton } from './copy-button.tsx';
import { EnvironmentBadge } from './environment-badge.tsx';
import { Failure } from './failure.tsx';
import { Notice } from './notice.tsx';
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
  const { push, pushPreview } = flow;
  const verb = preview.body === null ? 'Delete the set at' : 'Push to';
  const settled = preview.upToDate && !push.busy;
  const blocked = preview.findings.some(({ severity }) => severity === 'error');
  return (
    <Section
      title="2. Push"
      lead="Sends exactly the preview above, then reads it back. If anything changed meanwhile, nothing is sent."
    >
      <div className="stack">
        {push.result && <Pushed outcome={push.result} />}
        <Failure error={push.error} />
        <div className="row row-wrap">
          <Button
            leftSection={<IconCloudUp size={17} aria-hidden />}
            loading={push.busy}
            disabled={settled || blocked || flow.preview.isFetching}
            {...(preview.body === null ? { color: 'danger' } : {})}
            onClick={() => void pushPreview(preview)}
          >
            {settled ? 'Nothing to push' : `${verb} ${tenant}`}
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
    <Notice tone="good" role="status" title={`Published and read back: ${count(publication.kids.length, 'key')}.`}>
      <p>
        <When at={publication.at} precision="second" />. The tenant holds exactly what was sent. Now prove it from
        outside.
      </p>
    </Notice>
  );
}
