// Bulk work that goes on, or that ended, while the officer is elsewhere: how far it is, how many tenants need a person, and
// the way back to the results.
import { Button } from '@mantine/core';
import { IconListDetails, IconPlayerStop, IconX } from '@tabler/icons-react';
import type { BulkResult } from '../state/bulk-acts.ts';
import type { BulkRun } from '../state/bulk-run.ts';
import { words } from '../../text/words.ts';
import { sumOf } from './bulk-results.tsx';
import './bulk-strip.css';

const { run: said, strip } = words.bulk;

interface BulkStripProps {
  title: string;
  run: Omit<BulkRun<BulkResult>, 'start'>;
  onShow: () => void;
  onDismiss: () => void;
}

export function BulkStrip({ title, run: { phase, rows, of, at, stopping, stop }, onShow, onDismiss }: BulkStripProps) {
  const busy = phase === 'running';
  const needy = rows.filter(({ state }) => state === 'refused' || state === 'look').length;
  return (
    <section className="bulk-strip" aria-label={title}>
      <div className="bulk-strip-text">
        <strong>{title}</strong>
        {busy && (
          <span className="numbers">
            {at !== null && strip.progress(said.progress(rows.length + 1, of, at), needy)}
          </span>
        )}
        <span role="status" className="numbers">
          {!busy && sumOf(rows)}
        </span>
        {!busy && rows.length < of && <span className="quiet">{said.stopped(rows.length, of)}</span>}
      </div>
      <div className="row row-wrap push-end">
        {busy && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlayerStop size={15} aria-hidden />}
            disabled={stopping}
            onClick={stop}
          >
            {stopping ? said.stopping : said.stop}
          </Button>
        )}
        <Button size="xs" variant="default" leftSection={<IconListDetails size={15} aria-hidden />} onClick={onShow}>
          {strip.show}
        </Button>
        {!busy && (
          <Button size="xs" variant="subtle" leftSection={<IconX size={15} aria-hidden />} onClick={onDismiss}>
            {strip.dismiss}
          </Button>
        )}
      </div>
    </section>
  );
}
