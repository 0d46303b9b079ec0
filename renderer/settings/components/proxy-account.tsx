// For whom, and for which proxy alone, a password is kept. It is typed beside this page and lies in the keychain.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ProxyView } from '../../../shared/domain/network.ts';
import { useCommand } from '../../state/commands.ts';
import { words } from '../../text/words.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Failure } from '../../parts/failure.tsx';
import { PlainText } from '../../parts/plain-text.tsx';

const NETWORK = words.network;

export function ProxyAccount({ proxy: { kind, address, account } }: { proxy: ProxyView }) {
  const [user, setUser] = useState('');
  const [at, setAt] = useState('');
  const store = useCommand('network.storeAccount');
  const remove = useCommand('network.removeAccount');
  const place = at.trim() === '' && kind === 'address' ? (address ?? '') : at.trim();
  return (
    <>
      <Facts>
        <Fact name={NETWORK.account}>
          {account === null ? NETWORK.noAccount : NETWORK.accountOf(account.user, account.proxy)}
        </Fact>
      </Facts>
      <PlainText label={NETWORK.user} description={NETWORK.userMeans} value={user} onChange={setUser} />
      <PlainText
        label={NETWORK.atProxy}
        placeholder={kind === 'address' ? (address ?? '') : ''}
        value={at}
        onChange={setAt}
      />
      <Failure error={store.error ?? remove.error} />
      <div className="row row-wrap">
        <Button
          variant="default"
          size="sm"
          loading={store.busy}
          onClick={() => void store.run({ user: user.trim(), proxy: place })}
        >
          {NETWORK.keep}
        </Button>
        {account !== null && (
          <Button variant="subtle" size="sm" loading={remove.busy} onClick={() => void remove.run({})}>
            {NETWORK.forget}
          </Button>
        )}
      </div>
    </>
  );
}
