// Proves what is published: the button stands where it is due, at the foot or in its section.
import { Button } from '@mantine/core';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { words } from '../../text/words.ts';
import type { PublishFlow } from '../state/publish-flow.ts';

interface ProveButtonProps {
  flow: PublishFlow;
  due?: boolean;
}

export function ProveButton({ flow: { proof, prove, push }, due = false }: ProveButtonProps) {
  return (
    <Button
      variant={due ? 'filled' : 'default'}
      leftSection={<IconRosetteDiscountCheck size={17} aria-hidden />}
      loading={proof.busy}
      disabled={push.busy}
      onClick={() => void prove(false)}
    >
      {proof.result ? words.proof.again : words.proof.prove}
    </Button>
  );
}
