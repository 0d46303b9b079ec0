// The token bench: paste a token to learn what it says and who signed it, change its claims, sign them anew.
import { Button, Textarea } from '@mantine/core';
import { IconArrowNarrowRight, IconEyeCheck, IconKeyOff } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Page } from '../../parts/page.tsx';
import { Section } from '../../parts/section.tsx';
import { TenantFrame } from '../../tenants/components/tenant-frame.tsx';
import { TokenSigner } from '../components/token-signer.tsx';
import { TokenVerdict } from '../components/token-verdict.tsx';
import { claimsToEdit } from '../state/claims.ts';
import { useCommand } from '../../state/commands.ts';
import { keyIn } from '../../../shared/domain/key-ring/lane.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';
import './bench.css';

export const screen = screenOf('bench', BenchScreen);

function BenchScreen({ tenant }: { tenant: string }) {
  return <TenantFrame tenant={tenant}>{(view) => <Bench view={view} />}</TenantFrame>;
}

const { reader, signer } = words.bench;

const BLANK_CLAIMS = '{\n  "sub": ""\n}';

function Bench({ view: { tenant, rings } }: { view: TenantView }) {
  const [claims, setClaims] = useState(BLANK_CLAIMS);
  const signing = rings.filter(({ keys }) => keyIn('current', keys) !== null);
  return (
    <Page title={words.bench.title} lead={words.bench.lead}>
      <div className="bench-columns">
        <Reader tenant={tenant.name} onTake={(taken) => setClaims(claimsToEdit(taken))} />
        <Section title={signer.title} lead={signer.lead}>
          {signing.length === 0 ? (
            <Empty icon={<IconKeyOff size={22} aria-hidden />} title={signer.nothing}>
              {signer.nothingMeans}
            </Empty>
          ) : (
            <TokenSigner tenant={tenant} rings={signing} claims={claims} onEdit={setClaims} />
          )}
        </Section>
      </div>
    </Page>
  );
}

interface ReaderProps {
  tenant: string;
  onTake: (claims: Record<string, unknown>) => void;
}

function Reader({ tenant, onTake }: ReaderProps) {
  const read = useCommand('token.read');
  const [jws, setJws] = useState('');

  function submit(event: SubmitEvent) {
    event.preventDefault();
    void read.run({ tenant, jws });
  }

  const { result } = read;
  return (
    <Section title={reader.title} lead={reader.lead}>
      <form className="stack" noValidate onSubmit={submit}>
        <Textarea
          label={reader.token}
          rows={5}
          resize="vertical"
          spellCheck={false}
          autoComplete="off"
          maxLength={65_536}
          classNames={{ input: 'mono' }}
          placeholder={reader.placeholder}
          value={jws}
          onChange={(event) => setJws(event.currentTarget.value)}
        />
        <div className="row row-wrap">
          <Button
            type="submit"
            variant="default"
            leftSection={<IconEyeCheck size={16} aria-hidden />}
            loading={read.busy}
            disabled={jws.trim() === ''}
          >
            {reader.read}
          </Button>
          {result && (
            <Button
              variant="default"
              leftSection={<IconArrowNarrowRight size={16} aria-hidden />}
              onClick={() => onTake(result.claims)}
            >
              {reader.edit}
            </Button>
          )}
        </div>
        <Failure error={read.error} />
        {result && <TokenVerdict tenant={tenant} reading={result} />}
      </form>
    </Section>
  );
}
