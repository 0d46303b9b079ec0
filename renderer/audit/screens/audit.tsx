// The audit log: every change, and the check that nobody touched it since.
import { Button, Pagination, Skeleton } from '@mantine/core';
import { IconDownload, IconHistory, IconReport, IconShieldCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { AuditEntry, AuditVerdict } from '../../../shared/domain/audit/entry.ts';
import type { SavedReport } from '../../../shared/domain/evidence/report.ts';
import { notedText } from '../../../shared/domain/audit/noted-head.ts';
import { AuditFilters } from '../components/audit-filters.tsx';
import { AuditTable } from '../components/audit-table.tsx';
import { EvidenceDialog } from '../components/evidence-dialog.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Working } from '../../parts/working.tsx';
import { filteredEntries, NO_FILTERS } from '../state/audit-search.ts';
import { useCommand } from '../../state/commands.ts';
import { useAuditLog } from '../state/queries.ts';
import { capitalised, shortHash } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';
import './audit.css';

const AUDIT = words.audit;

export const screen = screenOf('audit', AuditScreen, { icon: IconHistory });

function AuditScreen() {
  const verify = useCommand('audit.verify');
  const chain = useCommand('audit.export');
  const [reporting, setReporting] = useState(false);
  const [report, setReport] = useState<SavedReport | null | undefined>();
  const { data: entries, error, refetch } = useAuditLog();
  return (
    <Page
      title={AUDIT.title}
      lead={AUDIT.lead}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconReport size={16} aria-hidden />}
            onClick={() => setReporting(true)}
          >
            {AUDIT.evidence.start}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={chain.busy}
            onClick={() => void chain.run({})}
          >
            {AUDIT.export}
          </Button>
          <Button
            leftSection={<IconShieldCheck size={16} aria-hidden />}
            loading={verify.busy}
            onClick={() => void verify.run({})}
          >
            {AUDIT.verify}
          </Button>
        </>
      }
    >
      {chain.result && <Exported {...chain.result} />}
      <Failure error={chain.error} />
      {report && (
        <Notice tone="good" role="status" title={AUDIT.evidence.saved(report.folder, report.entries)}>
          <p>{AUDIT.exportedMeans}</p>
        </Notice>
      )}
      {report === null && <Notice tone="info" role="status" title={AUDIT.evidence.nothing} />}
      {reporting && (
        <EvidenceDialog
          onClose={(outcome) => {
            setReport(outcome);
            setReporting(false);
          }}
        />
      )}
      <Working channel="audit.verify" busy={verify.busy} label={AUDIT.verifying} />
      {verify.result && <Verdict verdict={verify.result} />}
      <Failure error={verify.error} />
      <Failure error={error} onRetry={() => void refetch()} />
      {entries ? <Log entries={entries} /> : error === null && <Skeleton height={320} radius="lg" />}
    </Page>
  );
}

function Exported({ fileName, entries, signed }: { fileName: string; entries: number; signed: boolean }) {
  return signed ? (
    <Notice tone="good" role="status" title={AUDIT.exported(fileName, entries)}>
      <p>{AUDIT.exportedMeans}</p>
    </Notice>
  ) : (
    <Notice tone="caution" role="status" title={fileName}>
      <p>{AUDIT.exportedUnsigned}</p>
    </Notice>
  );
}

function Verdict({ verdict }: { verdict: AuditVerdict }) {
  const { ok, entries, head, signedThrough, keychainAsked } = verdict;
  if (!ok) {
    return (
      <Notice tone="danger" role="alert" title={problemOf(verdict)}>
        <p>{AUDIT.changedOutside}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" role="status" title={AUDIT.whole(entries)}>
      <p className="row row-wrap">
        {say(
          AUDIT.signed(
            signedThrough,
            keychainAsked,
            <>
              <span className="mono">{shortHash(head)}</span>
              <CopyButton value={notedText({ seq: entries, hash: head })} what={AUDIT.head} />
            </>,
          ),
        )}
      </p>
    </Notice>
  );
}

function problemOf({ brokenAt, problem }: AuditVerdict): string {
  return problem === null ? AUDIT.broken(brokenAt) : `${capitalised(words.shared.auditProblem[problem])}.`;
}

const PAGE_SIZE = 50;

function Log({ entries }: { entries: readonly AuditEntry[] }) {
  const [filters, setFilters] = useState(NO_FILTERS);
  const found = useMemo(() => filteredEntries(entries, filters), [entries, filters]);
  const [page, setPage] = useState(1);

  if (entries.length === 0) {
    return (
      <div className="panel">
        <Empty icon={<IconHistory size={22} aria-hidden />} title={AUDIT.empty.title}>
          {AUDIT.empty.means}
        </Empty>
      </div>
    );
  }
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const shown = Math.min(page, pages);
  return (
    <div className="panel audit">
      <div className="audit-head">
        <AuditFilters entries={entries} filters={filters} onChange={setFilters} />
        <span role="status" className="small quiet numbers push-end">
          {found.length === entries.length ? AUDIT.entries(entries.length) : AUDIT.someOf(found.length, entries.length)}
        </span>
      </div>
      <AuditTable entries={found.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE)} />
      {pages > 1 && (
        <nav className="audit-pages" aria-label={AUDIT.pages}>
          <Pagination
            size="sm"
            total={pages}
            value={shown}
            onChange={setPage}
            getControlProps={(control) => ({ 'aria-label': AUDIT.toPage[control] })}
          />
        </nav>
      )}
    </div>
  );
}
