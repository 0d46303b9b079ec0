// One policy: made, or given new terms. What the numbers come to is reckoned beside them while they are typed.
import { sameName } from '../../../shared/domain/names.ts';
import { Button, Skeleton, TextInput } from '@mantine/core';
import { useDeferredValue, useId, type SubmitEvent } from 'react';
import { policySetSchema, type PolicyView } from '../../../shared/acts/plans.ts';
import { Crumbs } from '../../parts/crumbs.tsx';
import { ComeIntoView } from '../../parts/come-into-view.tsx';
import { FootBar } from '../../parts/foot-bar.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { PersonFields, RhythmFields, WaitFields } from '../components/policy-fields.tsx';
import { PolicyWaits } from '../components/policy-waits.tsx';
import { Section } from '../../parts/section.tsx';
import { Working } from '../../parts/working.tsx';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { useFirstInvalid } from '../../state/first-invalid.ts';
import { policyArgs, policyValues } from '../state/policy-form.ts';
import { usePolicies, usePolicyPreview } from '../state/queries.ts';
import { go, hrefOf } from '../../state/route.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';
import './policy.css';

const FORM = words.policy.form;

export const screen = screenOf('policy', PolicyScreen);

/** `name` is `null` for a new policy. */
export function PolicyScreen({ name }: { name: string | null }) {
  const { data: policies, error, refetch } = usePolicies();
  const title = name ?? words.policy.list.add;
  const crumbs = <Crumbs trail={[{ word: words.policy.list.title, route: { screen: 'policies' } }]} here={title} />;
  const known = policies?.find((view) => view.policy.name === name) ?? null;
  if (policies === undefined || (name !== null && known === null)) {
    return (
      <Page title={title} crumbs={crumbs}>
        <Failure error={error} onRetry={() => void refetch()} />
        {policies !== undefined && <Notice tone="caution" title={FORM.none} />}
        {policies === undefined && error === null && <Skeleton height={320} radius="lg" />}
      </Page>
    );
  }
  return (
    <Page title={title} crumbs={crumbs} lead={known === null ? FORM.begins : FORM.followers(known.tenants.length)}>
      <PolicyForm known={known} taken={policies.map((view) => view.policy.name)} />
    </Page>
  );
}

function PolicyForm({ known, taken }: { known: PolicyView | null; taken: readonly string[] }) {
  const formId = useId();
  const save = useCommand('policy.set');
  const { element, refuse } = useFirstInvalid();
  const initial = policyValues(known?.policy.name ?? '', known?.policy.terms);
  const form = useSchemaForm(policySetSchema, initial, policyArgs, { failed: save.error !== null });
  const clash = known === null && isTaken(form.values.name, taken);
  // The name does not matter for a new policy, which nobody lives by; the waits should not have to wait for it.
  const draft = useDeferredValue(policyArgs({ ...form.values, name: known?.policy.name ?? 'new' }));
  const checked = policySetSchema.safeParse(draft);
  const preview = usePolicyPreview(checked.success ? checked.data : null);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const args = form.parse();
    if (args === null || clash) {
      refuse();
      return;
    }
    const outcome = await save.run(args);
    if (outcome.done) {
      announce(FORM.saved(args.name));
      go({ screen: 'policies' });
    }
  }

  return (
    <form ref={element} id={formId} noValidate className="policy-columns" onSubmit={(event) => void submit(event)}>
      <div className="stack">
        {known === null && (
          <Section title={FORM.called}>
            <TextInput
              label={FORM.name.label}
              description={FORM.name.means}
              withAsterisk
              aria-required
              autoComplete="off"
              value={form.values.name}
              error={clash ? FORM.taken : form.problems.name}
              onChange={(event) => form.set('name', event.currentTarget.value)}
            />
          </Section>
        )}
        <Section {...FORM.rhythm}>
          <RhythmFields form={form} />
        </Section>
        <Section {...FORM.waits}>
          <div className="stack">
            <WaitFields form={form} />
          </div>
        </Section>
        <Section title={FORM.people}>
          <div className="stack">
            <PersonFields form={form} />
          </div>
        </Section>
        <ComeIntoView news={save.error !== null}>
          <Failure error={save.error} />
        </ComeIntoView>
        <FootBar
          title={FORM.foot(form.values.name.trim())}
          action={
            <>
              <Working channel="policy.set" busy={save.busy} label={FORM.saving} />
              <Button component="a" href={hrefOf({ screen: 'policies' })} variant="subtle" color="gray">
                {words.common.cancel}
              </Button>
              <Button type="submit" form={formId} loading={save.busy}>
                {FORM.save}
              </Button>
            </>
          }
        />
      </div>
      <div className="policy-result">
        <Section title={FORM.result}>
          <PolicyWaits preview={checked.success ? (preview.data ?? null) : null} />
          <Failure error={preview.error} />
        </Section>
      </div>
    </form>
  );
}

const isTaken = (name: string, taken: readonly string[]): boolean =>
  taken.some((other) => sameName(other, name.trim()));
