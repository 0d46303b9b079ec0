// The keys that the window understands.
import { Modal } from '@mantine/core';
import { closeOverlay } from './overlay.ts';
import { SHORTCUTS } from './shortcuts.ts';
import { words } from '../text/words.ts';
import './shortcuts-dialog.css';

export function ShortcutsDialog() {
  return (
    <Modal opened title={words.shortcuts.title} size={560} onClose={closeOverlay}>
      <div className="shortcuts">
        {SHORTCUTS.map(({ title, shortcuts }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {shortcuts.map(({ keys, does }) => (
                <div key={keys} className="shortcut">
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
