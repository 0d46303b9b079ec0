// A new tenant. The rules are the contract's; the sandbox is the safe beginning.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, type SubmitEvent } from 'react';
import { tenantAddSchema } from '../../../shared/acts/tenants.ts';
import { AddressFields } from '../components/address-fields.tsx';
import { ComeIntoView } from '../../parts/come-into-view.tsx';
import { FootBar } from '../../parts/foot-bar.tsx';
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
  const formId = useId();
  const add = useCommand('tenant.add');
  const form = useSchemaForm(tenantAddSchema, BLANK_TENANT, tenantArgs, { failed: add.error !== null });
  const { element, refuse } = useFirstInvalid();
  const { environment } = form.values;

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
      <form ref={element} id={formId} noValidate className="panel tenant-form" onSubmit={(event) => void submit(event)}>
        <EndpointField form={form} />
        <EnvironmentField form={form} />
        <NameFields form={form} />
        <AddressFields endpoint={form.values.endpoint} form={form} />
        <FirstKeysFields form={form} />
        <ComeIntoView news={add.error !== null}>
          <Failure error={add.error} />
        </ComeIntoView>
      </form>
      <FootBar
        title={said.foot(form.values.name.trim())}
        {...(environment === '' ? {} : { tenant: { environment } })}
        action={
          <>
            <Working channel="tenant.add" busy={add.busy} label={said.working} />
            <Button component="a" href={hrefOf({ screen: 'home' })} variant="subtle" color="gray">
              {words.common.cancel}
            </Button>
            <Button type="submit" form={formId} loading={add.busy}>
              {said.verb}
            </Button>
          </>
        }
      >
        {words.model.endpoint[form.values.endpoint].word}
      </FootBar>
    </Page>
  );
}
