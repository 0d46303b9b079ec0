// A certificate of the tenant's own keys as a file: in which format, written whose way. Where it goes is asked for by the
// operating system's dialog.
import { Radio, Select } from '@mantine/core';
import { useState } from 'react';
import { AUTH0_FORMATS, EXPORT_FORMATS, EXPORT_PROFILES, SET_FORMATS } from '../../shared/limits.ts';
import type { ExportFormat, ExportProfile } from '../../shared/model.ts';
import type { OwnKeyView } from '../../shared/own-keys.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { FORMAT, PROFILE } from '../text/export-formats.ts';
import { shortKid } from '../text/hex.ts';
import { CommandDialog } from './command-dialog.tsx';

interface ExportOwnDialogProps {
  tenant: string;
  /** `null` for a file of all of them. */
  own: OwnKeyView | null;
  /** With what was saved, or `null`. */
  onClose: (outcome: string | null) => void;
}

const has = (formats: readonly string[], format: ExportFormat): boolean => formats.includes(format);

export function ExportOwnDialog({ tenant, own, onClose }: ExportOwnDialogProps) {
  const save = useCommand('remote.export');
  const formats = EXPORT_FORMATS.filter((format) => has(SET_FORMATS, format) === (own === null));
  const [format, setFormat] = useState<ExportFormat>(own === null ? 'jwks' : 'pem');
  const [profile, setProfile] = useState<ExportProfile>('standard');
  const hasProfiles = own !== null && has(AUTH0_FORMATS, format);

  async function submit() {
    const outcome = await save.run({
      tenant,
      format,
      ...(own === null ? {} : { kid: own.kid }),
      ...(hasProfiles && profile !== 'standard' ? { profile } : {}),
    });
    if (outcome.done) {
      const said =
        outcome.result === null ? null : `Saved ${outcome.result.fileName}, SHA-256 ${outcome.result.sha256}`;
      if (said === null) {
        announce('Nothing was saved');
      }
      onClose(said);
    }
  }

  return (
    <CommandDialog
      title={own === null ? 'Export all of the tenant’s own keys' : `Export ${shortKid(own.kid)}`}
      verb="Save…"
      working="Reading the keys and choosing the place"
      command={save}
      onSubmit={submit}
      onClose={() => onClose(null)}
    >
      <Select
        label="Format"
        description={FORMAT[format].purpose}
        allowDeselect={false}
        value={format}
        data={formats.map((value) => ({ value, label: FORMAT[value].name }))}
        onChange={(value) => setFormat(formats.find((one) => one === value) ?? format)}
      />
      {hasProfiles && (
        <Radio.Group
          label="Written"
          value={profile}
          onChange={(value) => setProfile(value === 'auth0' ? 'auth0' : 'standard')}
        >
          <div className="stack-tight radio-list">
            {EXPORT_PROFILES.map((one) => (
              <Radio key={one} value={one} label={PROFILE[one].name} description={PROFILE[one].means} />
            ))}
          </div>
        </Radio.Group>
      )}
      <p className="quiet small">Public halves only. Nothing here can sign.</p>
    </CommandDialog>
  );
}
