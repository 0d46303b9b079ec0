// Find anything, do anything, without a mouse: type a few letters, choose with the arrows, Enter goes there.
import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { IconArrowRight, IconBuilding, IconCircleDashed, IconKey, IconMap2, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { closeOverlay, openOverlay } from '../state/overlay.ts';
import { findEntries, paletteEntries, type PaletteEntry, type PaletteKind } from '../state/palette.ts';
import { useFleetRings, useTenants } from '../state/queries.ts';
import { go } from '../state/route.ts';
import { shortKid } from '../text/hex.ts';
import './command-palette.css';

const KIND: Record<PaletteKind, { word: string; Icon: typeof IconKey }> = {
  key: { word: 'Key', Icon: IconKey },
  tenant: { word: 'Tenant', Icon: IconBuilding },
  ring: { word: 'Ring', Icon: IconCircleDashed },
  act: { word: 'Do', Icon: IconArrowRight },
  place: { word: 'Go', Icon: IconMap2 },
};

export function CommandPalette() {
  const [query, setQuery] = useState('');
  const combobox = useCombobox({ opened: true, onDropdownClose: closeOverlay });
  const { data: tenants } = useTenants();
  const { data: rings } = useFleetRings(true);
  const entries = useMemo(() => paletteEntries(tenants ?? [], rings ?? []), [tenants, rings]);
  const sought = useDeferredValue(query);
  const found = useMemo(() => findEntries(entries, sought), [entries, sought]);

  // The best match is one Enter away, whatever was chosen before.
  const { selectFirstOption } = combobox;
  useEffect(() => {
    selectFirstOption();
    // oxlint-disable-next-line react/exhaustive-deps -- the store is new at every drawing; what matters is the list
  }, [found]);

  function choose(id: string) {
    const chosen = found.find((entry) => entry.id === id);
    closeOverlay();
    if (chosen?.to === 'shortcuts') {
      // The palette must be gone before another dialog may open.
      requestAnimationFrame(() => openOverlay('shortcuts'));
    } else if (chosen) {
      go(chosen.to);
    }
  }

  return (
    <Modal.Root opened centered={false} yOffset="12vh" size={620} padding={0} onClose={closeOverlay}>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content aria-label="Find or do">
        <Combobox store={combobox} withinPortal={false} onOptionSubmit={choose}>
          <Combobox.EventsTarget>
            <TextInput
              data-autofocus
              role="combobox"
              variant="unstyled"
              size="md"
              className="palette-input"
              aria-label="Find a tenant, ring or key, or do something"
              placeholder="Find a tenant, ring or kid, or do something"
              leftSection={<IconSearch size={17} aria-hidden />}
              autoComplete="off"
              spellCheck={false}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
          </Combobox.EventsTarget>
          <div className="palette-list">
            <Combobox.Options aria-label="What was found">
              {found.map((entry) => (
                <Option key={entry.id} entry={entry} />
              ))}
              {found.length === 0 && (
                <Combobox.Empty>Nothing is called that. A kid is found by its beginning.</Combobox.Empty>
              )}
            </Combobox.Options>
          </div>
          <p className="palette-help" aria-hidden>
            <kbd>↑</kbd> <kbd>↓</kbd> choose <kbd>Enter</kbd> go <kbd>Esc</kbd> close
          </p>
        </Combobox>
      </Modal.Content>
    </Modal.Root>
  );
}

function Option({ entry: { id, kind, title, note } }: { entry: PaletteEntry }) {
  const { word, Icon } = KIND[kind];
  return (
    <Combobox.Option value={id} className="palette-option">
      <Icon size={16} aria-hidden />
      <span className="palette-title" {...(kind === 'key' ? { title } : {})}>
        {kind === 'key' ? <span className="mono">{shortKid(title)}</span> : title}
      </span>
      <span className="palette-note">{note}</span>
      <span className="palette-kind">{word}</span>
    </Combobox.Option>
  );
}
