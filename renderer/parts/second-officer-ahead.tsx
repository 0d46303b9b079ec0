// Said before the yes: that an act needs the approval of another officer.
import type { Channel } from '../../shared/channels.ts';
import { useSecondOfficers } from '../state/second-officers.ts';
import { words } from '../text/words.ts';
import { Notice } from './notice.tsx';

interface SecondOfficerAheadProps {
  tenant: string;
  act: Channel;
  /** What is said of the act so far. */
  said?: Readonly<Record<string, unknown>>;
}

export function SecondOfficerAhead({ tenant, act, said }: SecondOfficerAheadProps) {
  const officers = useSecondOfficers(tenant, act, said);
  return (
    officers && (
      <Notice tone="info" title={words.fourEyes.ahead.title(tenant)}>
        <p>{words.fourEyes.ahead.means(officers)}</p>
      </Notice>
    )
  );
}
