// Publishing in four steps: see exactly what would change, push exactly that, prove it from outside, and watch over it.
import { Button, Skeleton } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import type { EndpointKind } from '../../../shared/domain/endpoints.ts';
import { AimNotice } from '../components/aim-notice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Reading, Stopped } from '../../parts/reading.tsx';
import { PreviewParts } from '../components/preview-parts.tsx';
import { ProofSection } from '../components/proof-section.tsx';
import { PublicationHistory } from '../components/publication-history.tsx';
import { PublishFoot } from '../components/publish-foot.tsx';
import { PushConsent } from '../components/push-consent.tsx';
import { PushNews } from '../components/push-news.tsx';
import { useProofIsDue } from '../state/proof-due.ts';
import { Section } from '../../parts/section.tsx';
import { TenantFailure } from '../../tenants/components/tenant-failure.tsx';
import { TenantFrame } from '../../tenants/components/tenant-frame.tsx';
import { WatchSection } from '../components/watch-section.tsx';
import { WithoutNetwork } from '../../offline/components/without-network.tsx';
import { usePublishFlow, type PublishFlow } from '../state/publish-flow.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';

export const screen = screenOf('publish', PublishScreen);

function PublishScreen({ tenant }: { tenant: string }) {
  return <TenantFrame tenant={tenant}>{(view) => <Publish view={view} />}</TenantFrame>;
}

function Publish({ view }: { view: TenantView }) {
  const { name: tenant, endpoint } = view.tenant;
  const flow = usePublishFlow(view.tenant);
  const { preview, push } = flow;
  const proofIsDue = useProofIsDue(view, flow);
  return (
    <Page
      title={words.publish.title}
      lead={words.publish.lead}
      actions={
        <Button
          variant="default"
          leftSection={<IconRefresh size={15} aria-hidden />}
          loading={preview.isFetching && !preview.isPending}
          disabled={(preview.isPending && preview.isFetching) || push.busy}
          onClick={() => void flow.refresh()}
        >
          {words.publish.refresh}
        </Button>
      }
    >
      <AimNotice flow={flow} />
      <PushNews flow={flow} />
      <Preview tenant={tenant} flow={flow} endpoint={endpoint} />
      {preview.data && <PushConsent tenant={view.tenant} flow={flow} preview={preview.data} />}
      {preview.data && <ProofSection tenant={tenant} flow={flow} isDue={proofIsDue} />}
      <WatchSection tenant={tenant} drift={view.drift} pushed={view.lastPublication !== null} />
      {/* What waits or travels is a push; a former set is brought back face to face with the tenant. */}
      {flow.aim.act === 'push' && (
        <WithoutNetwork tenant={tenant} error={preview.error ?? push.error} decisions={flow.decisions} />
      )}
      <PublicationHistory tenant={tenant} flow={flow} />
      {preview.data && <PublishFoot tenant={view.tenant} flow={flow} preview={preview.data} proofIsDue={proofIsDue} />}
    </Page>
  );
}

interface PreviewProps {
  tenant: string;
  flow: PublishFlow;
  endpoint: EndpointKind;
}

function Preview({ tenant, flow, endpoint }: PreviewProps) {
  const { preview, refresh } = flow;
  const { data, error, isFetching, stopped } = preview;
  const again = () => void refresh();
  if (error !== null && !isFetching) {
    return <TenantFailure endpoint={endpoint} error={error} onRetry={again} />;
  }
  return (
    <>
      {stopped && <Stopped onRetry={again} />}
      <Reading busy={isFetching} from={tenant} onStop={preview.stop} />
      {data !== undefined && <PreviewSection preview={data} flow={flow} />}
      {data === undefined && !stopped && (
        <Section title={words.preview.reading.title} lead={words.preview.reading.lead}>
          <Skeleton height={160} />
        </Section>
      )}
    </>
  );
}

function PreviewSection({ preview, flow }: { preview: PublicationPreview; flow: PublishFlow }) {
  return (
    <Section
      title={words.preview.title}
      lead={say(words.preview.lead(<span className="mono">{preview.jwksUrl}</span>))}
    >
      <div className="stack">
        {preview.upToDate && (
          <Notice tone="good" title={words.preview.upToDate.title}>
            <p>{words.preview.upToDate.means}</p>
          </Notice>
        )}
        <PreviewParts preview={preview} busy={flow.push.busy} onDecide={flow.decideOn} />
      </div>
    </Section>
  );
}
