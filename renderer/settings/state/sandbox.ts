// The sandbox inside the app: whether it runs, and starting it.
import { useCommand, type Command } from '../../state/commands.ts';
import { useAppStatus } from '../../state/queries.ts';

interface SandboxControl {
  /** `undefined` until it is known, `null` while it does not run. */
  url: string | null | undefined;
  command: Command<'sandbox.start'>;
  /** Answers whether it runs now. */
  start: () => Promise<boolean>;
  /** Looks now, and not when the next look is due. */
  look: () => Promise<void>;
}

export function useSandbox(): SandboxControl {
  const { data: status, refetch } = useAppStatus();
  const command = useCommand('sandbox.start');

  async function start(): Promise<boolean> {
    const outcome = await command.run({});
    await look();
    return outcome.done;
  }

  async function look() {
    await refetch();
  }

  return { url: status?.sandbox.url, command, start, look };
}
