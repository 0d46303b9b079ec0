// What the window says of a clock that counts no time. Not every reason stops one.
import type { ClockReason } from '../../../shared/domain/timing/key-clocks.ts';
import { words } from '../../text/words.ts';

export const STOPPED: Partial<Record<ClockReason, { short: string; todo: string }>> = words.clocks.stopped;
