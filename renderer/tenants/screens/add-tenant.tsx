// A new tenant. The rules are the contract's; the sandbox is the safe beginning.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { SubmitEvent } from 'react';
import { tenantAddSchema } from '../../../shared/acts/tenants.ts';
import { AddressFields } from '../components/address-fields.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Page } from '../../parts/page.tsx';
import { EndpointField, EnvironmentField, FirstKeysFields, NameFields } from '../components/tenant-fields.tsx';
import { Working } from '../../parts/working.tsx';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { useFirstInvalid } from '../../state/first-invalid.ts';
import { go, hrefOf } from '../../state/route.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { BLANK_TENANT, tenantArgs } from '../state/tenant-form.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';
import './add-tenant.css';

const said = words.addTenant;

export const screen = screenOf('add-tenant', AddTenantScreen, { icon: IconPlus });

function AddTenantScreen() {
  const add = useCommand('tenant.add');
  const form = useSchemaForm(tenantAddSchema, BLANK_TENANT, tenantArgs);
  const { element, refuse } = useFirstInvalid();

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const args = form.parse();
    if (args === null) {
      refuse();
      return;
    }
    const outcome = await add.run(args);
    if (outcome.done) {
      announce(said.added(args.name));
      go({ screen: 'keys', tenant: outcome.result.tenant.name });
    }
  }

  return (
    <Page title={said.title} lead={said.lead}>
      <form ref={element} noValidate className="panel tenant-form" onSubmit={(event) => void submit(event)}>
        <EndpointField form={form} />
        <EnvironmentField form={form} />
        <NameFields form={form} />
        <AddressFields endpoint={form.values.endpoint} form={form} />
        <FirstKeysFields form={form} />
        <Failure error={add.error} />
        <div className="row tenant-form-end">
          <Button type="submit" loading={add.busy}>
            {said.verb}
          </Button>
          <Button component="a" href={hrefOf({ screen: 'home' })} variant="subtle" color="gray">
            {words.common.cancel}
          </Button>
          <Working channel="tenant.add" busy={add.busy} label={said.working} />
        </div>
      </form>
    </Page>
  );
}
