// Where an act was refused for want of a second officer: the request as a file, and the answer from one.
import { Button } from '@mantine/core';
import type { ErrorFacts, WireError } from '../../shared/errors.ts';
import { wireErrorOf } from '../bridge.ts';
import { useCommand } from '../state/commands.ts';
import { words } from '../text/words.ts';

const SAID = words.controls.secondOfficer;

export function SecondOfficer({ wire }: { wire: WireError }) {
  if (wire.code === 'APPROVAL_NEEDED') {
    return <Asking wanted={wire.facts} />;
  }
  // One that was taken for an act before is none for this one, which has to be asked for too.
  return wire.code === 'APPROVAL_UNFIT' ? <Asking wanted={wire.facts.wanted} /> : null;
}

function Asking({ wanted }: { wanted: ErrorFacts['APPROVAL_NEEDED'] | null }) {
  const save = useCommand('approval.save');
  const take = useCommand('approval.take');
  return (
    <>
      {wanted !== null && (
        <Button size="xs" loading={save.busy} onClick={() => void save.run(wanted)}>
          {SAID.save}
        </Button>
      )}
      <Button size="xs" variant="default" loading={take.busy} onClick={() => void take.run({})}>
        {SAID.take}
      </Button>
      <Refused error={save.error ?? take.error} />
      <span role="status" className="small">
        {take.result === true ? SAID.taken : save.result ? SAID.saved(save.result.fileName, save.result.picture) : ''}
      </span>
    </>
  );
}

/** Within what says that one is wanted, so without a frame of its own. */
function Refused({ error }: { error: unknown }) {
  if (error === null) {
    return null;
  }
  const { message, advice } = words.shared.error(wireErrorOf(error));
  return (
    <p role="alert">
      {message} {advice}
    </p>
  );
}
