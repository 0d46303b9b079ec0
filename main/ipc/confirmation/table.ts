// What a person is asked in the window of the main process, for each act whose definition says that it is confirmed: the
// compiler asks for the row of a new one, and a row for the facts that the officer is shown.
import type { ConfirmedChannel } from '../../../shared/contract.ts';
import * as clock from './clock.ts';
import * as fourEyes from './four-eyes.ts';
import * as keys from './keys.ts';
import * as makingRoom from './making-room.ts';
import { plan } from './plans.ts';
import type { Rule } from './proposal.ts';
import * as publishing from './publishing.ts';
import { sign } from './signing.ts';
import * as tenants from './tenants.ts';

export const QUESTIONS: { [C in ConfirmedChannel]: Rule<C> } = {
  'tenant.add': tenants.add,
  'tenant.edit': tenants.edit,
  'tenant.rename': tenants.rename,
  'tenant.archive': tenants.archive,
  'ring.retire': keys.retireRing,
  'key.generate': makingRoom.generate,
  'key.rotate': keys.rotate,
  'key.abortRotation': makingRoom.abortRotation,
  'key.revoke': keys.revoke,
  'key.withdraw': keys.withdraw,
  'key.rotateAndRevoke': keys.rotateAndRevoke,
  'key.destroy': keys.destroy,
  'plan.run': plan,
  'publish.push': publishing.push,
  'publish.agree': publishing.many,
  'bundle.save': publishing.bundle,
  'remote.rotate': tenants.rotateOwn,
  'remote.revoke': tenants.revokeOwn,
  'token.sign': sign,
  'clock.state': clock.stateClock,
  'officer.add': fourEyes.addOfficer,
  'officer.remove': fourEyes.removeOfficer,
  'fourEyes.set': fourEyes.setFourEyes,
};
