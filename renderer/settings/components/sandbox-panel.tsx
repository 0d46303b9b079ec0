// The sandbox tenant of this machine: whether it answers, where, what it is for, and what shall go wrong at it.
import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { SandboxStatus } from '../../../shared/app-info.ts';
import { useSandbox } from '../state/sandbox.ts';
import { words } from '../../text/words.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Section } from '../../parts/section.tsx';
import { TroubleRehearsal } from './trouble-rehearsal.tsx';

const SANDBOX = words.sandbox;

export function SandboxPanel({ sandbox: { url } }: { sandbox: SandboxStatus }) {
  const { command, start } = useSandbox();

  return (
    <Section
      title={SANDBOX.title}
      lead={SANDBOX.lead}
      actions={
        url === null ? (
          <Button
            size="xs"
            leftSection={<IconPlayerPlay size={15} aria-hidden />}
            loading={command.busy}
            onClick={() => void start()}
          >
            {SANDBOX.start}
          </Button>
        ) : undefined
      }
    >
      <div className="stack">
        <Facts>
          <Fact name={SANDBOX.state}>{url === null ? SANDBOX.off : SANDBOX.running}</Fact>
          {url !== null && (
            <Fact name={SANDBOX.address}>
              <span className="row">
                <span className="mono">{url}</span>
                <CopyButton value={url} what={SANDBOX.addressOf} />
              </span>
            </Fact>
          )}
        </Facts>
        <Failure error={command.error} />
        <TroubleRehearsal />
      </div>
    </Section>
  );
}
