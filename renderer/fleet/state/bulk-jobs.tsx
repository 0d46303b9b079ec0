// Work on many tenants belongs to the window, not to the screen where it began: it goes on when that is left, and its
// results stay until somebody dismisses them. One runs at a time. Closing the window meanwhile asks first.
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';

export const BULK_ACTS = ['drift', 'prove', 'policy', 'push'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

export interface BulkJob {
  id: number;
  act: BulkAct;
  /** As they were selected when the work began, in the order in which they were shown. */
  tenants: readonly Tenant[];
}

interface BulkJobs {
  jobs: readonly BulkJob[];
  /** Whose dialog is open. All others are in the strip. */
  shown: number | null;
  /** Whether one is at work. */
  running: boolean;
  begin: (act: BulkAct, tenants: readonly Tenant[]) => void;
  show: (id: number | null) => void;
  dismiss: (id: number) => void;
  noteRunning: (id: number | null) => void;
}

const BulkContext = createContext<BulkJobs | null>(null);

export function useBulkJobs(): BulkJobs {
  const jobs = use(BulkContext);
  if (jobs === null) {
    throw new Error('no bulk work above this component');
  }
  return jobs;
}

export function BulkJobsProvider({ children }: { children: ReactNode }) {
  const [jobs, setJobs] = useState<readonly BulkJob[]>([]);
  const [last, setLast] = useState(0);
  const [shown, show] = useState<number | null>(null);
  const [atWork, noteRunning] = useState<number | null>(null);
  const running = atWork !== null;

  useEffect(() => {
    if (!running) {
      return undefined;
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [running]);

  const value: BulkJobs = useMemo(
    () => ({
      jobs,
      shown,
      running,
      begin(act, tenants) {
        const id = last + 1;
        setLast(id);
        setJobs((before) => [...before, { id, act, tenants }]);
        show(id);
      },
      show,
      dismiss(id) {
        setJobs((before) => before.filter((job) => job.id !== id));
        show((before) => (before === id ? null : before));
      },
      noteRunning,
    }),
    [jobs, last, running, shown],
  );
  return <BulkContext value={value}>{children}</BulkContext>;
}
