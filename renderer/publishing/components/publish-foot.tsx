// What is due on the publish screen, always in sight: the push of exactly the preview on it, or the proof after it.
import { Button } from '@mantine/core';
import { IconCloudUp } from '@tabler/icons-react';
import type { PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { FootBar } from '../../parts/foot-bar.tsx';
import { Working } from '../../parts/working.tsx';
import { isConfirmed } from '../../state/confirmed.ts';
import { useSecondOfficers } from '../../state/second-officers.ts';
import { shortHash } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { countsLine } from '../state/diff-counts.ts';
import { isSettled, mayGo } from '../state/publish-aim.ts';
import type { PublishFlow } from '../state/publish-flow.ts';
import { ProveButton } from './prove-button.tsx';

const said = words.publish.foot;

interface PublishFootProps {
  tenant: Tenant;
  flow: PublishFlow;
  preview: PublicationPreview;
  proofIsDue: boolean;
}

export function PublishFoot({ tenant, flow, preview, proofIsDue }: PublishFootProps) {
  const { push, pushPreview } = flow;
  const settled = isSettled(preview) && !push.busy;
  const { step, verb } = words.publish.act[preview.act];
  const deletes = preview.act === 'push' && preview.body === null;
  return (
    <FootBar
      title={proofIsDue ? words.proof.title : step}
      tenant={tenant}
      action={
        <>
          <Working
            channel="publish.push"
            busy={push.busy}
            label={words.publish.push.working}
            cancel={{ command: push, what: words.publish.push.thePush }}
          />
          <Button
            leftSection={<IconCloudUp size={17} aria-hidden />}
            variant={settled ? 'default' : 'filled'}
            loading={push.busy}
            disabled={settled || lackOf({ tenant, flow, preview }) !== null}
            {...(preview.body === null ? { color: 'danger' } : {})}
            onClick={() => void pushPreview(preview)}
          >
            {settled
              ? words.publish.push.settled
              : deletes
                ? words.publish.push.deleteSet(tenant.name)
                : verb(tenant.name)}
          </Button>
          {proofIsDue && <ProveButton flow={flow} due />}
        </>
      }
    >
      <Effect tenant={tenant} flow={flow} preview={preview} proofIsDue={proofIsDue} />
    </FootBar>
  );
}

function Effect({ tenant, flow, preview, proofIsDue }: PublishFootProps) {
  const officers = useSecondOfficers(tenant.name, 'publish.push');
  if (isSettled(preview)) {
    return proofIsDue ? words.proof.lead : said.nothing(tenant.name);
  }
  return (
    <>
      {lackOf({ tenant, flow, preview }) ?? countsLine(preview.diff)}
      {officers !== null && `. ${words.fourEyes.ahead.title(tenant.name)}`}
      {isConfirmed(tenant) && `. ${words.controls.askedElsewhere}`}
      {' · '}
      {say(words.publish.push.boundTo(<span className="mono">{shortHash(preview.hash)}</span>))}{' '}
      <CopyButton value={preview.hash} what={words.publish.push.hashOfPreview} />
    </>
  );
}

/** What has to come before the press of the button; `null` when nothing has. */
function lackOf({ tenant, flow, preview }: Omit<PublishFootProps, 'proofIsDue'>): string | null {
  if (flow.preview.isFetching || flow.preview.stopped) {
    return said.lack.preview;
  }
  if (flow.changes !== null || flow.wasOutdated) {
    return said.lack.look;
  }
  return mayGo(preview, tenant, flow.consent) ? null : said.lack.decide;
}
