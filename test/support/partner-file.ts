// A file such as a partner sends: a key of a tenant as it was handed over, under the officer's secret.
import type { ChosenFile } from '../../main/ipc/dialogs.ts';
import type { Desk } from './desk.ts';
import { kidIn } from './tenant-keys.ts';

export async function partnerFile(desk: Desk, tenant: string, secret: string): Promise<ChosenFile> {
  let bytes = new Uint8Array();
  const kid = kidIn(desk, tenant, 'current');
  await desk.custodian.handOver(
    { tenant, kid, format: 'p12', flavour: 'compatible', to: 'Partner' },
    { passphrase: new TextEncoder().encode(secret), recipient: null },
    async (file) => {
      bytes = Uint8Array.from(file);
    },
  );
  return { name: 'partner.p12', bytes };
}
