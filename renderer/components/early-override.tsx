// When a clock says that it is too early, an officer may still go ahead, with a reason that is recorded. The question
// comes only after the main process has said so, and then stays.
import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { wireErrorOf } from '../bridge.ts';

const SHORTEST_REASON = 3;

interface EarlyOverride {
  /** To be spread into the arguments of the command. */
  args: { override?: string };
  /** False while a reason is asked for and not given. */
  ready: boolean;
  /** The question, or `null` while nobody asked. */
  field: ReactNode;
}

/** `error` is the last failure of the command. */
export function useEarlyOverride(error: unknown): EarlyOverride {
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  if (!asked && error !== null && wireErrorOf(error).code === 'CLOCK_TOO_EARLY') {
    setAsked(true);
  }
  const given = reason.trim();
  return {
    args: asked ? { override: given } : {},
    ready: !asked || given.length >= SHORTEST_REASON,
    field: asked ? (
      <TextInput
        label="Why go ahead too early?"
        description="The reason goes into the audit log. Better: cancel, and wait."
        withAsterisk
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    ) : null,
  };
}
