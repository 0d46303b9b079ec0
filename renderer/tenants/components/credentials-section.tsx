// What lets us in at the tenant: which kind of credential is set, for whom and for which address. This page knows no
// secret part and can send none; the main process asks for it outside of this window.
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import {
  credentialKindsOf,
  type CredentialOrder,
  type CredentialView,
} from '../../../shared/domain/tenant/credentials.ts';
import { type CredentialKind, ENDPOINTS } from '../../../shared/domain/endpoints.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { announce } from '../../state/announce.ts';
import { useCommand, type Command } from '../../state/commands.ts';
import { useCredentials } from '../state/queries.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { CredentialDialog, type PublicKind } from './credential-dialog.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Kid } from '../../parts/kid.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { Working } from '../../parts/working.tsx';

const CREDENTIALS = words.credentials;

export function CredentialsSection({ tenant }: { tenant: Tenant }) {
  const kinds = credentialKindsOf(tenant.endpoint);
  return kinds.length === 0 ? (
    <Section title={CREDENTIALS.title} lead={CREDENTIALS.sandbox.lead}>
      <p className="quiet">{CREDENTIALS.sandbox.means}</p>
    </Section>
  ) : (
    <Credentials tenant={tenant} kinds={kinds} />
  );
}

function Credentials({ tenant, kinds }: { tenant: Tenant; kinds: readonly CredentialKind[] }) {
  const { data: found, error, refetch } = useCredentials(tenant.name);
  const store = useCommand('credentials.store');
  const remove = useCommand('credentials.remove');
  return (
    <Section title={CREDENTIALS.title} lead={CREDENTIALS.lead}>
      <div className="stack">
        {found === undefined ? (
          error === null ? (
            <Skeleton height={48} />
          ) : (
            <Failure error={error} onRetry={() => void refetch()} />
          )
        ) : (
          <Found found={found} />
        )}
        <Grants endpoint={tenant.endpoint} />
        <Failure error={store.error ?? remove.error} />
        <Ways tenant={tenant} kinds={kinds} found={found} store={store} remove={remove} />
      </div>
    </Section>
  );
}

/** What to ask the administrator of the tenant for, before anything fails for want of it. */
function Grants({ endpoint }: Pick<Tenant, 'endpoint'>) {
  const { grants } = ENDPOINTS[endpoint];
  return (
    grants && (
      <Facts>
        <Fact name={CREDENTIALS.grants.publishing}>
          <Scopes scopes={grants.publishing} />
        </Fact>
        <Fact name={CREDENTIALS.grants.ownKeys}>
          <Scopes scopes={grants.ownKeys} />
        </Fact>
      </Facts>
    )
  );
}

function Scopes({ scopes }: { scopes: readonly string[] }) {
  return (
    <span className="row">
      <span className="mono">{scopes.join(' ')}</span>
      <CopyButton value={scopes.join(' ')} what={CREDENTIALS.grants.copied} />
    </span>
  );
}

function Found({ found }: { found: CredentialView | null }) {
  if (found === null) {
    return (
      <Notice tone="info" title={CREDENTIALS.none.title}>
        <p>{CREDENTIALS.none.means}</p>
      </Notice>
    );
  }
  const { kind, who, kid, origin, fits } = found;
  return (
    <>
      {!fits && (
        <Notice tone="caution" title={CREDENTIALS.moved.title}>
          <p>{CREDENTIALS.moved.means}</p>
        </Notice>
      )}
      <Facts>
        <Fact name={CREDENTIALS.kindLabel}>{CREDENTIALS.kind[kind].word}</Fact>
        {who !== null && (
          <Fact name={CREDENTIALS.whose}>
            <span className="mono">{who}</span>
          </Fact>
        )}
        {kid !== null && (
          <Fact name={CREDENTIALS.signedBy}>
            <Kid kid={kid} />
          </Fact>
        )}
        <Fact name={CREDENTIALS.sentTo}>
          {say(CREDENTIALS.only(<span className="mono">{origin ?? CREDENTIALS.theSandbox}</span>))}
        </Fact>
      </Facts>
    </>
  );
}

interface WaysProps {
  tenant: Tenant;
  kinds: readonly CredentialKind[];
  /** `undefined` until it is known. */
  found: CredentialView | null | undefined;
  store: Command<'credentials.store'>;
  remove: Command<'credentials.remove'>;
}

function Ways({ tenant: { name }, kinds, found, store, remove }: WaysProps) {
  const [asking, setAsking] = useState<PublicKind | null>(null);
  const busy = store.busy || remove.busy;

  async function give(order: CredentialOrder): Promise<boolean> {
    remove.reset();
    const outcome = await store.run(order);
    if (outcome.done) {
      announce(outcome.result === null ? CREDENTIALS.nothingStored : CREDENTIALS.stored(name));
    }
    return outcome.done;
  }

  async function forget() {
    store.reset();
    const outcome = await remove.run({ tenant: name });
    if (outcome.done) {
      announce(outcome.result ? CREDENTIALS.forgotten(name) : CREDENTIALS.stay);
    }
  }

  function begin(kind: CredentialKind) {
    store.reset();
    if (kind === 'token' || kind === 'client-certificate') {
      void give({ tenant: name, kind });
    } else {
      setAsking(kind);
    }
  }

  return (
    <>
      <div className="row row-wrap">
        {kinds.map((kind, index) => (
          <Button
            key={kind}
            variant={found === null && index === 0 ? 'filled' : 'default'}
            size="xs"
            disabled={busy}
            onClick={() => begin(kind)}
          >
            {CREDENTIALS.kind[kind].give}
          </Button>
        ))}
        {found && (
          <Button variant="subtle" color="danger" size="xs" disabled={busy} onClick={() => void forget()}>
            {CREDENTIALS.forget}
          </Button>
        )}
        <Working channel="credentials.store" busy={busy} label={CREDENTIALS.answer} />
      </div>
      {found && <p className="quiet small">{CREDENTIALS.replace}</p>}
      {asking !== null && (
        <CredentialDialog
          tenant={name}
          kind={asking}
          command={store}
          onGive={give}
          onClose={() => {
            setAsking(null);
            store.reset();
          }}
        />
      )}
    </>
  );
}
