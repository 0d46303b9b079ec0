// A guarded act before its time. What the clock says is shown before the officer tries; when the main process says
// otherwise, its word counts. Going ahead early is a second, quieter way, and wants a typed reason.
import { useState } from 'react';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { ClockReading } from '../../../shared/domain/timing/key-clocks.ts';
import { wireErrorOf } from '../../bridge.ts';
import { isConfirmed } from '../../state/confirmed.ts';
import { useNowNear } from '../../state/now.ts';
import { type ClockPhase, isOpen, phaseOf, standing } from './clocks.ts';

export interface TimeGate {
  /** The clock as it stands; `null` when nothing is known of it, so that only the main process can tell. */
  reading: ClockReading | null;
  phase: ClockPhase;
  /** Milliseconds since the epoch. */
  now: number;
  /** Too early, and nobody goes ahead: the button is closed. */
  closed: boolean;
  /** It was too early when the dialog opened, and has become time since. */
  opened: boolean;
  /** The officer goes ahead before the time. */
  early: boolean;
  /** False while the clock of this machine was set back: then nobody can go ahead. */
  mayGoEarly: boolean;
  goEarly: (early: boolean) => void;
  reason: string;
  setReason: (reason: string) => void;
  /** Everything that the gate asks for is there. */
  ready: boolean;
  /** The failure, unless the gate itself tells it. */
  error: unknown;
  /** To be spread into the arguments of the command. */
  args: { override?: string; overriding?: true };
  /** False where the main process asks for the reason. */
  asksReason: boolean;
}

/** `error` is the last failure of the command. */
export function useTimeGate(known: ClockReading | null, error: unknown, tenant: Pick<Tenant, 'environment'>): TimeGate {
  const told = corrected(known, error);
  const now = useNowNear(told?.at ?? null);
  const reading = told === null ? null : standing(told, now);
  const phase = reading === null ? 'free' : phaseOf(reading, now);
  const open = isOpen(phase);
  const [wasClosed, setWasClosed] = useState(!open);
  const [wantsEarly, goEarly] = useState(false);
  const [reason, setReason] = useState('');
  if (!open && !wasClosed) {
    setWasClosed(true);
  }
  const early = !open && wantsEarly;
  return {
    reading,
    phase,
    now,
    closed: !open && !early,
    opened: open && wasClosed,
    early,
    mayGoEarly: !open && !isSetBack(error),
    goEarly,
    reason,
    setReason,
    ready: open || (early && (isConfirmed(tenant) || isReason(reason))),
    error: isTooEarly(error) ? null : error,
    args: !early ? {} : isConfirmed(tenant) ? { overriding: true } : { override: reason.trim() },
    asksReason: early && !isConfirmed(tenant),
  };
}

/** The main process may know better, for example when a wider cache was seen since the screen was read. */
function corrected(known: ClockReading | null, error: unknown): ClockReading | null {
  const wire = error === null ? null : wireErrorOf(error);
  if (wire?.code !== 'CLOCK_TOO_EARLY') {
    return known;
  }
  const { at, why, waitsFor } = wire.facts;
  const agreed = known?.at === at || (why === 'consumers-unconfirmed' && known?.waitsFor.join() === waitsFor.join());
  return agreed ? known : { at, since: null, parts: [], why, waitsFor };
}

const isTooEarly = (error: unknown): boolean => error !== null && wireErrorOf(error).code === 'CLOCK_TOO_EARLY';
/** No reason opens a wait while no clock can be trusted. */
const isSetBack = (error: unknown): boolean =>
  error !== null && ['CLOCK_SET_BACK', 'CLOCK_DISAGREES'].includes(wireErrorOf(error).code);

const SHORTEST = 3;

/** The typed reason for going past a guard: as short as the contract allows, and no shorter. */
export const isReason = (text: string): boolean => text.trim().length >= SHORTEST;
