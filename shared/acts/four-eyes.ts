// Four eyes: the second officers of a tenant, and the acts that want one.
import { type FourEyes, fourEyesSchema, officerNameSchema, officerSchema } from '../domain/four-eyes/four-eyes.ts';
import { act, read } from './act.ts';
import { tenantArgs } from './arguments.ts';

const confirmed = true;

export const fourEyesActs = {
  'fourEyes.show': read<FourEyes>()(tenantArgs),
  'fourEyes.set': act<FourEyes>()(fourEyesSchema, { confirmed }),
  'officer.add': act<FourEyes>()(officerSchema, { confirmed }),
  'officer.remove': act<FourEyes>()(officerNameSchema, { confirmed }),
};
