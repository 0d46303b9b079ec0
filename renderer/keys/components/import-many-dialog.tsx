// Takes any number of keys into the rings of a tenant. The main process asks for the files, shows what goes where and asks for
// the one yes; afterwards it is told here what became of each key.
import { useState } from 'react';
import { importManySchema } from '../../../shared/acts/keys.ts';
import type { BulkReport } from '../../../shared/domain/key-ring/bulk-import.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { words } from '../../text/words.ts';
import { ComeIntoView } from '../../parts/come-into-view.tsx';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { allowedArgs, AllowFields, NOTHING_ALLOWED } from './allow-fields.tsx';

const said = words.importing.many;
const told = words.shared.bulkImport;

export function ImportManyDialog({ tenant, onClose }: { tenant: Tenant; onClose: () => void }) {
  const importMany = useCommand('key.importMany');
  const [report, setReport] = useState<BulkReport | null>(null);
  const [stopped, setStopped] = useState(false);
  const form = useSchemaForm(importManySchema, NOTHING_ALLOWED, (values) => ({
    tenant: tenant.name,
    ...allowedArgs(values),
  }));

  async function submit() {
    const args = form.parse();
    if (args === null) {
      return;
    }
    setStopped(false);
    const outcome = await importMany.run(args);
    if (outcome.done && outcome.result !== null) {
      setReport(outcome.result);
      announce(told.done(outcome.result));
    }
    setStopped(outcome.done && outcome.result === null);
  }

  return (
    <CommandDialog
      title={said.title(tenant.name)}
      verb={report === null ? said.verb : said.again}
      working={said.working}
      command={importMany}
      cancel={said.theImport}
      wide
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{said.what}</p>
      <AllowFields form={form} />
      <ComeIntoView news={stopped}>
        <p role="status">{words.importing.inspected.stopped}</p>
      </ComeIntoView>
      {report !== null && <Report report={report} />}
    </CommandDialog>
  );
}

function Report({ report }: { report: BulkReport }) {
  return (
    <>
      <p role="status">{told.done(report)}</p>
      {[true, false].map((isIn) => {
        const rows = report.rows.filter(({ goes }) => (goes !== null) === isIn);
        return (
          rows.length > 0 && (
            <section key={String(isIn)} aria-label={isIn ? told.doneTitle : told.leftTitle}>
              <h3>{isIn ? told.doneTitle : told.leftTitle}</h3>
              <ul>
                {rows.map((row) => (
                  <li key={`${row.file} ${row.key?.number ?? ''}`}>
                    {[row.file, told.what(row)].filter((part) => part !== '').join(' · ')}
                    {': '}
                    {row.goes !== null ? told.goes(row.goes) : row.why !== null && told.refusal(row.why)}
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}
