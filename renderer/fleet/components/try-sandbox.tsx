// From nothing to a tenant to rehearse on, in one click: the sandbox runs, and a tenant with its first two keys is in it.
import { Button } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import type { ArgsOf } from '../../../shared/contract.ts';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { go } from '../../state/route.ts';
import { useSandbox } from '../../settings/state/sandbox.ts';
import { Failure } from '../../parts/failure.tsx';
import { Working } from '../../parts/working.tsx';
import { words } from '../../text/words.ts';

/** Names that nobody owns (RFC 2606). */
const REHEARSAL: ArgsOf<'tenant.add'> = {
  name: words.addTenant.rehearsal,
  domain: 'rehearsal.example',
  customDomain: 'login.rehearsal.example',
  environment: 'development',
  endpoint: 'sandbox',
};

export function TrySandbox() {
  const { command, start } = useSandbox();
  const add = useCommand('tenant.add');
  const busy = command.busy || add.busy;

  async function begin() {
    add.reset();
    if (!(await start())) {
      return;
    }
    const outcome = await add.run(REHEARSAL);
    if (outcome.done) {
      announce(words.addTenant.added(REHEARSAL.name));
      go({ screen: 'keys', tenant: outcome.result.tenant.name });
    }
  }

  return (
    <>
      <Button
        variant="default"
        size="md"
        leftSection={<IconFlask size={17} aria-hidden />}
        loading={busy}
        onClick={() => void begin()}
      >
        {words.addTenant.tryIt}
      </Button>
      <Working channel="tenant.add" busy={busy} label={words.addTenant.working} />
      <Failure error={command.error ?? add.error} />
    </>
  );
}
