// A certificate of the tenant's own keys as a file: in which format, written whose way. Where it goes is asked for by the
// operating system's dialog.
import {
  EXPORT_FORMATS,
  EXPORT_PROFILES,
  type ExportFormat,
  type ExportProfile,
  hasProfiles as isPaged,
  isSetFormat,
} from '../../../shared/domain/formats.ts';
import { Radio, Select } from '@mantine/core';
import { useState } from 'react';
import type { OwnKeyView } from '../../../shared/domain/tenant/own-keys.ts';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { FORMAT, PROFILE } from '../../exports/state/export-formats.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';

const said = words.ownKeys.export;

interface ExportOwnDialogProps {
  tenant: string;
  /** `null` for a file of all of them. */
  own: OwnKeyView | null;
  /** With what was saved, or `null`. */
  onClose: (outcome: string | null) => void;
}

export function ExportOwnDialog({ tenant, own, onClose }: ExportOwnDialogProps) {
  const save = useCommand('remote.export', { endsWithScreen: true });
  const formats = EXPORT_FORMATS.filter((format) => isSetFormat(format) === (own === null));
  const [format, setFormat] = useState<ExportFormat>(own === null ? 'jwks' : 'pem');
  const [profile, setProfile] = useState<ExportProfile>('standard');
  const hasProfiles = own !== null && isPaged(format);

  async function submit() {
    const outcome = await save.run({
      tenant,
      format,
      ...(own === null ? {} : { kid: own.kid }),
      ...(hasProfiles && profile !== 'standard' ? { profile } : {}),
    });
    if (outcome.done) {
      const saved = outcome.result === null ? null : said.saved(outcome.result.fileName, outcome.result.sha256);
      if (saved === null) {
        announce(said.notSaved);
      }
      onClose(saved);
    }
  }

  return (
    <CommandDialog
      title={own === null ? said.titleAll : said.title(shortKid(own.kid))}
      verb={said.verb}
      working={said.working}
      cancel={words.controls.cancel.reading}
      command={save}
      onSubmit={submit}
      onClose={() => onClose(null)}
    >
      <Select
        label={said.format}
        description={FORMAT[format].purpose}
        allowDeselect={false}
        value={format}
        data={formats.map((value) => ({ value, label: FORMAT[value].name }))}
        onChange={(value) => setFormat(formats.find((one) => one === value) ?? format)}
      />
      {hasProfiles && (
        <Radio.Group
          label={said.written}
          value={profile}
          onChange={(value) => setProfile(EXPORT_PROFILES.find((one) => one === value) ?? 'standard')}
        >
          <div className="stack-tight radio-list">
            {EXPORT_PROFILES.map((one) => (
              <Radio key={one} value={one} label={PROFILE[one].name} description={PROFILE[one].means} />
            ))}
          </div>
        </Radio.Group>
      )}
      <p className="quiet small">{said.publicOnly}</p>
    </CommandDialog>
  );
}
