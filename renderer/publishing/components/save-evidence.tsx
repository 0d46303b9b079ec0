// Saves the record of the newest proof as a file that others can check: requests, answers, hashes and verdict.
import { Button } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useCommand } from '../../state/commands.ts';
import { useEvidence } from '../state/queries.ts';
import { shortHash } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';

export function SaveEvidence({ tenant }: { tenant: string }) {
  const { data: recorded = [] } = useEvidence(tenant);
  const save = useCommand('evidence.save');
  const [newest] = recorded;
  if (newest === undefined) {
    return null;
  }
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<IconFileCertificate size={17} aria-hidden />}
        loading={save.busy}
        onClick={() => void save.run({ tenant, id: newest.id })}
      >
        {words.proof.save}
      </Button>
      {save.result && (
        <span role="status" className="small quiet">
          {say(words.proof.saved(save.result.fileName, <span className="mono">{shortHash(save.result.sha256)}</span>))}
        </span>
      )}
      <Failure error={save.error} />
    </>
  );
}
