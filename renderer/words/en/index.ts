// The English words, which are the measure for every other language.
import { addTenant } from './add-tenant.ts';
import { bulk } from './bulk.ts';
import { common } from './common.ts';
import { due } from './due.ts';
import { durations } from './durations.ts';
import { firstSteps } from './first-steps.ts';
import { fleet } from './fleet.tsx';
import { welcome } from './welcome.ts';

export const en = { addTenant, bulk, common, due, durations, firstSteps, fleet, welcome };
