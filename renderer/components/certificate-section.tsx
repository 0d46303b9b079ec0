// The certificate around a key, and the three ways to another one: issued anew, requested from an authority, or taken
// from the authority's reply. The key itself never changes by any of them.
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { CertificateFacts, SigningKey, Tenant } from '../../shared/model.ts';
import { useCommand } from '../state/commands.ts';
import { useNow } from '../state/now.ts';
import { useCertificate } from '../state/queries.ts';
import { CERTIFICATE } from '../text/certificate-words.ts';
import { relativeTo } from '../text/dates.ts';
import { Fact, Facts } from './facts.tsx';
import { Failure } from './failure.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { Notice } from './notice.tsx';
import { ReissueDialog } from './reissue-dialog.tsx';
import { RequestDialog } from './request-dialog.tsx';
import { Section } from './section.tsx';
import { When } from './when.tsx';

export function CertificateSection({ tenant, signingKey }: { tenant: Tenant; signingKey: SigningKey }) {
  const { kid } = signingKey;
  const { data: facts, error, refetch } = useCertificate(tenant.name, kid);
  const accept = useCommand('certificate.accept');
  const [asking, setAsking] = useState<'reissue' | 'request' | null>(null);
  const close = () => setAsking(null);
  const revoked = signingKey.state === 'revoked';
  return (
    <Section
      title="Certificate"
      lead={revoked ? CERTIFICATE.leadRevoked : CERTIFICATE.lead}
      {...(revoked
        ? {}
        : {
            actions: (
              <>
                <Button size="xs" variant="default" onClick={() => setAsking('reissue')}>
                  Issue anew…
                </Button>
                <Button size="xs" variant="default" onClick={() => setAsking('request')}>
                  Request…
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  loading={accept.busy}
                  onClick={() => void accept.run({ tenant: tenant.name, kid })}
                >
                  Take reply…
                </Button>
              </>
            ),
          })}
    >
      <div className="stack">
        <Failure error={accept.error} />
        {accept.result && <Notice tone="good" role="status" title={CERTIFICATE.taken} />}
        {accept.result === null && <Notice tone="info" role="status" title={CERTIFICATE.notTaken} />}
        {facts ? (
          <CertificateRows facts={facts} signingKey={signingKey} />
        ) : error === null ? (
          <Skeleton height={190} />
        ) : (
          <Failure error={error} onRetry={() => void refetch()} />
        )}
      </div>
      {asking === 'reissue' && <ReissueDialog tenant={tenant} kid={kid} onClose={close} />}
      {asking === 'request' && <RequestDialog tenant={tenant} kid={kid} onClose={close} />}
    </Section>
  );
}

function CertificateRows({ facts, signingKey }: { facts: CertificateFacts; signingKey: SigningKey }) {
  const now = useNow();
  return (
    <Facts>
      <Fact name="Subject">{facts.subject}</Fact>
      <Fact name="Serial number">
        <Fingerprint what="serial number" value={facts.serial} />
      </Fact>
      <Fact name="Wrapper ends">
        <When at={facts.notAfter} precision="day" /> ({relativeTo(facts.notAfter, now)}), began{' '}
        <When at={facts.notBefore} precision="day" />
      </Fact>
      <Fact name="Age of the key">
        made or brought in <When at={signingKey.createdAt} precision="day" /> ({relativeTo(signingKey.createdAt, now)})
      </Fact>
      <Fact name="SHA-256">
        <Fingerprint what="SHA-256 fingerprint" value={facts.sha256} />
      </Fact>
      <Fact name="SHA-1">
        <Fingerprint what="SHA-1 fingerprint" value={facts.sha1} />
      </Fact>
    </Facts>
  );
}
