// One key in one public format: look at it, copy it, save it. Choosing another format stays on the screen.
import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/domain/formats.ts';
import { Crumbs } from '../../parts/crumbs.tsx';
import { ExportRecipes } from '../components/export-recipes.tsx';
import { ExportedView } from '../components/exported-view.tsx';
import { FormatGrid } from '../components/format-grid.tsx';
import { KeyFrame } from '../../keys/components/key-frame.tsx';
import { Page } from '../../parts/page.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import type { Route } from '../../../shared/screens.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';
import './export.css';

interface ExportScreenProps {
  tenant: string;
  kid: string;
  format: ExportFormat;
}

export const screen = screenOf('export', ExportScreen);

function ExportScreen({ tenant, kid, format }: ExportScreenProps) {
  const name = shortKid(kid);
  const routeOf = (one: ExportFormat): Route => ({ screen: 'export', tenant, kid, format: one });
  return (
    <KeyFrame tenant={tenant} kid={kid}>
      {({ key }) => (
        <Page
          title={words.exporting.title}
          kid={kid}
          badge={<StateBadge state={key.state} />}
          lead={words.exporting.lead}
          crumbs={
            <Crumbs
              trail={[
                { word: words.key.rings, route: { screen: 'keys', tenant } },
                { word: name, route: { screen: 'key', tenant, kid } },
              ]}
              here={words.exporting.title}
            />
          }
        >
          <ExportRecipes routeOf={routeOf} selected={format} />
          <div className="export-columns">
            <nav aria-label={words.exporting.formats}>
              <FormatGrid formats={EXPORT_FORMATS} routeOf={routeOf} selected={format} />
            </nav>
            <ExportedView key={format} wanted={{ tenant, kid, format }} />
          </div>
        </Page>
      )}
    </KeyFrame>
  );
}
