// The mark: a key whose bow is the lane's full disc inside a guarded ring.
import { words } from '../text/words.ts';
export function Brand() {
  return (
    <a className="brand" href="#/">
      <BrandMark size={26} />
      <span>{words.shell.product}</span>
    </a>
  );
}

export function BrandMark({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden className="brand-mark">
      <rect width="32" height="32" rx="8" fill="currentColor" />
      <g fill="none" stroke="var(--kc-rail)" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
        <circle cx="12" cy="16" r="5.2" />
        <path d="M17.4 16H26M22.2 16v4M25.8 16v3" />
      </g>
      <circle cx="12" cy="16" r="1.9" fill="var(--kc-rail)" />
    </svg>
  );
}
