// What a policy's numbers come to, as sums, and what an officer should know before using them. Reckoned by the main
// process while the officer types.
import type { PolicyPreview } from '../../../shared/acts/plans.ts';
import { secondsOf } from '../../../shared/domain/timing/clocks.ts';
import type { ClockPart } from '../../../shared/domain/timing/key-clocks.ts';
import { capitalised } from '../../text/hex.ts';
import { durationOf } from '../../text/durations.ts';
import { words } from '../../text/words.ts';
import { Notice } from '../../parts/notice.tsx';
import { SumRow, SumTable } from '../../parts/sum-table.tsx';
import './policy-waits.css';

const WAITS = words.policy.waits;
const PART = words.shared.clockPart;

/** `null` while the numbers do not make sense. */
export function PolicyWaits({ preview }: { preview: PolicyPreview | null }) {
  if (preview === null) {
    return <p className="quiet small">{WAITS.later}</p>;
  }
  return (
    <div className="stack" aria-live="polite">
      <Wait words={WAITS.ready} parts={preview.readyAfter} />
      <Wait words={WAITS.safe} parts={preview.safeAfter} />
      {preview.warnings.map((warning) => (
        <Notice key={warning} tone="caution" title={words.shared.policyWarning[warning]} />
      ))}
      {preview.warnings.length === 0 && <Notice tone="good" title={WAITS.fine} />}
    </div>
  );
}

interface WaitProps {
  words: typeof WAITS.ready;
  parts: readonly ClockPart[];
}

function Wait({ words: { title, sum, note }, parts }: WaitProps) {
  return (
    <div>
      <h3 className="small">{title(durationOf(secondsOf(parts)))}</h3>
      <p className="quiet tiny wait-note">{note}</p>
      <SumTable caption={sum}>
        {parts.map((part, index) => (
          <SumRow key={part.code} sign={index === 0 ? '' : '+'} word={capitalised(PART[part.code])}>
            {durationOf(part.seconds)}
          </SumRow>
        ))}
      </SumTable>
    </div>
  );
}
