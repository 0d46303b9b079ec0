// Before something that was typed and not saved is left: one question, of which the safe answer is the nearer one.
import { Button, Modal } from '@mantine/core';
import { forgetIntent } from '../state/intent.ts';
import { leave, stay, useWantedAddress } from '../state/unsaved.ts';
import { words } from '../text/words.ts';

const LEAVING = words.shell.leaving;

export function LeaveDialog() {
  return useWantedAddress() !== null && <Question />;
}

function onStay(): void {
  forgetIntent();
  stay();
}

function Question() {
  return (
    <Modal opened title={LEAVING.title} size={440} onClose={onStay} closeOnClickOutside={false}>
      <div className="stack">
        <p>{LEAVING.means}</p>
        <div className="row push-end">
          <Button data-autofocus onClick={onStay}>
            {LEAVING.stay}
          </Button>
          <Button variant="default" color="danger" onClick={leave}>
            {LEAVING.leave}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
