// The clock of this machine.
import { z } from 'zod';
import type { StatedClock } from '../domain/timing/key-clocks.ts';
import { reasonSchema } from '../fields.ts';
import { act } from './act.ts';
import { noReasonYet } from './arguments.ts';

/** `server`: besides, the clock of this server is the wrong one. */
const clockStateSchema = z.strictObject({ reason: reasonSchema, server: z.string().min(1).max(260).optional() });

export const clockActs = {
  /** That it is right now, and was wrong before: what is dated later counts from now. */
  'clock.state': act<StatedClock>()(clockStateSchema, {
    confirmed: true,
    page: clockStateSchema.extend(noReasonYet),
  }),
};
