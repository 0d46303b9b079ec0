// An evidence report: of which tenant, from which day until which. Where it goes is asked for outside this page.
import { Select, TextInput } from '@mantine/core';
import { reportSchema, type SavedReport } from '../../../shared/domain/evidence/report.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { useCommand } from '../../state/commands.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { useTenants } from '../../state/queries.ts';
import { words } from '../../text/words.ts';

const SAID = words.audit.evidence;

interface EvidenceDialogProps {
  /** With what was saved, `null` when a later dialog was closed; with nothing when this one was. */
  onClose: (outcome?: SavedReport | null) => void;
}

export function EvidenceDialog({ onClose }: EvidenceDialogProps) {
  const report = useCommand('evidence.report');
  const { data: tenants = [] } = useTenants();
  const form = useSchemaForm(reportSchema, { tenant: '', from: '', to: '' }, (values) => values);

  async function submit() {
    const args = form.parse();
    const outcome = args === null ? null : await report.run(args);
    if (outcome?.done === true) {
      onClose(outcome.result);
    }
  }

  return (
    <CommandDialog
      title={SAID.title}
      verb={SAID.verb}
      working={SAID.working}
      command={report}
      onSubmit={submit}
      onClose={() => onClose()}
    >
      <p>{SAID.means}</p>
      <Select
        label={words.audit.ofTenant}
        searchable
        required
        data={tenants.map(({ tenant: { name } }) => name)}
        value={form.values.tenant || null}
        onChange={(tenant) => form.set('tenant', tenant ?? '')}
        error={form.problems.tenant}
      />
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={SAID[end]}
          required
          value={form.values[end]}
          error={form.problems[end]}
          onChange={(event) => form.set(end, event.currentTarget.value)}
        />
      ))}
    </CommandDialog>
  );
}
