// One key in one public format: look at it, copy it, save it. Choosing another format stays on the screen.
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/domain/limits.ts';
import { Crumbs } from '../components/parts/crumbs.tsx';
import { ExportRecipes } from '../components/key/export-recipes.tsx';
import { ExportedView } from '../components/key/exported-view.tsx';
import { FormatGrid } from '../components/key/format-grid.tsx';
import { KeyFrame } from '../components/key/key-frame.tsx';
import { Page } from '../components/parts/page.tsx';
import { StateBadge } from '../components/parts/state-badge.tsx';
import type { Route } from '../state/route.ts';
import { shortKid } from '../text/hex.ts';
import { words } from '../words/words.ts';
import './export.css';

interface ExportScreenProps {
  tenant: string;
  kid: string;
  format: ExportFormat;
}

export function ExportScreen({ tenant, kid, format }: ExportScreenProps) {
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
