// The typed reason for going past a guard. It takes the focus when it appears, because somebody has just asked for it.
import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { words } from '../../words/words.ts';

interface OverrideReasonProps {
  label: string;
  value: string;
  onChange: (reason: string) => void;
}

export function OverrideReason({ label, value, onChange }: OverrideReasonProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <TextInput
      ref={input}
      label={label}
      description={words.clocks.early.reasonMeans}
      withAsterisk
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
