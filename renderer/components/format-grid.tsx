// All public formats as cards: what each is, what it is for, and who asks for it.
import { EXPORT_FORMATS } from '../../shared/limits.ts';
import type { ExportFormat } from '../../shared/model.ts';
import { hrefOf } from '../state/route.ts';
import { FORMAT } from '../text/export-formats.ts';
import './format-grid.css';

interface FormatGridProps {
  tenant: string;
  kid: string;
  /** The one that is open. */
  selected?: ExportFormat;
}

export function FormatGrid({ tenant, kid, selected }: FormatGridProps) {
  return (
    <ul className="plain-list format-grid" data-narrow={selected !== undefined}>
      {EXPORT_FORMATS.map((format) => (
        <li key={format}>
          <a
            className="format-card"
            href={hrefOf({ screen: 'export', tenant, kid, format })}
            {...(format === selected ? { 'aria-current': 'true' } : {})}
          >
            <span className="format-card-head">
              <span className="format-card-name">{FORMAT[format].name}</span>
              <span className="mono quiet">{FORMAT[format].suffix}</span>
            </span>
            <span className="format-card-text">{FORMAT[format].purpose}</span>
            <span className="format-card-asked">
              <span className="quiet">Asked for by</span> {FORMAT[format].askedBy}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
