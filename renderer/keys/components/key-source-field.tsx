// Where the keys of a new ring come from: made here, or brought in from files.
import { Radio } from '@mantine/core';
import { KEY_SOURCES, type KeySource } from '../state/key-source.ts';
import { words } from '../../text/words.ts';
import '../../parts/command-dialog.css';

interface KeySourceFieldProps {
  value: KeySource;
  onChange: (value: KeySource) => void;
}

export function KeySourceField({ value, onChange }: KeySourceFieldProps) {
  const { keys, source } = words.ring.add;
  return (
    <Radio.Group
      label={keys}
      value={value}
      onChange={(chosen) => onChange(KEY_SOURCES.find((one) => one === chosen) ?? 'made')}
    >
      <div className="stack-tight radio-list">
        {KEY_SOURCES.map((one) => (
          <Radio key={one} value={one} label={source[one].word} description={source[one].means} />
        ))}
      </div>
    </Radio.Group>
  );
}
