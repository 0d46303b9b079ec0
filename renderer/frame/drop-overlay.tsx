// What is dropped or pasted anywhere on the window is inspected. While a file hovers, the window says so; for those who do
// neither, the same is behind the buttons of the inspect screen.
import { IconFileSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useInspection } from '../inspect/state/inspection.tsx';
import { words } from '../text/words.ts';
import './drop-overlay.css';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** There a paste is typing. */
const EDITABLE = 'input, textarea, [contenteditable], [role="dialog"]';

export function DropOverlay() {
  const { drop, paste } = useInspection();
  const [hovering, setHovering] = useState(false);

  useEffect(() => {
    function onOver(event: DragEvent) {
      if (holdsFiles(event)) {
        event.preventDefault();
        setHovering(true);
      }
    }
    // Leaving for another element of the page is no leaving of the window.
    function onLeave(event: DragEvent) {
      if (event.relatedTarget === null) {
        setHovering(false);
      }
    }
    function onDrop(event: DragEvent) {
      setHovering(false);
      if (holdsFiles(event)) {
        event.preventDefault();
        void drop(event.dataTransfer);
      }
    }
    // SECURITY: the page looks at what kind it is and never at the text, which may be a private key.
    function onPaste(event: ClipboardEvent) {
      if (event.defaultPrevented || (event.target instanceof Element && event.target.closest(EDITABLE) !== null)) {
        return;
      }
      event.preventDefault();
      const files = event.clipboardData?.files.length ?? 0;
      void (files > 0 ? drop(event.clipboardData) : paste());
    }
    window.addEventListener('paste', onPaste);
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('paste', onPaste);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [drop, paste]);

  return hovering ? (
    <div className="drop-overlay" aria-hidden>
      <div className="drop-target">
        <IconFileSearch size={30} />
        <p className="drop-title">{words.shell.drop.title}</p>
        <p className="quiet small">{words.shell.drop.means}</p>
      </div>
    </div>
  ) : null;
}
