// Lets one thing go wrong at the sandbox: choose it, arm it, see it armed and used up, or take it back.
import { Button, NativeSelect } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { TROUBLE_MEETS, TROUBLES, type Trouble } from '../../../shared/domain/sandbox-trouble.ts';
import { announce } from '../../state/announce.ts';
import { useTroubleRehearsal } from '../state/rehearsed-trouble.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import './trouble-rehearsal.css';

const TROUBLE = words.sandbox.trouble;

export function TroubleRehearsal() {
  const { armed, error, usedUp, command, arm } = useTroubleRehearsal();
  const [chosen, setChosen] = useState<Trouble>('reset');
  const element = useRef<HTMLDivElement>(null);

  const awaited = useRef<Trouble | null>(undefined);
  const now = armed?.trouble ?? null;

  // The button that was pressed is gone; the focus goes to the one in its place, once that is drawn and open.
  useEffect(() => {
    if (awaited.current === now && !command.busy) {
      awaited.current = undefined;
      element.current?.querySelector('button')?.focus();
    }
  }, [now, command.busy]);

  async function take(trouble: Trouble | null) {
    awaited.current = trouble;
    if (await arm(trouble)) {
      announce(trouble === null ? TROUBLE.takenBack : TROUBLE.armed(TROUBLE.of[trouble].word));
    } else {
      awaited.current = undefined;
    }
  }

  return (
    <div ref={element} className="trouble-rehearsal">
      <h3>{TROUBLE.title}</h3>
      <p className="quiet small">{TROUBLE.lead}</p>
      <Failure error={error ?? command.error} />
      {armed?.here === false && (
        <Notice tone="info" title={TROUBLE.elsewhere}>
          <p>{TROUBLE.elsewhereMeans}</p>
        </Notice>
      )}
      {armed?.here === true &&
        (armed.trouble === null ? (
          <>
            {usedUp !== null && (
              <Notice tone="good" role="status" title={TROUBLE.usedUp(TROUBLE.of[usedUp].word)}>
                <p>{TROUBLE.usedUpMeans}</p>
              </Notice>
            )}
            <Choice chosen={chosen} busy={command.busy} onChoose={setChosen} onArm={() => void take(chosen)} />
          </>
        ) : (
          <Armed trouble={armed.trouble} busy={command.busy} onTakeBack={() => void take(null)} />
        ))}
    </div>
  );
}

interface ChoiceProps {
  chosen: Trouble;
  busy: boolean;
  onChoose: (trouble: Trouble) => void;
  onArm: () => void;
}

function Choice({ chosen, busy, onChoose, onArm }: ChoiceProps) {
  return (
    <>
      <div className="trouble-choice">
        <NativeSelect
          label={TROUBLE.choice}
          value={chosen}
          data={TROUBLES.map((value) => ({ value, label: TROUBLE.of[value].word }))}
          onChange={(event) => onChoose(TROUBLES.find((one) => one === event.currentTarget.value) ?? chosen)}
        />
        <Button variant="default" leftSection={<IconBolt size={15} aria-hidden />} loading={busy} onClick={onArm}>
          {TROUBLE.arm}
        </Button>
      </div>
      <Consequence trouble={chosen} />
    </>
  );
}

function Armed({ trouble, busy, onTakeBack }: { trouble: Trouble; busy: boolean; onTakeBack: () => void }) {
  return (
    <>
      <Notice tone="caution" role="status" title={TROUBLE.armed(TROUBLE.of[trouble].word)}>
        <p>{TROUBLE.armedMeans[TROUBLE_MEETS[trouble]]}</p>
      </Notice>
      <Consequence trouble={trouble} />
      <div>
        <Button variant="default" loading={busy} onClick={onTakeBack}>
          {TROUBLE.disarm}
        </Button>
      </div>
    </>
  );
}

function Consequence({ trouble }: { trouble: Trouble }) {
  const { means, learn } = TROUBLE.of[trouble];
  return (
    <p className="small">
      {means} <span className="quiet">{learn}</span>
    </p>
  );
}
