// “What is this file?” for any file, without bringing anything into custody.
import { Button } from '@mantine/core';
import {
  IconArrowsLeftRight,
  IconClipboard,
  IconFileImport,
  IconFileSearch,
  IconLockOpen,
  IconTransform,
} from '@tabler/icons-react';
import { useState } from 'react';
import { CUSTODY_FACT, type FoundFile, type FoundPart } from '../../../shared/domain/reading/inspection.ts';
import { Badge } from '../../parts/badge.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { AnswerRequest, TakeAnswer } from '../components/approval-file.tsx';
import { ComparisonView } from '../components/comparison.tsx';
import { ConvertDialog } from '../components/convert-dialog.tsx';
import { ImportInspectedDialog } from '../components/import-inspected-dialog.tsx';
import { InspectedPartView } from '../components/inspected-part.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Section } from '../../parts/section.tsx';
import { useInspection, type Inspection } from '../state/inspection.tsx';
import { capitalised, sizeOf } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';
import './inspect.css';

const said = words.inspect;
const told = words.shared.inspection;

export const screen = screenOf('inspect', InspectScreen, { icon: IconFileSearch });

function InspectScreen() {
  const inspection = useInspection();
  const { file, aside, error, busy, choose, paste } = inspection;
  const chooseButton = (
    <Button
      variant={file === null ? 'filled' : 'default'}
      leftSection={<IconFileSearch size={16} aria-hidden />}
      loading={busy}
      onClick={() => void choose()}
    >
      {file === null ? said.choose : said.chooseAnother}
    </Button>
  );
  const actions = (
    <div className="row row-wrap">
      {chooseButton}
      <Button
        variant="default"
        leftSection={<IconClipboard size={16} aria-hidden />}
        disabled={busy}
        onClick={() => void paste()}
      >
        {said.paste}
      </Button>
    </div>
  );
  return (
    <Page title={said.title} lead={said.lead} {...(file === null ? {} : { actions })}>
      <Failure error={error} />
      {aside > 0 && <Notice tone="info" role="status" title={said.aside(aside)} />}
      {file === null ? (
        <div className="panel">
          <Empty icon={<IconFileSearch size={22} aria-hidden />} title={said.empty} action={actions}>
            {said.emptyMeans}
          </Empty>
        </div>
      ) : (
        <Answer inspection={inspection} file={file} />
      )}
      <AnswerRequest key={file?.fileName} inspected={file?.found.kind === 'approval request'} />
    </Page>
  );
}

interface AnswerProps {
  inspection: Inspection;
  file: NonNullable<Inspection['file']>;
}

function Answer({ inspection: { busy, open, compare, compared }, file: { fileName, found, locked } }: AnswerProps) {
  const [importing, setImporting] = useState(false);
  const [converting, setConverting] = useState(false);
  const actions = (
    <>
      {locked && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLockOpen size={15} aria-hidden />}
          loading={busy}
          onClick={() => void open()}
        >
          {said.open}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowsLeftRight size={15} aria-hidden />}
        disabled={busy}
        onClick={() => void compare()}
      >
        {said.compare}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconTransform size={15} aria-hidden />}
        disabled={busy}
        onClick={() => setConverting(true)}
      >
        {said.convert.open}
      </Button>
      {found.importable !== 'no' && (
        <Button size="xs" leftSection={<IconFileImport size={15} aria-hidden />} onClick={() => setImporting(true)}>
          {said.importInto}
        </Button>
      )}
    </>
  );
  return (
    <>
      <Section title={fileName} actions={actions}>
        <div className="stack">
          <div className="row row-wrap">
            <Badge tone="accent" icon={<IconFileSearch size={13} aria-hidden />}>
              {capitalised(told.kind(found.kind))}
            </Badge>
            <span className="small">{told.format(found.format)}</span>
            <span className="quiet small numbers">{sizeOf(found.bytes)}</span>
          </div>
          <p className="inspect-purpose">{told.purpose(found.kind)}</p>
          <Warnings found={found} />
          <Notice tone="info" title={said.advice}>
            <p>{told.advice(found.kind, found.importable)}</p>
          </Notice>
          {found.kind === 'approval' && <TakeAnswer key={fileName} />}
        </div>
      </Section>
      {compared !== null && <ComparisonView compared={compared} />}
      {shownParts(found).map(({ part, number }) => (
        <InspectedPartView key={number} part={part} number={number} of={found.parts.length} />
      ))}
      {found.parts.length > MAX_SHOWN && <p className="quiet">{said.moreParts(MAX_SHOWN, found.parts.length)}</p>}
      {converting && <ConvertDialog fileName={fileName} onClose={() => setConverting(false)} />}
      {importing && <ImportInspectedDialog fileName={fileName} found={found} onClose={() => setImporting(false)} />}
    </>
  );
}

/** More than anybody reads on a screen; the command line lists everything. */
const MAX_SHOWN = 100;

/** What belongs to keys in custody first, then as it lies in the file. */
function shownParts({ parts }: FoundFile) {
  const numbered = parts.map((part, index) => ({ part, number: index + 1 }));
  if (numbered.length <= MAX_SHOWN) {
    return numbered;
  }
  const [ours, others] = [true, false].map((wanted) => numbered.filter(({ part }) => isInCustody(part) === wanted));
  return [...(ours ?? []), ...(others ?? [])].slice(0, MAX_SHOWN);
}

const isInCustody = ({ facts }: FoundPart): boolean => facts.some(({ name }) => name === CUSTODY_FACT);

function Warnings({ found: { warnings } }: { found: FoundFile }) {
  return warnings.map(told.warning).map((warning) => <Notice key={warning} tone="caution" title={warning} />);
}
