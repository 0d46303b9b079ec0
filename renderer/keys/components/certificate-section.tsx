// The certificate around a key, and the three ways to another one: issued anew, requested from an authority, or taken
// from the authority's reply. The key itself never changes by any of them.
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { isLiving } from '../../../shared/domain/limits.ts';
import type { CertificateFacts } from '../../../shared/domain/key-ring/certificates.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { useIntent } from '../../state/intent.ts';
import { useCommand } from '../../state/commands.ts';
import { useNow } from '../../state/now.ts';
import { useCertificate } from '../state/queries.ts';
import { relativeTo } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ReissueDialog } from './reissue-dialog.tsx';
import { RequestDialog } from './request-dialog.tsx';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';

const said = words.certificate;

export function CertificateSection({ tenant, signingKey }: { tenant: Tenant; signingKey: SigningKey }) {
  const { kid } = signingKey;
  const { data: facts, error, refetch } = useCertificate(tenant.name, kid);
  const accept = useCommand('certificate.accept');
  const [asking, setAsking] = useState<'reissue' | 'request' | null>(null);
  const close = () => setAsking(null);
  useIntent(['certificate.reissue'], { tenant: tenant.name, kid }, () => setAsking('reissue'));
  const revoked = !isLiving(signingKey.state);
  return (
    <Section
      title={said.title}
      lead={revoked ? said.leadRevoked : said.lead}
      {...(revoked
        ? {}
        : {
            actions: (
              <>
                <Button size="xs" variant="default" onClick={() => setAsking('reissue')}>
                  {said.reissue}
                </Button>
                <Button size="xs" variant="default" onClick={() => setAsking('request')}>
                  {said.request}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  loading={accept.busy}
                  onClick={() => void accept.run({ tenant: tenant.name, kid })}
                >
                  {said.importReply}
                </Button>
              </>
            ),
          })}
    >
      <div className="stack">
        <Failure error={accept.error} />
        {accept.result && (
          <Notice tone="good" role="status" title={said.taken}>
            <p>{said.signatures[accept.result.signature]}</p>
          </Notice>
        )}
        {accept.result === null && <Notice tone="info" role="status" title={said.notTaken} />}
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
      <Fact name={said.subject}>{facts.subject}</Fact>
      <Fact name={said.serial}>
        <Fingerprint what={said.serialCopied} value={facts.serial} />
      </Fact>
      <Fact name={said.ends}>
        {say(
          said.validity(
            <When at={facts.notAfter} precision="day" />,
            relativeTo(facts.notAfter, now),
            <When at={facts.notBefore} precision="day" />,
          ),
        )}
      </Fact>
      <Fact name={said.age}>
        {say(said.createdOn(<When at={signingKey.createdAt} precision="day" />, relativeTo(signingKey.createdAt, now)))}
      </Fact>
      <Fact name={said.sha256}>
        <Fingerprint what={said.sha256Fingerprint} value={facts.sha256} />
      </Fact>
      <Fact name={said.sha1}>
        <Fingerprint what={said.sha1Fingerprint} value={facts.sha1} />
      </Fact>
    </Facts>
  );
}
