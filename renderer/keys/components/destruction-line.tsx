// Where the private key of a revoked key is: scheduled for erasure, with the way back, or erased.
import { Button } from '@mantine/core';
import { IconHourglassLow, IconTrashOff, IconTrashX } from '@tabler/icons-react';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { destructionOf } from '../state/destruction.ts';
import { shortKid } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';
import { When } from '../../parts/when.tsx';
import './destruction-line.css';

interface DestructionLineProps {
  tenant: Tenant;
  signingKey: SigningKey;
}

/** Nothing is drawn while nothing is planned. */
export function DestructionLine({ tenant, signingKey: key }: DestructionLineProps) {
  const destruction = destructionOf(key);
  switch (destruction.stage) {
    case 'no':
    case 'kept':
      return null;
    case 'scheduled':
      return (
        <div className="destruction" data-stage="scheduled">
          <p className="destruction-fact">
            <IconHourglassLow size={14} aria-hidden />
            <span>{say(words.erase.will(<When at={destruction.at} />))}</span>
          </p>
          <TakeBack tenant={tenant} kid={key.kid} />
        </div>
      );
    case 'erased':
      return (
        <p className="destruction destruction-fact">
          <IconTrashX size={14} aria-hidden />
          <span>{say(words.erase.was(<When at={destruction.at} />))}</span>
        </p>
      );
  }
}

function TakeBack({ tenant, kid }: { tenant: Tenant; kid: string }) {
  const keep = useCommand('key.keep');

  async function takeBack() {
    if ((await keep.run({ tenant: tenant.name, kid })).done) {
      announce(words.erase.kept(shortKid(kid)));
    }
  }

  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        leftSection={<IconTrashOff size={14} aria-hidden />}
        aria-label={words.erase.takeBackOf(shortKid(kid))}
        loading={keep.busy}
        onClick={() => void takeBack()}
      >
        {words.erase.takeBack}
      </Button>
      <Failure error={keep.error} />
    </>
  );
}
