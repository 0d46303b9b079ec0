// One key in one public format: look at it, copy it, save it. Choosing another format stays on the screen.
import { Button, Skeleton } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import type { ExportedFile, ExportFormat } from '../../shared/model.ts';
import { CodeView } from '../components/code-view.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { Crumbs } from '../components/crumbs.tsx';
import { Failure } from '../components/failure.tsx';
import { FormatGrid } from '../components/format-grid.tsx';
import { KeyFrame } from '../components/key-frame.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Section } from '../components/section.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { useCommand } from '../state/commands.ts';
import { useExportPreview } from '../state/queries.ts';
import { FORMAT } from '../text/export-formats.ts';
import { bytesOfBase64, hexView, shortKid, sizeOf, textOfBase64 } from '../text/hex.ts';
import './export.css';

interface ExportScreenProps {
  tenant: string;
  kid: string;
  format: ExportFormat;
}

export function ExportScreen({ tenant, kid, format }: ExportScreenProps) {
  const name = shortKid(kid);
  return (
    <KeyFrame tenant={tenant} kid={kid}>
      {({ key }) => (
        <Page
          title="Export"
          kid={kid}
          badge={<StateBadge state={key.state} />}
          lead="Public halves only. Nothing here can sign, so it may be mailed and pasted freely."
          crumbs={
            <Crumbs
              trail={[
                { word: 'Key rings', route: { screen: 'keys', tenant } },
                { word: name, route: { screen: 'key', tenant, kid } },
              ]}
              here="Export"
            />
          }
        >
          <div className="export-columns">
            <nav aria-label="Formats">
              <FormatGrid tenant={tenant} kid={kid} selected={format} />
            </nav>
            <ExportedView key={format} tenant={tenant} kid={kid} format={format} />
          </div>
        </Page>
      )}
    </KeyFrame>
  );
}

function ExportedView({ tenant, kid, format }: ExportScreenProps) {
  const { data: file, error, refetch } = useExportPreview(tenant, kid, format);
  const save = useCommand('export.save');
  const { name, purpose } = FORMAT[format];

  const actions = (
    <>
      {file?.text === true && <CopyButton wide what="text" value={textOfBase64(file.base64)} />}
      <Button
        size="xs"
        leftSection={<IconDeviceFloppy size={15} aria-hidden />}
        loading={save.busy}
        disabled={file === undefined}
        onClick={() => void save.run({ tenant, kid, format })}
      >
        Save…
      </Button>
    </>
  );
  return (
    <div className="export-view">
      <Section title={name} lead={purpose} actions={actions}>
        <div className="stack">
          <Failure error={save.error} />
          {save.result && (
            <Notice tone="good" role="status" title={`Saved ${save.result.fileName}`}>
              <p>
                SHA-256 <span className="mono">{save.result.sha256}</span>
              </p>
            </Notice>
          )}
          {save.result === null && (
            <Notice tone="info" role="status" title="Nothing was saved: the dialog was closed." />
          )}
          {file ? (
            <FileView file={file} />
          ) : error === null ? (
            <Skeleton height={300} />
          ) : (
            <Failure error={error} onRetry={() => void refetch()} />
          )}
        </div>
      </Section>
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
        label={`Content of ${file.fileName}`}
        text={file.text ? textOfBase64(file.base64) : hexView(bytes, HEX_ROWS)}
        wrap={file.text && hasLongLines(textOfBase64(file.base64))}
        maxHeight={400}
      />
      <p className="export-meta">
        <span className="mono">{file.fileName}</span>
        <span>{sizeOf(bytes.length)}</span>
        {!file.text && bytes.length > HEX_ROWS * 16 && <span>first {HEX_ROWS * 16} bytes shown</span>}
        <span className="export-hash">
          SHA-256 <span className="mono">{file.sha256}</span>
          <CopyButton value={file.sha256} what="SHA-256 of the file" />
        </span>
      </p>
    </>
  );
}
