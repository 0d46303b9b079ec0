// What this app is, and where it keeps its things.
import type { AppStatus } from '../../../shared/acts/app.ts';
import { words } from '../../text/words.ts';
import { DataFolderButton } from './data-folder-button.tsx';
import { FormerData } from './former-data.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Section } from '../../parts/section.tsx';

const { about: ABOUT } = words.settings;

export function AboutApp({ status }: { status: AppStatus }) {
  const { version, runtime, dataFolder, edition, custodyOf, formerFolder } = status;
  return (
    <Section title={ABOUT.title} lead={ABOUT.lead}>
      <div className="stack">
        <Facts>
          <Fact name={ABOUT.version}>{version}</Fact>
          <Fact name={ABOUT.runsOn}>{runtime}</Fact>
          <Fact name={ABOUT.program}>{ABOUT.programIs[edition]}</Fact>
          <Fact name={ABOUT.dataOf}>{ABOUT.dataAre[custodyOf]}</Fact>
          <Fact name={ABOUT.folder}>
            <span className="mono">{dataFolder}</span>
          </Fact>
          <Fact name={ABOUT.inFolder}>{ABOUT.inFolderMeans}</Fact>
        </Facts>
        {formerFolder !== null && <FormerData folder={formerFolder} />}
        <div>
          <DataFolderButton />
        </div>
      </div>
    </Section>
  );
}
