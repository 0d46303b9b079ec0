// Claims to be edited, and the token that a current key makes of them. What comes out lets its bearer in.
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import type { SubmitEvent } from 'react';
import { useId, useState } from 'react';
import type { SignedJws } from '../../../shared/acts/keys.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { claimsIn } from '../state/claims.ts';
import { useCommand } from '../../state/commands.ts';
import { useNow } from '../../state/now.ts';
import { keyIn } from '../../../shared/domain/key-ring/lane.ts';
import { algorithmLine } from '../../text/algorithms.ts';
import { relativeTo } from '../../text/dates.ts';
import { durationOf } from '../../text/durations.ts';
import { shortKid } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { CodeView } from '../../parts/code-view.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { ComeIntoView } from '../../parts/come-into-view.tsx';
import { FootBar } from '../../parts/foot-bar.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { SecondOfficerAhead } from '../../parts/second-officer-ahead.tsx';
import { When } from '../../parts/when.tsx';
import { Working } from '../../parts/working.tsx';

const said = words.bench.signer;

const LIFETIMES = [60, 300, 3600, 86_400] as const;
const USUAL = 300;

interface TokenSignerProps {
  tenant: Tenant;
  /** Rings that have a current key; at least one. */
  rings: readonly RingView[];
  claims: string;
  onEdit: (claims: string) => void;
}

export function TokenSigner({ tenant, rings, claims: text, onEdit }: TokenSignerProps) {
  const sign = useCommand('token.sign');
  const [ring, setRing] = useState(rings[0]?.ring.name ?? '');
  const [ttl, setTtl] = useState<number>(USUAL);
  const formId = useId();
  const [attempted, setAttempted] = useState(false);
  const checked = claimsIn(text);
  const problem = checked.ok ? null : checked.problem;

  function submit(event: SubmitEvent) {
    event.preventDefault();
    setAttempted(true);
    if (checked.ok) {
      void sign.run({ tenant: tenant.name, ring, claims: checked.claims, ttl });
    }
  }

  return (
    <form id={formId} className="stack" noValidate onSubmit={submit}>
      <Textarea
        label={said.claims}
        description={said.claimsMeans}
        rows={10}
        resize="vertical"
        spellCheck={false}
        classNames={{ input: 'mono' }}
        value={text}
        error={attempted || text.length > 2 ? problem : null}
        onChange={(event) => onEdit(event.currentTarget.value)}
      />
      <div className="bench-choices">
        <NativeSelect
          label={said.signedBy}
          value={ring}
          data={rings.map((view) => ({ value: view.ring.name, label: ringLabel(view) }))}
          onChange={(event) => setRing(event.currentTarget.value)}
        />
        <NativeSelect
          label={said.validFor}
          value={String(ttl)}
          data={LIFETIMES.map((seconds) => ({ value: String(seconds), label: durationOf(seconds) }))}
          onChange={(event) => setTtl(Number(event.currentTarget.value))}
        />
      </div>
      <Notice tone="caution" title={said.caution}>
        <p>{said.cautionMeans}</p>
      </Notice>
      {sign.error === null && <SecondOfficerAhead tenant={tenant.name} act="token.sign" />}
      <Failure error={sign.error} />
      <ComeIntoView news={sign.result !== undefined}>{sign.result && <Signed token={sign.result} />}</ComeIntoView>
      <FootBar
        title={said.title}
        tenant={tenant}
        action={
          <>
            <Working channel="token.sign" busy={sign.busy} label={said.working} />
            <Button
              type="submit"
              form={formId}
              leftSection={<IconSignature size={16} aria-hidden />}
              loading={sign.busy}
            >
              {said.sign}
            </Button>
          </>
        }
      >
        {said.foot(ring, durationOf(ttl))}
      </FootBar>
    </form>
  );
}

function ringLabel({ ring, keys }: RingView): string {
  return `${ring.name} (${algorithmLine(ring.alg, ring.bits)}, ${shortKid(keyIn('current', keys)?.kid ?? '')})`;
}

function Signed({ token: { jws, kid, alg, expiresAt } }: { token: SignedJws }) {
  const now = useNow();
  return (
    <div className="stack-tight" role="status">
      <div className="row row-wrap">
        <h3 className="small">{said.signed}</h3>
        <span className="quiet small">
          {say(
            said.by(
              <span className="mono">{alg}</span>,
              <span className="mono">{shortKid(kid)}</span>,
              expiresAt === null
                ? said.neverExpires
                : say(said.expires(<When at={expiresAt} precision="second" />, relativeTo(expiresAt, now))),
            ),
          )}
        </span>
        <span className="push-end">
          <CopyButton wide what={said.token} value={jws} />
        </span>
      </div>
      <CodeView label={said.signed} text={jws} wrap maxHeight={180} />
    </div>
  );
}
