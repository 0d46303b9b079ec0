// The push: bound to the preview on the screen, with what it is doing and how it ended.
import { Button } from '@mantine/core';
import { IconCloudUp } from '@tabler/icons-react';
import type { PushOutcome } from '../../../shared/acts/publishing.ts';
import type { PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { isConfirmed } from '../../state/confirmed.ts';
import { mayGo } from '../state/publish-aim.ts';
import type { PublishFlow } from '../state/publish-flow.ts';
import { shortHash } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { AskedElsewhere } from '../../parts/asked-elsewhere.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { EnvironmentBadge } from '../../parts/environment-badge.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ChangedPreview } from './changed-preview.tsx';
import { PushConsent } from './push-consent.tsx';
import { RemoteName } from '../../parts/remote-name.tsx';
import { Section } from '../../parts/section.tsx';
import { UndoPush } from './undo-push.tsx';
import { When } from '../../parts/when.tsx';
import { Working } from '../../parts/working.tsx';
import './push-section.css';

interface PushSectionProps {
  tenant: Tenant;
  flow: PublishFlow;
  preview: PublicationPreview;
}

export function PushSection({ tenant: whose, flow, preview }: PushSectionProps) {
  const { name: tenant } = whose;
  const confirmed = isConfirmed(whose);
  const { push, pushPreview, consent } = flow;
  const { act } = preview;
  const said = words.publish.act[act];
  const verb = act === 'push' && preview.body === null ? words.publish.push.deleteSet(tenant) : said.verb(tenant);
  // A decision to keep a key of others is recorded with a push, even where nothing else changes.
  const decides = preview.foreign.some(({ decision }) => decision?.kind === 'keep');
  const settled = preview.upToDate && !decides && !push.busy;
  const unseen = flow.changes !== null || flow.wasOutdated;
  return (
    <Section title={said.step} lead={words.publish.push.lead}>
      <div className="stack">
        {push.result && <Pushed outcome={push.result} flow={flow} />}
        <Failure error={push.error} />
        <ChangedPreview flow={flow} />
        {confirmed ? !settled && <AskedElsewhere /> : <PushConsent tenant={tenant} flow={flow} preview={preview} />}
        <div className="row row-wrap">
          <Button
            leftSection={<IconCloudUp size={17} aria-hidden />}
            loading={push.busy}
            disabled={
              settled || unseen || !mayGo(preview, whose, consent) || flow.preview.isFetching || flow.preview.stopped
            }
            {...(preview.body === null ? { color: 'danger' } : {})}
            onClick={() => void pushPreview(preview)}
          >
            {settled ? words.publish.push.settled : verb}
          </Button>
          {confirmed && !settled && <EnvironmentBadge environment={whose.environment} />}
          <Working
            channel="publish.push"
            busy={push.busy}
            label={words.publish.push.working}
            cancel={{ command: push, what: words.publish.push.thePush }}
          />
          <span className="push-bound push-end">
            {say(words.publish.push.boundTo(<span className="mono">{shortHash(preview.hash)}</span>))}
            <CopyButton value={preview.hash} what={words.publish.push.hashOfPreview} />
          </span>
        </div>
      </div>
    </Section>
  );
}

function Pushed({ outcome: { publication, confirmed }, flow }: { outcome: PushOutcome; flow: PublishFlow }) {
  const { act, at, kids, variations } = publication;
  const when = <When at={at} precision="second" />;
  if (!confirmed) {
    return (
      <Notice tone="caution" role="status" title={words.publish.push.notVisible.title}>
        <p>{say(words.publish.push.notVisible.means(when))}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" role="status" title={words.publish.act[act].done(kids.length)}>
      <p>{kids.length > 0 ? say(words.publish.push.doneAndProve(when)) : say(words.publish.push.done(when))}</p>
      <Variations variations={variations} />
      {flow.sent !== null && <UndoPush flow={flow} sent={flow.sent} />}
    </Notice>
  );
}

/** What the tenant did to the keys that it took; the order is one thing to say, however many keys moved. */
function Variations({ variations }: Pick<PushOutcome['publication'], 'variations'>) {
  const kinds = [...new Set(variations.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const kids = variations.filter((one) => one.kind === kind).map(({ kid }) => kid);
    return (
      <p key={kind}>
        <RemoteName name={kids.join(', ')} /> {words.shared.variation[kind]}.
      </p>
    );
  });
}
