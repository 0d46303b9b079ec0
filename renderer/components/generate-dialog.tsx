// A fresh next key: fills an empty place, or replaces a key that nobody has seen.
import type { RingView, Tenant } from '../../shared/model.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { nextOutcome } from '../state/rotation.ts';
import { algorithmLine } from '../text/algorithms.ts';
import { shortKid } from '../text/hex.ts';
import { CommandDialog } from './command-dialog.tsx';

interface GenerateDialogProps {
  tenant: Tenant;
  view: RingView;
  onClose: () => void;
}

export function GenerateDialog({ tenant, view, onClose }: GenerateDialogProps) {
  const generate = useCommand('key.generate');
  const { ring } = view;
  const outcome = nextOutcome(view);

  async function submit() {
    const done = await generate.run({ tenant: tenant.name, ring: ring.name });
    if (done.done) {
      announce(`Generated the next key of ring ${ring.name}`);
      onClose();
    }
  }

  return (
    <CommandDialog
      title={`Generate the next key of “${ring.name}”?`}
      verb={outcome.act === 'replace' ? 'Replace next key' : 'Generate next key'}
      working={`Generating a key for ${algorithmLine(ring.alg, ring.bits)}`}
      command={generate}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        A new {algorithmLine(ring.alg, ring.bits)} key is made on this machine. Its private half goes straight into the
        keychain and is not shown anywhere.
      </p>
      {outcome.act === 'replace' && (
        <p>
          It takes the place of <strong className="mono">{shortKid(outcome.kid)}</strong>, which was neither published
          nor used. That key becomes revoked.
        </p>
      )}
    </CommandDialog>
  );
}
