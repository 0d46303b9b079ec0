// Saves the file that one consumer needs of a key. What became of it stands beside the button.
import { Button } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';

interface ConsumerFileButtonProps {
  tenant: string;
  consumer: string;
  kid: string;
}

export function ConsumerFileButton({ tenant, consumer, kid }: ConsumerFileButtonProps) {
  const save = useCommand('consumer.export');

  async function run() {
    const outcome = await save.run({ tenant, consumer, kid });
    if (outcome.done && outcome.result !== null) {
      announce(words.consumers.file.saved(outcome.result.fileName, consumer));
    }
  }

  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        leftSection={<IconDeviceFloppy size={14} aria-hidden />}
        loading={save.busy}
        aria-label={words.consumers.file.saveFor(consumer)}
        onClick={() => void run()}
      >
        {words.consumers.file.save}
      </Button>
      <Failure error={save.error} />
    </>
  );
}
