// The way back, right after a push: what it would do, and the button that leads to its preview. Nothing is sent from here.
import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { PublishFlow } from '../state/publish-flow.ts';
import { undoOf, type Undo } from '../state/undo.ts';
import { words } from '../../text/words.ts';

const said = words.publish.undo;

interface UndoPushProps {
  flow: Pick<PublishFlow, 'takeAim' | 'push'>;
  /** The preview that was sent. */
  sent: PublicationPreview;
}

export function UndoPush({ flow: { takeAim, push }, sent }: UndoPushProps) {
  return (
    <>
      <p>
        {effectOf(undoOf(sent)).join(' ')} {said.previewFirst}
      </p>
      <div className="row">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconHistory size={15} aria-hidden />}
          disabled={push.busy}
          onClick={() => takeAim({ act: 'rollback', to: null })}
        >
          {said.verb}
        </Button>
      </div>
    </>
  );
}

/** Whole sentences. */
function effectOf({ leave, comeBack, changeBack, wasEmpty }: Undo): string[] {
  if (wasEmpty) {
    return [said.everything];
  }
  const told = [
    ...(leave.length > 0 ? [said.takesDown(leave.join(', '))] : []),
    ...(comeBack.length > 0 ? [said.bringsBack(comeBack.join(', '))] : []),
    ...(changeBack.length > 0 ? [said.changesBack(changeBack.join(', '))] : []),
  ];
  return told.length > 0 ? told : [said.restores];
}
