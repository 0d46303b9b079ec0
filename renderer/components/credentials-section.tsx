// What lets us in at the tenant: which kind of credential is set, for whom and for which address. This page knows no
// secret part and can send none; the main process asks for it outside of this window.
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { credentialKindsOf, type CredentialOrder, type CredentialView } from '../../shared/credentials.ts';
import type { CredentialKind, Tenant } from '../../shared/model.ts';
import { announce } from '../state/announce.ts';
import { useCommand, type Command } from '../state/commands.ts';
import { useCredentials } from '../state/queries.ts';
import { CREDENTIAL } from '../text/credential-words.ts';
import { CredentialDialog, type PublicKind } from './credential-dialog.tsx';
import { Fact, Facts } from './facts.tsx';
import { Failure } from './failure.tsx';
import { Kid } from './kid.tsx';
import { Notice } from './notice.tsx';
import { Section } from './section.tsx';
import { Working } from './working.tsx';

export function CredentialsSection({ tenant }: { tenant: Tenant }) {
  const kinds = credentialKindsOf(tenant.endpoint);
  return kinds.length === 0 ? (
    <Section title="Credentials" lead="A sandbox tenant gives itself its credentials.">
      <p className="quiet">Nothing is to be done here.</p>
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
    <Section title="Credentials" lead="What lets us in at its endpoint. The secret part never enters this page.">
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
        <Failure error={store.error ?? remove.error} />
        <Ways tenant={tenant} kinds={kinds} found={found ?? null} store={store} remove={remove} />
      </div>
    </Section>
  );
}

function Found({ found }: { found: CredentialView | null }) {
  if (found === null) {
    return (
      <Notice tone="info" title="No credentials yet.">
        <p>Nothing can be read from or published to this tenant without them.</p>
      </Notice>
    );
  }
  const { kind, who, kid, origin, fits } = found;
  return (
    <>
      {!fits && (
        <Notice tone="caution" title="The address of the tenant changed since they were given.">
          <p>So they are sent nowhere. Give them again for the new address.</p>
        </Notice>
      )}
      <Facts>
        <Fact name="Kind">{CREDENTIAL[kind].word}</Fact>
        {who !== null && (
          <Fact name="For">
            <span className="mono">{who}</span>
          </Fact>
        )}
        {kid !== null && (
          <Fact name="Signed by">
            <Kid kid={kid} />
          </Fact>
        )}
        <Fact name="Sent to">
          <span className="mono">{origin ?? 'the sandbox'}</span> only
        </Fact>
      </Facts>
    </>
  );
}

interface WaysProps {
  tenant: Tenant;
  kinds: readonly CredentialKind[];
  found: CredentialView | null;
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
      announce(outcome.result === null ? 'Nothing was stored' : `Stored the credentials of ${name}`);
    }
    return outcome.done;
  }

  async function forget() {
    store.reset();
    const outcome = await remove.run({ tenant: name });
    if (outcome.done) {
      announce(outcome.result ? `Forgot the credentials of ${name}` : 'The credentials stay');
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
        {kinds.map((kind) => (
          <Button key={kind} variant="default" size="xs" disabled={busy} onClick={() => begin(kind)}>
            {CREDENTIAL[kind].give}
          </Button>
        ))}
        {found !== null && (
          <Button variant="subtle" color="danger" size="xs" disabled={busy} onClick={() => void forget()}>
            Forget…
          </Button>
        )}
        <Working channel="credentials.store" busy={busy} label="Answer the question that Key Custodian asks" />
      </div>
      {found !== null && <p className="quiet small">New ones take the place of those that are set.</p>}
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
