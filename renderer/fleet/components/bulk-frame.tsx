// The dialog around bulk work: what it will do, how far it is, and how it ended. While it runs it can be put aside, or stopped
// before the next tenant; whoever goes to another screen finds it in the strip at the window's foot.
import { Button, Modal, Progress } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import type { BulkResult } from '../state/bulk-acts.ts';
import { useBulkJobs } from '../state/bulk-jobs.tsx';
import type { BulkRun } from '../state/bulk-run.ts';
import { useHash } from '../../state/route.ts';
import { words } from '../../text/words.ts';
import { BulkResults, sumOf } from './bulk-results.tsx';
import { BulkStrip } from './bulk-strip.tsx';
import './bulk.css';

const { run: said, strip } = words.bulk;

type ShownRun = Omit<BulkRun<BulkResult>, 'start'>;

interface BulkFrameProps {
  job: number;
  title: string;
  run: ShownRun;
  /** What is to be done, while nothing has begun. */
  children: ReactNode;
  /** Under the results. */
  after?: ReactNode;
  /** The button that acts; none when there is nothing left to do. */
  action: { verb: string; ready: boolean; onAct: () => void } | null;
}

export function BulkFrame({ job, title, run, children, after, action }: BulkFrameProps) {
  const { shown, show, dismiss, noteRunning } = useBulkJobs();
  const opened = shown === job;
  const busy = run.phase === 'running';
  const putAside = () => show(null);
  const onClose = () => (busy ? putAside() : dismiss(job));
  const aside = useRef<HTMLButtonElement>(null);
  // What was pressed is gone while the work runs; the way to stop it is the one thing left.
  useEffect(() => (busy ? aside.current?.focus() : undefined), [busy]);
  useEffect(() => {
    if (!busy) {
      return undefined;
    }
    noteRunning(job);
    return () => noteRunning(null);
  }, [busy, job, noteRunning]);
  const leave = useEffectEvent(() => opened && (run.phase === 'idle' ? dismiss(job) : putAside()));
  const hash = useHash();
  const place = useRef(hash);
  useEffect(() => {
    if (place.current !== hash) {
      place.current = hash;
      leave();
    }
  }, [hash]);
  if (!opened) {
    return <BulkStrip title={title} run={run} onShow={() => show(job)} onDismiss={() => dismiss(job)} />;
  }
  return (
    <Modal opened title={title} size={720} onClose={onClose} closeOnClickOutside={false}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (action?.ready === true && !busy) {
            action.onAct();
          }
        }}
      >
        <div className="dialog-body">
          {run.phase === 'idle' ? children : <BulkProgress run={run} />}
          {run.rows.length > 0 && <BulkResults rows={run.rows} />}
          {run.phase === 'done' && after}
        </div>
        <div className="dialog-end">
          <div className="row row-wrap push-end">
            {busy && (
              <Button variant="subtle" onClick={putAside}>
                {strip.putAside}
              </Button>
            )}
            <Button ref={aside} variant="default" disabled={run.stopping && busy} onClick={busy ? run.stop : onClose}>
              {busy
                ? run.stopping
                  ? said.stopping
                  : said.stop
                : run.phase === 'done'
                  ? words.common.close
                  : words.common.cancel}
            </Button>
            {action !== null && !busy && (
              <Button type="submit" disabled={!action.ready}>
                {action.verb}
              </Button>
            )}
          </div>
        </div>
      </form>
    </Modal>
  );
}

function BulkProgress({ run: { phase, rows, of, at } }: { run: ShownRun }) {
  const sum = useRef<HTMLParagraphElement>(null);
  const done = phase === 'done';
  // What was pressed may be gone: who waited reads on here.
  useEffect(() => (done ? sum.current?.focus() : undefined), [done]);
  return (
    <div className="bulk-progress">
      <p ref={sum} role="status" tabIndex={-1} className="numbers">
        {done ? sumOf(rows) : at !== null && said.progress(rows.length + 1, of, at)}
      </p>
      {!done && <Progress aria-hidden size={5} value={(100 * rows.length) / of} />}
      {done && rows.length < of && <p className="quiet small">{said.stopped(rows.length, of)}</p>}
    </div>
  );
}
