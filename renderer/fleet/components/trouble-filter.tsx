// Narrows the overview to what is wrong: one button for each kind of trouble, with its number, pressed or not.
import { IconAlarm, IconAlertOctagon, IconAlertTriangle, IconCloudUp, IconGitCompare } from '@tabler/icons-react';
import { TROUBLES, type Trouble } from '../state/tenant-trouble.ts';
import { amountOf } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import './trouble-filter.css';

const said = words.fleet.trouble;

const ICON: Record<Trouble, typeof IconAlarm> = {
  alarm: IconAlertOctagon,
  drift: IconGitCompare,
  overdue: IconAlertTriangle,
  soon: IconAlarm,
  unpublished: IconCloudUp,
};

interface TroubleFilterProps {
  chosen: readonly Trouble[];
  /** `null`: not counted yet. */
  amounts: Record<Trouble, number | null>;
  onChange: (chosen: Trouble[]) => void;
}

export function TroubleFilter({ chosen, amounts, onChange }: TroubleFilterProps) {
  return (
    <div className="trouble-filter" role="group" aria-label={said.name}>
      <span className="small quiet" aria-hidden>
        {said.name}
      </span>
      {TROUBLES.map((trouble) => {
        const Icon = ICON[trouble];
        const pressed = chosen.includes(trouble);
        const amount = amounts[trouble];
        return (
          <button
            key={trouble}
            type="button"
            className="trouble-chip"
            aria-pressed={pressed}
            data-trouble={trouble}
            data-none={amount === 0}
            onClick={() => onChange(pressed ? chosen.filter((one) => one !== trouble) : [...chosen, trouble])}
          >
            <Icon size={14} aria-hidden />
            {said[trouble]}
            {amount !== null && <span className="numbers"> {amountOf(amount)}</span>}
          </button>
        );
      })}
    </div>
  );
}
