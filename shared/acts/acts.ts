// Every act that the window or the command line can ask for, by its channel. To add one, define it in its subject's file and
// carry it out in main/acts; the compiler asks for what is missing.
import type { z } from 'zod';
import type { Act, Kind } from './act.ts';
import { appActs } from './app.ts';
import { auditActs } from './audit.ts';
import { backupActs } from './backup.ts';
import { clockActs } from './clock.ts';
import { consumerActs } from './consumers.ts';
import { exportActs } from './exports.ts';
import { fourEyesActs } from './four-eyes.ts';
import { findActs } from './find.ts';
import { keyActs } from './keys.ts';
import { networkActs } from './network.ts';
import { offlineActs } from './offline.ts';
import { planActs } from './plans.ts';
import { publishingActs } from './publishing.ts';
import { tenantActs } from './tenants.ts';
import { updateActs } from './updates.ts';
import { vaultActs } from './vault.ts';

export const ACTS = {
  ...appActs,
  ...tenantActs,
  ...keyActs,
  ...planActs,
  ...consumerActs,
  ...exportActs,
  ...findActs,
  ...publishingActs,
  ...offlineActs,
  ...auditActs,
  ...backupActs,
  ...vaultActs,
  ...clockActs,
  ...networkActs,
  ...fourEyesActs,
  ...updateActs,
} as const satisfies Record<string, Act<Kind, z.ZodType, z.ZodType, unknown, boolean>>;
