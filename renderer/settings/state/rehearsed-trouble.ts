// Trouble that is rehearsed on the sandbox: what is armed, arming it, and what happened to it since.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { RehearsedTrouble, Trouble } from '../../../shared/domain/sandbox-trouble.ts';
import { useCommand, type Command } from '../../state/commands.ts';
import { useCustodian } from '../../state/custodian.tsx';

export function useArmedTrouble() {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['sandbox.trouble'],
    queryFn: () => custodian.call('sandbox.trouble', {}),
    staleTime: 0,
  });
}

interface TroubleRehearsal {
  /** `undefined` until it is known. */
  armed: RehearsedTrouble | undefined;
  error: unknown;
  /** What was armed and has happened, until something else is armed. */
  usedUp: Trouble | null;
  command: Command<'sandbox.rehearse'>;
  /** `null` takes it back. */
  arm: (trouble: Trouble | null) => Promise<boolean>;
}

export function useTroubleRehearsal(): TroubleRehearsal {
  const { data: armed, error, refetch } = useArmedTrouble();
  const command = useCommand('sandbox.rehearse');
  const [usedUp, setUsedUp] = useState<Trouble | null>(null);
  const before = useRef<Trouble | null>(null);
  const now = armed?.trouble ?? null;

  useEffect(() => {
    if (before.current !== null && now === null) {
      setUsedUp(before.current);
    }
    before.current = now;
  }, [now]);

  async function arm(trouble: Trouble | null): Promise<boolean> {
    // Taken back is not used up.
    before.current = null;
    setUsedUp(null);
    const outcome = await command.run({ trouble });
    await refetch();
    return outcome.done;
  }

  return { armed, error, usedUp, command, arm };
}
