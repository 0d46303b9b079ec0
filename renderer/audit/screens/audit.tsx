// The audit log: every change, and the check that nobody touched it since.
import { Button, Pagination, Skeleton, TextInput } from '@mantine/core';
import { IconHistory, IconSearch, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { AuditEntry, AuditVerdict } from '../../../shared/domain/audit/entry.ts';
import { AuditTable } from '../components/audit-table.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Working } from '../../parts/working.tsx';
import { matchingEntries } from '../state/audit-search.ts';
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
  const { data: entries, error, refetch } = useAuditLog();
  return (
    <Page
      title={AUDIT.title}
      lead={AUDIT.lead}
      actions={
        <Button
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          loading={verify.busy}
          onClick={() => void verify.run({})}
        >
          {AUDIT.verify}
        </Button>
      }
    >
      <Working channel="audit.verify" busy={verify.busy} label={AUDIT.verifying} />
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
              <CopyButton value={head} what={AUDIT.head} />
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
  const [search, setSearch] = useState('');
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
          aria-label={AUDIT.find}
          placeholder={AUDIT.findBy}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <span role="status" className="small quiet numbers push-end">
          {search.trim() === '' ? AUDIT.entries(entries.length) : AUDIT.someOf(found.length, entries.length)}
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
