// One minute, ten minutes, twelve hours after the push: which verifiers still take the old key, and which do not know
// the new one. So that nobody believes an emergency is over when the button was pressed.
import { IconCircleCheck, IconClockHour4, IconHandStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { VerifierId } from '../../../shared/domain/verifiers.ts';
import { aftermath, type Moment } from '../state/emergency.ts';
import { durationOf } from '../../text/durations.ts';
import { words } from '../../text/words.ts';
import './emergency-picture.css';

interface EmergencyPictureProps {
  verifiers: readonly VerifierId[];
  /** False when the verifiers are the whole catalogue, because nobody said which are in use. */
  chosen: boolean;
  newKeyKnown: boolean;
}

const { picture } = words.emergency;

export function EmergencyPicture({ verifiers, chosen, newKeyKnown }: EmergencyPictureProps) {
  return (
    <figure className="aftermath">
      <figcaption>
        {picture.after} {chosen ? picture.chosen : picture.catalogue}
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
        <div className="aftermath-line">
          <IconCircleCheck {...ICON} />
          <p>{picture.allRefuseOld}</p>
        </div>
      ) : (
        <Doubtful
          icon={<IconClockHour4 {...ICON} />}
          ids={accepting}
          all={all}
          sayAll={picture.allAcceptOld}
          saySome={picture.someAcceptOld}
        />
      )}
      {refusing.length > 0 && (
        <Doubtful
          icon={<IconHandStop {...ICON} />}
          ids={refusing}
          all={all}
          sayAll={picture.allRefuseNew}
          saySome={picture.someRefuseNew}
        />
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

interface DoubtfulProps {
  icon: ReactNode;
  ids: readonly VerifierId[];
  all: number;
  sayAll: string;
  saySome: (some: number, all: number) => string;
}

/** Verifiers that may not do what they should yet. All of them need no names. */
function Doubtful({ icon, ids, all, sayAll, saySome }: DoubtfulProps) {
  const everyone = ids.length === all;
  return (
    <div className="aftermath-line" data-doubtful>
      {icon}
      <div>
        <p>{everyone ? sayAll : saySome(ids.length, all)}</p>
        {!everyone && (
          <ul className="plain-list aftermath-names">
            {ids.map((id) => (
              <li key={id}>{words.shared.verifier[id].name}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
