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

/** `approver`: fingerprint of the device of whoever may approve. `beside`: where it is the same time. */
export async function openAskingOfficer(approver: string, beside?: Desk): Promise<AskingOfficer> {
  const desk = openDesk();
  onTestFinished(() => desk.close());
  const { custodian, ports } = desk;
  desk.advance((beside ?? desk).ports.clock.now().getTime() - ports.clock.now().getTime());
  await custodian.addTenant({ ...ACME, alg: 'ES256', environment: 'production' });
  await custodian.addOfficer({ tenant, name: 'Second', device: approver });
  await custodian.setFourEyes({ tenant, kinds: ['revoke'] });
  const kid = kidIn(desk, tenant, 'next');
  const withdraw = () => custodian.withdrawKey({ tenant, kid, reason: 'never wanted', compromised: false });
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
