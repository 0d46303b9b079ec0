// What others made and is in this program, with the texts of their licences. It is asked for when somebody opens it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Notice } from '../../../shared/acts/app.ts';
import { Failure } from '../../parts/failure.tsx';
import { PlainText } from '../../parts/plain-text.tsx';
import { Section } from '../../parts/section.tsx';
import { useCommand } from '../../state/commands.ts';
import { words } from '../../text/words.ts';
import './licences.css';

const { licences: LICENCES } = words.settings;

export function Licences() {
  const read = useCommand('app.notices');
  return (
    <Section title={LICENCES.title} lead={LICENCES.lead}>
      <div className="stack">
        {read.result === undefined ? (
          <div>
            <Button variant="default" size="xs" loading={read.busy} onClick={() => void read.run({})}>
              {LICENCES.open}
            </Button>
          </div>
        ) : (
          <List notices={read.result} />
        )}
        <Failure error={read.error} />
        <p className="quiet small">{LICENCES.engine}</p>
      </div>
    </Section>
  );
}

/** From the button that is gone. */
const takeFocus = (field: HTMLInputElement | null) => field?.focus();

function List({ notices }: { notices: readonly Notice[] }) {
  const [wanted, setWanted] = useState('');
  const text = wanted.trim().toLowerCase();
  const shown = notices.filter(({ name, licence }) => `${name} ${licence}`.toLowerCase().includes(text));
  return (
    <>
      <PlainText label={LICENCES.find} type="search" ref={takeFocus} value={wanted} onChange={setWanted} />
      <p className="quiet small" role="status">
        {shown.length === 0 ? LICENCES.none : LICENCES.found(shown.length, notices.length)}
      </p>
      <ul className="plain-list licences">
        {shown.map(({ name, version, licence, texts }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary>
                {name} {version} <span className="quiet">{licence}</span>
              </summary>
              {texts.length === 0 ? <p className="small">{LICENCES.noText}</p> : <pre>{texts.join('\n\n')}</pre>}
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
