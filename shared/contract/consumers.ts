// The register of consumers; its schemas are in shared/domain/consumers/consumer.ts.
import {
  consumerAddSchema,
  consumerArgs,
  consumerConfirmSchema,
  consumerEditSchema,
  consumerExportSchema,
  type ConsumerView,
} from '../domain/consumers/consumer.ts';
import { tenantArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';
import type { SavedFile } from './saved-file.ts';

export const consumerCalls = {
  'consumer.list': call<ConsumerView[]>()(tenantArgs),
  'consumer.add': call<ConsumerView>()(consumerAddSchema),
  'consumer.edit': call<ConsumerView>()(consumerEditSchema),
  'consumer.remove': call<null>()(consumerArgs),
  'consumer.confirm': call<ConsumerView[]>()(consumerConfirmSchema),
  /** Saves the file that the consumer needs and records that it was given it. */
  'consumer.export': call<SavedFile>()(consumerExportSchema),
} satisfies Calls;
