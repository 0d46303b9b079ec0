// Everything that crosses a border, as one type that no-private-types.test.ts walks through: what page and main process say
// to each other, and the records that leave as files.
import type { z } from 'zod';
import type { Channel, EventName } from '../../shared/channels.ts';
import type { ArgsOf, EventPayloads, ParsedArgsOf, ResultOf } from '../../shared/contract.ts';
import type { DoctorReport } from '../../shared/domain/doctor/report.ts';
import type { bundleSchema, receiptSchema } from '../../shared/domain/offline/courier.ts';
import type { WireError } from '../../shared/errors.ts';

export interface Border {
  args: { [C in Channel]: ArgsOf<C> };
  parsed: { [C in Channel]: ParsedArgsOf<C> };
  results: { [C in Channel]: ResultOf<C> };
  events: { [E in EventName]: EventPayloads[E] };
  error: WireError;
  doctor: DoctorReport;
  bundle: z.output<typeof bundleSchema>;
  receipt: z.output<typeof receiptSchema>;
}
