// A fresh next key: fills an empty place, or replaces a key that nobody has seen.
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { useCommand } from '../../state/commands.ts';
import { nextOutcome } from '../state/rotation.ts';
import { algorithmLine } from '../../text/algorithms.ts';
import { shortKid } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';

interface GenerateDialogProps {
  tenant: Tenant;
  view: RingView;
  onClose: () => void;
}

export function GenerateDialog({ tenant, view, onClose }: GenerateDialogProps) {
  const generate = useCommand('key.generate');
  const { ring } = view;
  const outcome = nextOutcome(view);
  const algorithm = algorithmLine(ring.alg, ring.bits);
  const text = words.ring.generate;

  return (
    <ActDialog
      title={text.title(ring.name)}
      verb={outcome.act === 'replace' ? text.verb.replace : text.verb.fill}
      working={text.working(algorithm)}
      command={generate}
      args={() => ({ tenant: tenant.name, ring: ring.name })}
      done={() => text.done(ring.name)}
      onClose={onClose}
    >
      <p>{text.means(algorithm)}</p>
      {outcome.act === 'replace' && (
        <p>{say(text.replaces(<strong className="mono">{shortKid(outcome.kid)}</strong>))}</p>
      )}
    </ActDialog>
  );
}
