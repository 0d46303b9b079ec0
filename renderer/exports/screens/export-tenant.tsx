// Many keys at once: the sets and lists of a tenant or of one ring, and everything public in a folder or an archive.
import { Select } from '@mantine/core';
import { useState } from 'react';
import { SET_FORMATS, type SetFormat } from '../../../shared/domain/formats.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { ExportEverything } from '../components/export-everything.tsx';
import { ExportedView } from '../components/exported-view.tsx';
import { Failure } from '../../parts/failure.tsx';
import { FormatGrid } from '../components/format-grid.tsx';
import { HandOverTable } from '../components/hand-over-table.tsx';
import { Page } from '../../parts/page.tsx';
import { Section } from '../../parts/section.tsx';
import { TenantFrame } from '../../tenants/components/tenant-frame.tsx';
import { useHandOvers } from '../state/queries.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';
import './export.css';

export const screen = screenOf('export-tenant', ExportTenantScreen);

function ExportTenantScreen({ tenant, format }: { tenant: string; format: SetFormat }) {
  return <TenantFrame tenant={tenant}>{(view) => <Exports view={view} format={format} />}</TenantFrame>;
}

const said = words.exporting.many;
const WHOLE = '';

function Exports({ view: { tenant, rings }, format }: { view: TenantView; format: SetFormat }) {
  const [ring, setRing] = useState(WHOLE);
  const scope = ring === WHOLE ? {} : { ring };
  return (
    <Page title={said.title} lead={words.exporting.lead}>
      <ExportEverything tenant={tenant.name} />
      <Select
        label={said.keysOf}
        maw={320}
        allowDeselect={false}
        value={ring}
        onChange={(value) => setRing(value ?? WHOLE)}
        data={[
          { value: WHOLE, label: said.wholeTenant(tenant.name) },
          ...rings.map((one) => ({ value: one.ring.name, label: said.ring(one.ring.name) })),
        ]}
      />
      <div className="export-columns">
        <nav aria-label={words.exporting.formats}>
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
    <Section title={said.ledger} lead={said.ledgerLead}>
      <Failure error={error} onRetry={() => void refetch()} />
      {entries.length === 0 ? (
        error === null && <p className="quiet">{words.handOver.noneOfTenant}</p>
      ) : (
        <HandOverTable caption={said.ledgerCaption} entries={entries} withKid />
      )}
    </Section>
  );
}
