// Whom a safe connection trusts, by which way tenants are reached, and a try of that. The page changes nothing by itself: files
// are chosen and every change is confirmed beside it.
import { Skeleton } from '@mantine/core';
import { useNetwork } from '../state/queries.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';
import { Section } from '../../parts/section.tsx';
import { NetworkAuthorities } from './network-authorities.tsx';
import { NetworkProxy } from './network-proxy.tsx';
import { NetworkTry } from './network-try.tsx';
import { ProxyAccount } from './proxy-account.tsx';

const { title, lead } = words.network;

export function NetworkSection() {
  const { data: view, error, refetch } = useNetwork();
  return (
    <Section title={title} lead={lead}>
      {view === undefined ? (
        error === null ? (
          <Skeleton height={160} />
        ) : (
          <Failure error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <div className="stack">
          <NetworkAuthorities view={view} />
          <NetworkProxy key={JSON.stringify(view.proxy)} proxy={view.proxy} />
          <ProxyAccount proxy={view.proxy} />
          <NetworkTry />
        </div>
      )}
    </Section>
  );
}
