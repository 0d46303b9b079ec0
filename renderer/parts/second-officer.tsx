// Where an act was refused for want of a second officer: the request as a file, and the answer from one.
import { Button } from '@mantine/core';
import type { WireError } from '../../shared/errors.ts';
import { useCommand } from '../state/commands.ts';
import { words } from '../text/words.ts';

const SAID = words.controls.secondOfficer;

export function SecondOfficer({ wire }: { wire: WireError }) {
  return wire.code === 'APPROVAL_NEEDED' || wire.code === 'APPROVAL_UNFIT' ? <Asking wire={wire} /> : null;
}

function Asking({ wire }: { wire: WireError }) {
  const save = useCommand('approval.save');
  const take = useCommand('approval.take');
  return (
    <>
      {wire.code === 'APPROVAL_NEEDED' && (
        <Button size="xs" loading={save.busy} onClick={() => void save.run(wire.facts)}>
          {SAID.save}
        </Button>
      )}
      <Button size="xs" variant="default" loading={take.busy} onClick={() => void take.run({})}>
        {SAID.take}
      </Button>
      <span role="status" className="small">
        {take.result === true ? SAID.taken : save.result ? SAID.saved(save.result.fileName) : ''}
      </span>
    </>
  );
}
