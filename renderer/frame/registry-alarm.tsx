// The registry is not the one that was sealed: said over every screen, with the two ways on.
import { Button } from '@mantine/core';
import { useCommand } from '../state/commands.ts';
import { useAppStatus } from '../state/queries.ts';
import { words } from '../text/words.ts';
import { Failure } from '../parts/failure.tsx';
import { Notice } from '../parts/notice.tsx';

const ALARM = words.shell.registryAlarm;

export function RegistryAlarm() {
  const { data: status, refetch } = useAppStatus();
  const accept = useCommand('audit.accept');
  const problem = status?.registry.problem ?? null;
  if (problem === null) {
    return null;
  }
  const { message, advice } = words.shared.error(problem);

  async function look() {
    await accept.run({});
    await refetch();
  }

  return (
    <div className="shell-alarm">
      <Notice tone="danger" role="alert" title={message}>
        <p>
          {ALARM.means} {advice}
        </p>
        {problem.code !== 'REGISTRY_DAMAGED' && (
          <Button size="xs" variant="default" loading={accept.busy} onClick={() => void look()}>
            {ALARM.look}
          </Button>
        )}
      </Notice>
      <Failure error={accept.error} />
    </div>
  );
}
