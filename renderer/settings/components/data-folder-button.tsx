// Shows the data folder in the file manager.
import { Button } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useCommand } from '../../state/commands.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';

export function DataFolderButton() {
  const open = useCommand('app.openFolder');
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFolderOpen size={15} aria-hidden />}
        loading={open.busy}
        onClick={() => void open.run({})}
      >
        {words.settings.about.showFolder}
      </Button>
      <Failure error={open.error} />
    </>
  );
}
