// One policy: made, or given new terms. What the numbers come to is reckoned beside them while they are typed.
import { Button, Skeleton, TextInput } from '@mantine/core';
import { useDeferredValue, useRef, type FormEvent } from 'react';
import { policySetSchema, type PolicyView } from '../../shared/contract.ts';
import { Crumbs } from '../components/crumbs.tsx';
import { Failure } from '../components/failure.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { PersonFields, RhythmFields, WaitFields } from '../components/policy-fields.tsx';
import { PolicyWaits } from '../components/policy-waits.tsx';
import { Section } from '../components/section.tsx';
import { Working } from '../components/working.tsx';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { policyArgs, policyValues } from '../state/policy-form.ts';
import { usePolicies, usePolicyPreview } from '../state/queries.ts';
import { go, hrefOf } from '../state/route.ts';
import { useSchemaForm } from '../state/schema-form.ts';
import { count } from '../text/hex.ts';
import './policy.css';

/** `name` is `null` for a new policy. */
export function PolicyScreen({ name }: { name: string | null }) {
  const { data: policies, error, refetch } = usePolicies();
  const title = name ?? 'New policy';
  const crumbs = <Crumbs trail={[{ word: 'Policies', route: { screen: 'policies' } }]} here={title} />;
  const known = policies?.find((view) => view.policy.name === name) ?? null;
  if (policies === undefined || (name !== null && known === null)) {
    return (
      <Page title={title} crumbs={crumbs}>
        <Failure error={error} onRetry={() => void refetch()} />
        {policies !== undefined && <Notice tone="caution" title="There is no policy of this name." />}
        {policies === undefined && error === null && <Skeleton height={320} radius="lg" />}
      </Page>
    );
  }
  return (
    <Page
      title={title}
      crumbs={crumbs}
      lead={
        known === null
          ? 'It begins with the numbers of a careful production tenant.'
          : followersLine(known.tenants.length)
      }
    >
      <PolicyForm known={known} taken={policies.map((view) => view.policy.name)} />
    </Page>
  );
}

function followersLine(tenants: number): string {
  return tenants === 0
    ? 'No tenant lives by it yet.'
    : `${count(tenants, 'tenant')} ${tenants === 1 ? 'lives' : 'live'} by it and will follow at once.`;
}

function PolicyForm({ known, taken }: { known: PolicyView | null; taken: readonly string[] }) {
  const save = useCommand('policy.set');
  const element = useRef<HTMLFormElement>(null);
  const initial = policyValues(known?.policy.name ?? '', known?.policy.terms);
  const form = useSchemaForm(policySetSchema, initial, policyArgs);
  const clash = known === null && isTaken(form.values.name, taken);
  // The name does not matter for a new policy, which nobody lives by; the waits should not have to wait for it.
  const draft = useDeferredValue(policyArgs({ ...form.values, name: known?.policy.name ?? 'new' }));
  const checked = policySetSchema.safeParse(draft);
  const preview = usePolicyPreview(checked.success ? checked.data : null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const args = form.parse();
    if (args === null || clash) {
      requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const outcome = await save.run(args);
    if (outcome.done) {
      announce(`Saved policy ${args.name}`);
      go({ screen: 'policies' });
    }
  }

  return (
    <form ref={element} noValidate className="policy-columns" onSubmit={(event) => void submit(event)}>
      <div className="stack">
        {known === null && (
          <Section title="What it is called">
            <TextInput
              label="Name"
              description="As you will choose it for tenants. It cannot be changed later."
              withAsterisk
              aria-required
              autoComplete="off"
              value={form.values.name}
              error={
                clash ? 'A policy of this name exists. Edit that one, or choose another name.' : form.problems.name
              }
              onChange={(event) => form.set('name', event.currentTarget.value)}
            />
          </Section>
        )}
        <Section title="Rhythm" lead="How keys move through a ring.">
          <RhythmFields form={form} />
        </Section>
        <Section title="Waits" lead="What may still be held outside, for how long.">
          <div className="stack">
            <WaitFields form={form} />
          </div>
        </Section>
        <Section title="People">
          <div className="stack">
            <PersonFields form={form} />
          </div>
        </Section>
        <Failure error={save.error} />
        <div className="row">
          <Button type="submit" loading={save.busy}>
            Save policy
          </Button>
          <Button component="a" href={hrefOf({ screen: 'policies' })} variant="subtle" color="gray">
            Cancel
          </Button>
          <Working channel="policy.set" busy={save.busy} label="Saving" />
        </div>
      </div>
      <div className="policy-result">
        <Section title="What that comes to">
          <PolicyWaits preview={checked.success ? (preview.data ?? null) : null} />
          <Failure error={preview.error} />
        </Section>
      </div>
    </form>
  );
}

const isTaken = (name: string, taken: readonly string[]): boolean =>
  taken.some((other) => other.toLowerCase() === name.trim().toLowerCase());
