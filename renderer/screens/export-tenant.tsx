// Many keys at once: the sets and lists of a tenant or of one ring, and everything public in a folder or an archive.
import { Select } from '@mantine/core';
import { useState } from 'react';
import { SET_FORMATS } from '../../shared/limits.ts';
import type { SetFormat, TenantView } from '../../shared/model.ts';
import { ExportEverything } from '../components/export-everything.tsx';
import { ExportedView } from '../components/exported-view.tsx';
import { Failure } from '../components/failure.tsx';
import { FormatGrid } from '../components/format-grid.tsx';
import { HandOverTable } from '../components/hand-over-table.tsx';
import { Page } from '../components/page.tsx';
import { Section } from '../components/section.tsx';
import { TenantFrame } from '../components/tenant-frame.tsx';
import { useHandOvers } from '../state/queries.ts';
import { HAND_OVER } from '../text/hand-over-words.ts';
import './export.css';

export function ExportTenantScreen({ tenant, format }: { tenant: string; format: SetFormat }) {
  return (
    <TenantFrame tenant={tenant} here="keys">
      {(view) => <Exports view={view} format={format} />}
    </TenantFrame>
  );
}

const WHOLE = '';

function Exports({ view: { tenant, rings }, format }: { view: TenantView; format: SetFormat }) {
  const [ring, setRing] = useState(WHOLE);
  const scope = ring === WHOLE ? {} : { ring };
  return (
    <Page
      title="Export many keys"
      lead="Public halves only. Nothing here can sign, so it may be mailed and pasted freely."
    >
      <ExportEverything tenant={tenant.name} />
      <Select
        label="Keys of"
        maw={320}
        allowDeselect={false}
        value={ring}
        onChange={(value) => setRing(value ?? WHOLE)}
        data={[
          { value: WHOLE, label: `The whole tenant ${tenant.name}` },
          ...rings.map((one) => ({ value: one.ring.name, label: `Ring ${one.ring.name}` })),
        ]}
      />
      <div className="export-columns">
        <nav aria-label="Formats">
          <FormatGrid
            formats={SET_FORMATS}
            routeOf={(one) => ({ screen: 'export-tenant', tenant: tenant.name, format: one })}
            selected={format}
          />
        </nav>
        <ExportedView key={`${format} ${ring}`} wanted={{ tenant: tenant.name, format, ...scope }} />
      </div>
      <Ledger tenant={tenant.name} />
    </Page>
  );
}

function Ledger({ tenant }: { tenant: string }) {
  const { data: entries = [], error, refetch } = useHandOvers({ tenant });
  return (
    <Section title="Private halves that left" lead="They leave from the page of a key only, and never unprotected.">
      <Failure error={error} onRetry={() => void refetch()} />
      {entries.length === 0 ? (
        error === null && <p className="quiet">{HAND_OVER.noneOfTenant}</p>
      ) : (
        <HandOverTable caption="The ledger" entries={entries} withKid />
      )}
    </Section>
  );
}
