// Find anything, do anything, without a mouse: type a few letters, choose with the arrows, Enter goes there. The focus
// stays in the field; assistive technology is told which option is meant (combobox pattern of WAI-ARIA).
import { Modal, TextInput } from '@mantine/core';
import { IconArrowRight, IconBuilding, IconCircleDashed, IconKey, IconMap2, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useId, useMemo, useState, type KeyboardEvent } from 'react';
import { follow } from './follow.ts';
import { closeOverlay } from './overlay.ts';
import { findEntries, paletteEntries, pastedEntries, type PaletteEntry, type PaletteKind } from './palette.ts';
import { meantBy } from '../../shared/domain/find/meant.ts';
import { useFleetRings, useFoundText } from '../fleet/state/queries.ts';
import { useTenants } from '../state/queries.ts';
import { useRoute } from '../state/route.ts';
import { shortKid } from '../text/hex.ts';
import { KEYS } from './shortcuts.ts';
import { words } from '../text/words.ts';
import './command-palette.css';

const PALETTE = words.palette;

const ICON: Record<PaletteKind, typeof IconKey> = {
  key: IconKey,
  tenant: IconBuilding,
  ring: IconCircleDashed,
  act: IconArrowRight,
  place: IconMap2,
};

export function CommandPalette() {
  const listId = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(useDeferredValue(query));
  // A shorter list may have come meanwhile.
  const selected = Math.min(at, found.length - 1);
  const optionId = (index: number): string => `${listId}-${index}`;

  useEffect(() => {
    document.querySelector(`[id="${listId}-${selected}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, selected]);

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((selected + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(found[selected]);
    }
  }

  return (
    <Modal.Root opened centered={false} yOffset="12vh" size={620} padding={0} onClose={closeOverlay}>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content aria-label={PALETTE.label}>
        <TextInput
          data-autofocus
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={listId}
          {...(selected >= 0 ? { 'aria-activedescendant': optionId(selected) } : {})}
          aria-label={PALETTE.field}
          placeholder={PALETTE.placeholder}
          variant="unstyled"
          size="md"
          className="palette-input"
          leftSection={<IconSearch size={17} aria-hidden />}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
        />
        <div id={listId} role="listbox" aria-label={PALETTE.found} className="palette-list">
          {found.map((entry, index) => (
            <Option key={entry.id} id={optionId(index)} entry={entry} selected={index === selected} />
          ))}
        </div>
        <p role="status" className="palette-none">
          {found.length === 0 && PALETTE.none}
        </p>
        <p className="palette-help" aria-hidden>
          <kbd>↑</kbd> <kbd>↓</kbd> {PALETTE.help.choose} <kbd>{KEYS.enter}</kbd> {PALETTE.help.go}{' '}
          <kbd>{KEYS.escape}</kbd> {PALETTE.help.close}
        </p>
      </Modal.Content>
    </Modal.Root>
  );
}

function useFound(query: string): PaletteEntry[] {
  const { data: tenants } = useTenants();
  const { data: rings } = useFleetRings(true);
  const route = useRoute();
  const here = 'tenant' in route ? route.tenant : null;
  const entries = useMemo(() => paletteEntries(tenants ?? [], rings ?? [], here), [tenants, rings, here]);
  const { data: pasted } = useFoundText(query, meantBy(query).hex.length > 0);
  return useMemo(
    () => [...(pasted === undefined ? [] : pastedEntries(pasted)), ...findEntries(entries, query)],
    [entries, query, pasted],
  );
}

function choose(entry: PaletteEntry | undefined): void {
  closeOverlay();
  if (entry === undefined) {
    return;
  }
  follow(entry);
}

interface OptionProps {
  id: string;
  entry: PaletteEntry;
  selected: boolean;
}

function Option({ id, entry, selected }: OptionProps) {
  const { kind, title, note } = entry;
  const Icon = ICON[kind];
  return (
    // The keyboard is served by the field, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div id={id} role="option" aria-selected={selected} className="palette-option" onClick={() => choose(entry)}>
      <Icon size={16} aria-hidden />
      <span className="palette-title" {...(kind === 'key' ? { title } : {})}>
        {kind === 'key' ? <span className="mono">{shortKid(title)}</span> : title}
      </span>
      <span className="palette-note">{note}</span>
      <span className="palette-kind">{PALETTE.kind[kind]}</span>
    </div>
  );
}
