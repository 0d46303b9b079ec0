// By which proxy tenants are reached. The main process says what it would mean and has it confirmed.
import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import {
  listOf,
  PROXY_KINDS,
  type ProxyKind,
  type ProxyOrder,
  type ProxyView,
} from '../../../shared/domain/network.ts';
import { useCommand } from '../../state/commands.ts';
import { useUnsaved } from '../../state/unsaved.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';
import { PlainText } from '../../parts/plain-text.tsx';

const NETWORK = words.network;

export function NetworkProxy({ proxy }: { proxy: ProxyView }) {
  const [kind, setKind] = useState(proxy.kind);
  const [address, setAddress] = useState(proxy.address ?? '');
  const [straight, setStraight] = useState(proxy.noProxy.join(', '));
  const set = useCommand('network.setProxy');
  const before = [proxy.kind, proxy.address ?? '', proxy.noProxy.join(', ')];
  useUnsaved([kind, address, straight].some((now, at) => now !== before[at]));
  return (
    <>
      <Radio.Group
        label={NETWORK.proxy}
        value={kind}
        onChange={(chosen) => setKind(PROXY_KINDS.find((each) => each === chosen) ?? 'system')}
      >
        <div className="radio-row">
          {PROXY_KINDS.map((each) => (
            <Radio key={each} value={each} label={NETWORK.kind[each]} />
          ))}
        </div>
      </Radio.Group>
      {(kind === 'address' || kind === 'script') && (
        <PlainText
          label={kind === 'address' ? NETWORK.address : NETWORK.script}
          description={kind === 'address' ? NETWORK.addressMeans : NETWORK.scriptMeans}
          value={address}
          onChange={setAddress}
        />
      )}
      <PlainText label={NETWORK.straight} description={NETWORK.straightMeans} value={straight} onChange={setStraight} />
      <Failure error={set.error} />
      <div>
        <Button
          variant="default"
          size="sm"
          loading={set.busy}
          onClick={() => void set.run(orderFrom(kind, address.trim(), listOf(straight)))}
        >
          {NETWORK.use}
        </Button>
      </div>
    </>
  );
}

function orderFrom(kind: ProxyKind, address: string, noProxy: string[]): ProxyOrder {
  switch (kind) {
    case 'system':
    case 'none':
      return { kind, noProxy };
    case 'address':
      return { kind, address, noProxy };
    case 'script':
      return { kind, address: /^https?:/i.test(address) ? address : null, noProxy };
  }
}
