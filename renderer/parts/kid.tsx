// A key id: short in tight places, whole on the details page, and always to be copied whole.
import { shortKid } from '../text/hex.ts';
import { CopyButton } from './copy-button.tsx';
import './kid.css';

interface KidProps {
  kid: string;
  whole?: boolean;
  copyable?: boolean;
}

export function Kid({ kid, whole = false, copyable = true }: KidProps) {
  return (
    <span className="kid" data-whole={whole}>
      <span className="mono" title={kid}>
        {whole ? kid : shortKid(kid)}
      </span>
      {copyable && <CopyButton value={kid} what={`kid ${shortKid(kid)}`} />}
    </span>
  );
}
