// The register of consumers; its schemas are in shared/domain/consumers/consumer.ts.
import {
  consumerAddSchema,
  consumerArgs,
  consumerConfirmSchema,
  consumerEditSchema,
  consumerExportSchema,
  type ConsumerView,
} from '../domain/consumers/consumer.ts';
import { act, dialog, read } from './act.ts';
import { tenantArgs } from './arguments.ts';
import type { SavedFile } from './saved-file.ts';

export const consumerActs = {
  'consumer.list': read<ConsumerView[]>()(tenantArgs),
  'consumer.add': act<ConsumerView>()(consumerAddSchema),
  'consumer.edit': act<ConsumerView>()(consumerEditSchema),
  'consumer.remove': act<null>()(consumerArgs),
  'consumer.confirm': act<ConsumerView[]>()(consumerConfirmSchema),
  /** Saves the file that the consumer needs and records that it was given it. */
  'consumer.export': dialog<SavedFile>()(consumerExportSchema),
};
