// The state of a key as a shape: a dashed ring, a full disc, a half disc, a struck ring, a
// struck dashed ring. Readable without colour.
import type { KeyState } from '../../shared/domain/limits.ts';
import './state-shape.css';

export function StateShape({ state, size = 14 }: { state: KeyState; size?: number }) {
  return (
    <svg className={`state-shape state-shape-${state}`} viewBox="0 0 16 16" width={size} height={size} aria-hidden>
      <ShapeOf state={state} />
    </svg>
  );
}

function ShapeOf({ state }: { state: KeyState }) {
  switch (state) {
    case 'next':
      return (
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3.14 3.14" />
      );
    case 'current':
      return <circle cx="8" cy="8" r="7" fill="currentColor" />;
    case 'previous':
      return (
        <>
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />
        </>
      );
    case 'replaced':
      return (
        <>
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3.14 3.14" />
          <path d="M4 12 12 4" stroke="currentColor" strokeWidth="2" />
        </>
      );
    case 'revoked':
      return (
        <>
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="M4 12 12 4" stroke="currentColor" strokeWidth="2" />
        </>
      );
  }
}
