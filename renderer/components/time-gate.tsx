// What a dialog shows of its time gate: until when to wait and why, before anybody tries; and, for those who cannot
// wait, what breaks and the reason that will be recorded.
import { Button } from '@mantine/core';
import type { ClockKind } from '../state/clocks.ts';
import type { TimeGate } from '../state/time-gate.ts';
import { CLOCK_REASON_WORDS } from '../../shared/waiting-words.ts';
import { CLOCK, stillToConfirm, STOPPED } from '../text/clock-words.ts';
import { countdown } from '../text/durations.ts';
import { earlyHarm } from '../text/early-words.ts';
import { capitalised, shortKid } from '../text/hex.ts';
import { ClockSum } from './clock-sum.tsx';
import { Notice } from './notice.tsx';
import { OverrideReason } from './override-reason.tsx';

interface TimeGateProps {
  gate: TimeGate;
  kind: ClockKind;
  kid: string;
}

export function TimeGateNotice({ gate, kind, kid }: TimeGateProps) {
  const { reading, phase, now, closed, opened, early } = gate;
  if (opened) {
    return <Notice tone="good" role="status" title={`The wait is over. ${CLOCK[kind].name}.`} />;
  }
  if (reading === null || (!closed && !early)) {
    return null;
  }
  const { at, why, parts, waitsFor } = reading;
  return (
    <>
      <Notice
        tone="caution"
        title={
          phase === 'waiting' && at !== null
            ? `${CLOCK[kind].phase.waiting} ${countdown(Date.parse(at) - now)}.`
            : `${CLOCK[kind].phase.stopped}.`
        }
      >
        <p>
          {capitalised(CLOCK_REASON_WORDS[why])}. {at === null && STOPPED[why]?.todo}
        </p>
        {waitsFor.length > 0 && <p>{stillToConfirm(waitsFor)}</p>}
        {parts.length > 0 && <ClockSum since={CLOCK[kind].since} reading={reading} result={CLOCK[kind].name} />}
      </Notice>
      {early && (
        <Notice tone="danger" role="status" title="Going ahead early breaks something.">
          <p>{earlyHarm(kind, reading, shortKid(kid))}</p>
        </Notice>
      )}
    </>
  );
}

export function EarlyReason({ gate: { early, reason, setReason } }: { gate: TimeGate }) {
  return early ? <OverrideReason label="Why go ahead early?" value={reason} onChange={setReason} /> : null;
}

/** The quieter way, and the way back from it. */
export function EarlyDoor({ gate: { closed, early, mayGoEarly, goEarly } }: { gate: TimeGate }) {
  if (early) {
    return (
      <Button variant="subtle" color="gray" onClick={() => goEarly(false)}>
        Wait instead
      </Button>
    );
  }
  return closed && mayGoEarly ? (
    <Button variant="subtle" color="gray" onClick={() => goEarly(true)}>
      Go ahead early…
    </Button>
  ) : null;
}
