// The sandbox tenant of this machine: whether it answers, where, and what it is for.
import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { SandboxStatus } from '../../shared/model.ts';
import { useSandbox } from '../state/sandbox.ts';
import { CopyButton } from './copy-button.tsx';
import { Fact, Facts } from './facts.tsx';
import { Failure } from './failure.tsx';
import { Section } from './section.tsx';

export function SandboxPanel({ sandbox: { url } }: { sandbox: SandboxStatus }) {
  const { command, start } = useSandbox();

  return (
    <Section
      title="Sandbox"
      lead="A tenant inside the app to rehearse on. It answers on this machine only, and nothing of it leaves."
      actions={
        url === null ? (
          <Button
            size="xs"
            leftSection={<IconPlayerPlay size={15} aria-hidden />}
            loading={command.busy}
            onClick={() => void start()}
          >
            Start the sandbox
          </Button>
        ) : undefined
      }
    >
      <div className="stack">
        <Facts>
          <Fact name="State">
            {url === null ? 'Off. It starts by itself when a sandbox tenant is used.' : 'Running'}
          </Fact>
          {url !== null && (
            <Fact name="Address">
              <span className="row">
                <span className="mono">{url}</span>
                <CopyButton value={url} what="address of the sandbox" />
              </span>
            </Fact>
          )}
        </Facts>
        <Failure error={command.error} />
      </div>
    </Section>
  );
}
