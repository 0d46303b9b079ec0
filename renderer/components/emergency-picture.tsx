// One minute, ten minutes, twelve hours after the push: which verifiers still take the old key, and which do not know
// the new one. So that nobody believes an emergency is over when the button was pressed.
import { IconCircleCheck, IconClockHour4, IconHandStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { VERIFIERS, type VerifierId } from '../../shared/verifier-catalogue.ts';
import { aftermath, type Moment } from '../state/emergency.ts';
import { count } from '../text/hex.ts';
import { durationOf } from '../text/durations.ts';
import './emergency-picture.css';

interface EmergencyPictureProps {
  verifiers: readonly VerifierId[];
  /** False when the verifiers are the whole catalogue, because nobody said which are in use. */
  chosen: boolean;
  newKeyKnown: boolean;
}

export function EmergencyPicture({ verifiers, chosen, newKeyKnown }: EmergencyPictureProps) {
  return (
    <figure className="aftermath">
      <figcaption>
        After the push, at the latest.{' '}
        {chosen
          ? 'Reckoned for the verifiers of the tenant’s policy.'
          : 'Reckoned for all verifiers that are known here; choose yours in the policy.'}
      </figcaption>
      <ol className="plain-list aftermath-moments">
        {aftermath(verifiers, newKeyKnown).map((moment) => (
          <MomentView key={moment.seconds} moment={moment} all={verifiers.length} />
        ))}
      </ol>
    </figure>
  );
}

const ICON = { size: 15, 'aria-hidden': true } as const;

function MomentView({ moment: { seconds, accepting, refusing }, all }: { moment: Moment; all: number }) {
  return (
    <li className="aftermath-moment">
      <h3>{durationOf(seconds)}</h3>
      <Bar share={all === 0 ? 0 : accepting.length / all} />
      {accepting.length === 0 ? (
        <Line icon={<IconCircleCheck {...ICON} />} some={[]} all={all}>
          refuse the old key
        </Line>
      ) : (
        <Line icon={<IconClockHour4 {...ICON} />} some={accepting} all={all} doubtful>
          may still accept the old key
        </Line>
      )}
      {refusing.length > 0 && (
        <Line icon={<IconHandStop {...ICON} />} some={refusing} all={all} doubtful>
          may refuse the new key
        </Line>
      )}
    </li>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg className="aftermath-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
      <rect className="aftermath-safe" width="100" height="6" />
      <rect className="aftermath-open" width={100 * share} height="6" />
    </svg>
  );
}

interface LineProps {
  icon: ReactNode;
  children: string;
  /** Those it is about; none stands for all, who need no names. */
  some: readonly VerifierId[];
  all: number;
  doubtful?: boolean;
}

function Line({ icon, children, some, all, doubtful = false }: LineProps) {
  const everyone = some.length === 0 || some.length === all;
  return (
    <div className="aftermath-line" data-doubtful={doubtful}>
      {icon}
      <div>
        <p>{everyone ? `All ${children}.` : `${some.length} of ${count(all, 'verifier')} ${children}:`}</p>
        {!everyone && (
          <ul className="plain-list aftermath-names">
            {some.map((id) => (
              <li key={id}>{VERIFIERS[id].name}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
