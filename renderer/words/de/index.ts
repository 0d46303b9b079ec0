// The German words. Officers are addressed as “Sie”; kid, JWKS, thumbprint and the names of standards stay as they are.
import type { en } from '../en/index.ts';
import { addTenant } from './add-tenant.ts';
import { bulk } from './bulk.ts';
import { common } from './common.ts';
import { due } from './due.ts';
import { durations } from './durations.ts';
import { firstSteps } from './first-steps.ts';
import { fleet } from './fleet.tsx';
import { welcome } from './welcome.ts';

export const de: typeof en = { addTenant, bulk, common, due, durations, firstSteps, fleet, welcome };
