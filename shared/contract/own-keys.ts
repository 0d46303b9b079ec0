// The keys with which a tenant itself signs; the schemas are in shared/domain/tenant/own-keys.ts.
import {
  ownExportSchema,
  type OwnKeysChange,
  ownKeysSchema,
  type OwnKeysView,
  ownRevokeSchema,
} from '../domain/tenant/own-keys.ts';
import { call, type Calls } from './call.ts';
import type { SavedFile } from './saved-file.ts';

export const ownKeyCalls = {
  /** The keys with which the tenant itself signs. */
  'remote.keys': call<OwnKeysView>()(ownKeysSchema),
  'remote.rotate': call<OwnKeysChange>()(ownKeysSchema),
  'remote.revoke': call<OwnKeysChange>()(ownRevokeSchema),
  'remote.export': call<SavedFile>()(ownExportSchema),
} satisfies Calls;
