// Another officer, at a machine of their own, whose tenant wants a second one to withdraw a key.
import { onTestFinished } from 'vitest';
import { isCustodianError } from '../../shared/errors.ts';
import { ACME, type Desk, openDesk } from './desk.ts';
import { kidIn } from './tenant-keys.ts';

const tenant = ACME.name;

export interface AskingOfficer {
  desk: Desk;
  /** Of what is asked for. */
  kid: string;
  /** Throws APPROVAL_NEEDED, until somebody who may has said yes. */
  withdraw: () => Promise<unknown>;
  ask: () => ReturnType<Desk['custodian']['requestApproval']>;
}

/** `approver`: fingerprint of the device of whoever may approve. */
export async function openAskingOfficer(approver: string, reason = 'never wanted'): Promise<AskingOfficer> {
  const desk = openDesk();
  onTestFinished(() => desk.close());
  const { custodian } = desk;
  await custodian.addTenant({ ...ACME, alg: 'ES256', environment: 'production' });
  await custodian.addOfficer({ tenant, name: 'Second', device: approver });
  await custodian.setFourEyes({ tenant, kinds: ['revoke'] });
  const kid = kidIn(desk, tenant, 'next');
  const withdraw = () => custodian.withdrawKey({ tenant, kid, reason, compromised: false });
  return {
    desk,
    kid,
    withdraw,
    async ask() {
      const error: unknown = await withdraw().catch((thrown: unknown) => thrown);
      if (!isCustodianError(error, 'APPROVAL_NEEDED')) {
        throw error;
      }
      return custodian.requestApproval(error.facts);
    },
  };
}
