// Text of which every character counts. Scrolls by keyboard; long lines wrap only when asked.
import './code-view.css';

interface CodeViewProps {
  /** The accessible name of the scrolling region. */
  label: string;
  text: string;
  wrap?: boolean;
  /** In pixels; the view scrolls beyond. */
  maxHeight?: number;
}

export function CodeView({ label, text, wrap = false, maxHeight = 320 }: CodeViewProps) {
  return (
    // A scrolling region must take the focus, or the keyboard cannot scroll it (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className="code-view" data-wrap={wrap} role="region" aria-label={label} tabIndex={0} style={{ maxHeight }}>
      {text}
    </pre>
  );
}
