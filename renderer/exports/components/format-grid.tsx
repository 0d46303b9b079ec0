// Public formats as cards: what each is, what it is for, and who asks for it.
import { endingOf, type ExportFormat } from '../../../shared/domain/formats.ts';
import { hrefOf } from '../../state/route.ts';
import { type Route } from '../../../shared/screens.ts';
import { FORMAT } from '../state/export-formats.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import './format-grid.css';

interface FormatGridProps<F extends ExportFormat> {
  formats: readonly F[];
  /** Where a card leads. */
  routeOf: (format: F) => Route;
  /** The one that is open. */
  selected?: F;
}

export function FormatGrid<F extends ExportFormat>({ formats, routeOf, selected }: FormatGridProps<F>) {
  return (
    <ul className="plain-list format-grid" data-narrow={selected !== undefined}>
      {formats.map((format) => (
        <li key={format}>
          <a
            className="format-card"
            href={hrefOf(routeOf(format))}
            {...(format === selected ? { 'aria-current': 'true' } : {})}
          >
            <span className="format-card-head">
              <span className="format-card-name">{FORMAT[format].name}</span>
              <span className="mono quiet">{`.${endingOf(format)}`}</span>
            </span>
            <span className="format-card-text">{FORMAT[format].purpose}</span>
            <span className="format-card-asked">
              {say(words.exporting.askedBy((text) => <span className="quiet">{text}</span>, FORMAT[format].askedBy))}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
