// What a dialog shows of its time gate: until when to wait and why, before anybody tries; and, for those who cannot
// wait, what breaks and the reason that will be recorded.
import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Notice } from '../../parts/notice.tsx';
import { countdown } from '../../text/durations.ts';
import { capitalised, shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { STOPPED } from '../state/clock-words.ts';
import type { ClockKind } from '../state/clocks.ts';
import { earlyHarm } from '../state/early-words.ts';
import type { TimeGate } from '../state/time-gate.ts';
import { ClockSum } from './clock-sum.tsx';

interface TimeGateProps {
  gate: TimeGate;
  kind: ClockKind;
  kid: string;
}

export function TimeGateNotice({ gate, kind, kid }: TimeGateProps) {
  const { reading, phase, now, closed, opened, early } = gate;
  const said = words.clocks.kind[kind];
  if (opened) {
    return <Notice tone="good" role="status" title={words.clocks.early.over(said.name)} />;
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
            ? `${said.phase.waiting(countdown(Date.parse(at) - now))}.`
            : `${said.phase.stopped}.`
        }
      >
        <p>
          {capitalised(words.shared.clockReason[why])}. {at === null && STOPPED[why]?.todo}
        </p>
        {waitsFor.length > 0 && <p>{words.clocks.stillToConfirm(waitsFor)}</p>}
        {parts.length > 0 && <ClockSum since={said.since} reading={reading} result={said.name} />}
      </Notice>
      {early && (
        <Notice tone="danger" role="status" title={words.clocks.early.breaks}>
          <p>{earlyHarm(kind, reading, shortKid(kid))}</p>
        </Notice>
      )}
    </>
  );
}

export function EarlyReason({ gate: { asksReason, reason, setReason } }: { gate: TimeGate }) {
  return asksReason ? <OverrideReason label={words.clocks.early.why} value={reason} onChange={setReason} /> : null;
}

/** The quieter way, and the way back from it. */
export function EarlyDoor({ gate: { closed, early, mayGoEarly, goEarly } }: { gate: TimeGate }) {
  if (early) {
    return (
      <Button variant="subtle" color="gray" onClick={() => goEarly(false)}>
        {words.clocks.early.wait}
      </Button>
    );
  }
  return closed && mayGoEarly ? (
    <Button variant="subtle" color="gray" onClick={() => goEarly(true)}>
      {words.clocks.early.goAhead}
    </Button>
  ) : null;
}

interface OverrideReasonProps {
  label: string;
  value: string;
  onChange: (reason: string) => void;
}

/**
 * The typed reason for going past a guard. It takes the focus when it appears, because somebody has just asked for it.
 */
function OverrideReason({ label, value, onChange }: OverrideReasonProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <TextInput
      ref={input}
      label={label}
      description={words.clocks.early.reasonMeans}
      withAsterisk
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
