// The audit log: every change, and the check that nobody touched it since.
import { Button, Pagination, Skeleton, TextInput } from '@mantine/core';
import { IconHistory, IconSearch, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { AUDIT_PROBLEM_WORDS } from '../../shared/doctor-words.ts';
import type { AuditEntry, AuditVerdict } from '../../shared/model.ts';
import { AuditTable } from '../components/audit-table.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { Empty } from '../components/empty.tsx';
import { Failure } from '../components/failure.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Working } from '../components/working.tsx';
import { matchingEntries } from '../state/audit-search.ts';
import { useCommand } from '../state/commands.ts';
import { useAuditLog } from '../state/queries.ts';
import { capitalised, count, shortHash } from '../text/hex.ts';
import './audit.css';

export function AuditScreen() {
  const verify = useCommand('audit.verify');
  const { data: entries, error, refetch } = useAuditLog();
  return (
    <Page
      title="Audit"
      lead="Every change leaves an entry that is chained to the one before it. The check finds any edit, deletion or reorder."
      actions={
        <Button
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          loading={verify.busy}
          onClick={() => void verify.run({})}
        >
          Verify the chain
        </Button>
      }
    >
      <Working channel="audit.verify" busy={verify.busy} label="Checking every entry" />
      {verify.result && <Verdict verdict={verify.result} />}
      <Failure error={verify.error} />
      <Failure error={error} onRetry={() => void refetch()} />
      {entries ? <Log entries={entries} /> : error === null && <Skeleton height={320} radius="lg" />}
    </Page>
  );
}

function Verdict({ verdict }: { verdict: AuditVerdict }) {
  const { ok, entries, head, signedThrough, keychainAsked } = verdict;
  if (!ok) {
    return (
      <Notice tone="danger" role="alert" title={problemOf(verdict)}>
        <p>
          Someone or something changed the log outside Key Custodian. Keep the data folder as it is, and compare with a
          backup before you go on.
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" role="status" title={`The chain is whole: ${count(entries, 'entry', 'entries')}.`}>
      <p className="row row-wrap">
        {signedThrough === 0 ? 'Not signed yet.' : `Signed by this device up to entry ${signedThrough}.`}
        {keychainAsked ? '' : ' The keychain was not asked.'} Head <span className="mono">{shortHash(head)}</span>
        <CopyButton value={head} what="head of the chain" /> Note it elsewhere to notice a log that was cut short.
      </p>
    </Notice>
  );
}

function problemOf({ brokenAt, problem }: AuditVerdict): string {
  return problem === null
    ? `The chain is broken${brokenAt === null ? '' : ` at entry ${brokenAt}`}.`
    : `${capitalised(AUDIT_PROBLEM_WORDS[problem])}.`;
}

const PAGE_SIZE = 50;

function Log({ entries }: { entries: readonly AuditEntry[] }) {
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);

  if (entries.length === 0) {
    return (
      <div className="panel">
        <Empty icon={<IconHistory size={22} aria-hidden />} title="Nothing has happened yet">
          The first entry appears when you add a tenant.
        </Empty>
      </div>
    );
  }
  const found = matchingEntries(entries, search);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const shown = Math.min(page, pages);
  return (
    <div className="panel audit">
      <div className="audit-head">
        <TextInput
          size="xs"
          type="search"
          className="audit-search"
          aria-label="Find in the log"
          placeholder="Find by subject, action, actor or detail"
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <span role="status" className="small quiet numbers push-end">
          {search.trim() === '' ? count(entries.length, 'entry', 'entries') : `${found.length} of ${entries.length}`}
        </span>
      </div>
      <AuditTable entries={found.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE)} />
      {pages > 1 && (
        <nav className="audit-pages" aria-label="Pages of the log">
          <Pagination
            size="sm"
            total={pages}
            value={shown}
            onChange={setPage}
            getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          />
        </nav>
      )}
    </div>
  );
}
