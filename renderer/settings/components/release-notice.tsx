// What a signed release document says, and of a package that it is the one which the document names. Its words are shown as plain
// text.
import { Button } from '@mantine/core';
import type { TakenRelease } from '../../../shared/acts/updates.ts';
import type { VerifiedPackage } from '../../../shared/domain/updates/release.ts';
import { once } from '../../../shared/once.ts';
import { useCommand } from '../../state/commands.ts';
import { words } from '../../text/words.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { Notice } from '../../parts/notice.tsx';
import { When } from '../../parts/when.tsx';

const { updates: UPDATES } = words.settings;

const megabytes = once(
  () => new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 }),
);

export function ReleaseNotice({ release, verified }: TakenRelease) {
  const { version, installed, standing, issued, expires, news, packages } = release;
  const title =
    verified === null ? UPDATES.standing[standing](version, installed) : UPDATES.verified(verified.package.file);
  return (
    <Notice tone={standing === 'newer' || verified !== null ? 'good' : 'info'} role="status" title={title}>
      <p>{UPDATES.signed}</p>
      <Facts>
        <Fact name={UPDATES.issued}>
          <When at={issued} />
        </Fact>
        <Fact name={UPDATES.expires}>
          <When at={expires} />
        </Fact>
        {standing === 'newer' && news.length > 0 && (
          <Fact name={UPDATES.news}>
            <Lines lines={news} />
          </Fact>
        )}
        {standing === 'newer' && verified === null && (
          <Fact name={UPDATES.packages}>
            <Lines
              lines={packages.map(({ file, bytes }) => `${file}, ${UPDATES.bytes(megabytes().format(bytes / 1e6))}`)}
            />
          </Fact>
        )}
        {verified !== null && <HowToInstall verified={verified} />}
      </Facts>
    </Notice>
  );
}

function HowToInstall({ verified: { command, package: named } }: { verified: VerifiedPackage }) {
  const show = useCommand('update.show');
  return (
    <>
      <Fact name={UPDATES.digest}>
        <Fingerprint what={UPDATES.digest} value={named.sha256} />
      </Fact>
      <Fact name={UPDATES.command}>
        <p>{command === null ? UPDATES.open : UPDATES.commandMeans}</p>
        {command !== null && (
          <span className="row">
            <span className="mono">{command}</span>
            <CopyButton value={command} what={UPDATES.command} />
          </span>
        )}
        <div>
          <Button variant="default" size="xs" onClick={() => void show.run({})}>
            {UPDATES.show}
          </Button>
        </div>
        <Failure error={show.error} />
      </Fact>
    </>
  );
}

/** Lines of a document do not change places. */
function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line, at) => (
    // oxlint-disable-next-line react/no-array-index-key
    <div key={at}>{line}</div>
  ));
}
