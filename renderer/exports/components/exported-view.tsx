// One file in one public format: what it is for, its content, and the ways to take it along.
import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import type { ArgsOf } from '../../../shared/contract.ts';
import { EXPORT_PROFILES, type ExportProfile, hasProfiles as isPaged } from '../../../shared/domain/formats.ts';
import type { ExportedFile } from '../../../shared/domain/exports/exported-file.ts';
import { useCommand } from '../../state/commands.ts';
import { useExportPreview } from '../state/queries.ts';
import { FORMAT, PROFILE } from '../state/export-formats.ts';
import { bytesOfBase64, hexView, sizeOf, textOfBase64 } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { CodeView } from '../../parts/code-view.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { ComeIntoView } from '../../parts/come-into-view.tsx';
import { FootBar } from '../../parts/foot-bar.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { Octets } from '../../parts/octets.tsx';
import './exported-view.css';

const said = words.exporting;

type Wanted = Pick<ArgsOf<'export.preview'>, 'tenant' | 'kid' | 'ring' | 'format'>;

export function ExportedView({ wanted }: { wanted: Wanted }) {
  const [profile, setProfile] = useState<ExportProfile>('standard');
  const args = profile === 'standard' ? wanted : { ...wanted, profile };
  const { data: file, error, refetch } = useExportPreview(args);
  const save = useCommand('export.save');
  const { name, purpose } = FORMAT[wanted.format];
  const hasProfiles = isPaged(wanted.format);

  const actions = (
    <>
      {hasProfiles && (
        <SegmentedControl
          size="xs"
          aria-label={said.profile}
          value={profile}
          onChange={(value) => setProfile(EXPORT_PROFILES.find((one) => one === value) ?? 'standard')}
          data={[
            { value: 'standard', label: PROFILE.standard.name },
            { value: 'auth0', label: PROFILE.auth0.name },
          ]}
        />
      )}
      {file?.text === true && <CopyButton wide what={said.text} value={textOfBase64(file.base64)} />}
    </>
  );
  return (
    <div className="export-view">
      <Section title={name} lead={hasProfiles ? `${purpose} ${PROFILE[profile].means}` : purpose} actions={actions}>
        <div className="stack">
          <ComeIntoView news={save.error !== null || save.result !== undefined}>
            <Failure error={save.error} />
            {save.result && (
              <Notice tone="good" role="status" title={said.saved(save.result.fileName)}>
                <p>
                  {said.sha256} <Octets value={save.result.sha256} />
                </p>
              </Notice>
            )}
            {save.result === null && <Notice tone="info" role="status" title={said.notSaved} />}
          </ComeIntoView>
          {file ? (
            <FileView file={file} />
          ) : error === null ? (
            <Skeleton height={300} />
          ) : (
            <Failure error={error} onRetry={() => void refetch()} />
          )}
        </div>
      </Section>
      <FootBar
        title={said.toFile}
        action={
          <Button
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
            loading={save.busy}
            disabled={file === undefined}
            onClick={() => void save.run(args)}
          >
            {said.save}
          </Button>
        }
      />
    </div>
  );
}

const HEX_ROWS = 40;

/** PEM keeps its lines of 64; a line without breaks, such as bare Base64, is wrapped. */
const hasLongLines = (text: string): boolean => text.split('\n').some((line) => line.length > 100);

function FileView({ file }: { file: ExportedFile }) {
  const bytes = bytesOfBase64(file.base64);
  return (
    <>
      <CodeView
        label={said.content(file.fileName)}
        text={file.text ? textOfBase64(file.base64) : hexView(bytes, HEX_ROWS)}
        wrap={file.text && hasLongLines(textOfBase64(file.base64))}
        maxHeight={400}
      />
      <p className="export-meta">
        <span className="mono">{file.fileName}</span>
        <span>{sizeOf(bytes.length)}</span>
        {!file.text && bytes.length > HEX_ROWS * 16 && <span>{said.firstBytes(HEX_ROWS * 16)}</span>}
        <span className="export-hash">
          {said.sha256} <Octets value={file.sha256} />
          <CopyButton value={file.sha256} what={said.sha256OfFile} />
        </span>
      </p>
    </>
  );
}
