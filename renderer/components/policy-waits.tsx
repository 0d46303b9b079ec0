// What a policy's numbers come to, as sums, and what an officer should know before using them. Reckoned by the main
// process while the officer types.
import type { PolicyPreview } from '../../shared/contract.ts';
import type { ClockPart } from '../../shared/clocks.ts';
import { CLOCK_PART_WORDS, POLICY_WARNING_WORDS } from '../../shared/waiting-words.ts';
import { capitalised } from '../text/hex.ts';
import { durationOf } from '../text/durations.ts';
import { Notice } from './notice.tsx';
import './clock-sum.css';
import './policy-waits.css';

/** `null` while the numbers do not make sense. */
export function PolicyWaits({ preview }: { preview: PolicyPreview | null }) {
  if (preview === null) {
    return <p className="quiet small">The waits appear when every number makes sense.</p>;
  }
  return (
    <div className="stack" aria-live="polite">
      <Wait
        title="Ready to sign after"
        note="counted from the moment the key is seen outside"
        parts={preview.readyAfter}
      />
      <Wait
        title="Safe to revoke after"
        note="counted from the last signature or the rotation"
        parts={preview.safeAfter}
      />
      {preview.warnings.map((warning) => (
        <Notice key={warning} tone="caution" title={POLICY_WARNING_WORDS[warning]} />
      ))}
      {preview.warnings.length === 0 && <Notice tone="good" title="Nothing speaks against these numbers." />}
    </div>
  );
}

export const totalOf = (parts: readonly ClockPart[]): number => parts.reduce((sum, { seconds }) => sum + seconds, 0);

interface WaitProps {
  title: string;
  note: string;
  parts: readonly ClockPart[];
}

function Wait({ title, note, parts }: WaitProps) {
  return (
    <div>
      <h3 className="small">
        {title} {durationOf(totalOf(parts))}
      </h3>
      <p className="quiet tiny wait-note">{note}</p>
      <table className="sum">
        <caption className="table-caption">{title}: the sum</caption>
        <tbody>
          {parts.map((part, index) => (
            <tr key={part.code}>
              <td className="sum-sign" aria-hidden>
                {index === 0 ? '' : '+'}
              </td>
              <th scope="row">{capitalised(CLOCK_PART_WORDS[part.code])}</th>
              <td className="numbers">{durationOf(part.seconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
