// What has to be typed before more than a push: why a revoked key comes back, and the tenant's name before everything
// is taken down. Where the main process asks, it asks for that too.
import { TextInput } from '@mantine/core';
import type { PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { isConfirmed } from '../../state/confirmed.ts';
import { revokedBack } from '../state/publish-aim.ts';
import type { PublishFlow } from '../state/publish-flow.ts';
import { words } from '../../text/words.ts';
import { Section } from '../../parts/section.tsx';
import { TypedName } from '../../parts/typed-name.tsx';

interface PushConsentProps {
  tenant: Tenant;
  flow: Pick<PublishFlow, 'consent' | 'setConsent' | 'push'>;
  preview: PublicationPreview;
}

export function PushConsent({ tenant, flow: { consent, setConsent, push }, preview }: PushConsentProps) {
  const kids = revokedBack(preview);
  const asks = kids.length > 0 || preview.act === 'clear';
  if (preview.upToDate || isConfirmed(tenant) || !asks) {
    return null;
  }
  return (
    <Section title={words.publish.consent.title}>
      <div className="stack">
        {kids.length > 0 && (
          <TextInput
            label={words.publish.consent.label(kids.length)}
            description={words.publish.consent.description}
            withAsterisk
            maw={520}
            maxLength={500}
            disabled={push.busy}
            value={consent.reason}
            onChange={(event) => setConsent({ ...consent, reason: event.currentTarget.value })}
          />
        )}
        {preview.act === 'clear' && (
          <TypedName
            tenant={tenant.name}
            disabled={push.busy}
            value={consent.name}
            onChange={(name) => setConsent({ ...consent, name })}
          />
        )}
      </div>
    </Section>
  );
}
