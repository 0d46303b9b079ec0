// All bulk work of the window: the dialog of the one that is looked at, and a strip for each other.
import type { ReactElement } from 'react';
import { type BulkJob, useBulkJobs } from '../state/bulk-jobs.tsx';
import { BulkLookDialog, BulkPolicyDialog } from './bulk-dialog.tsx';
import { BulkPushDialog } from './bulk-push-dialog.tsx';

export function BulkJobs() {
  const { jobs } = useBulkJobs();
  return jobs.map((job) => <Job key={job.id} job={job} />);
}

function Job({ job }: { job: BulkJob }): ReactElement {
  const { act, tenants } = job;
  const names = tenants.map(({ name }) => name);
  switch (act) {
    case 'drift':
    case 'prove':
      return <BulkLookDialog job={job.id} act={act} tenants={names} />;
    case 'policy':
      return <BulkPolicyDialog job={job.id} tenants={names} />;
    case 'push':
      return <BulkPushDialog job={job.id} tenants={tenants} />;
  }
}
