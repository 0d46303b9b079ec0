// What speaks against a push, the most serious first: what somebody else did, what stops it, and who would stumble.
import type { PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { Finding } from '../../../shared/domain/published-set/finding.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { Notice } from '../../parts/notice.tsx';
import { RemoteName } from '../../parts/remote-name.tsx';

const said = words.preview.findings;

type Looked = Pick<PublicationPreview, 'findings' | 'sinceLastPush' | 'warnings' | 'places'>;

export function PreviewFindings({ findings, sinceLastPush, warnings, places }: Looked) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const remarks = findings.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {sinceLastPush.length > 0 && (
        <Notice tone="danger" title={said.somebodyElse}>
          <ul>
            {sinceLastPush.map(({ kid, change }) => (
              <li key={`${kid} ${change}`}>
                {say(said.ofKey(<RemoteName name={kid} />, words.shared.sinceLastPush[change]))}
              </li>
            ))}
          </ul>
          <p>{said.findOut}</p>
        </Notice>
      )}
      {errors.length > 0 && (
        <Notice tone="danger" title={said.errors}>
          <Findings findings={errors} />
        </Notice>
      )}
      {remarks.length > 0 && (
        <Notice tone="caution" title={said.remarks}>
          <Findings findings={remarks} />
        </Notice>
      )}
      {warnings.map(({ verifier, kids }) => (
        <Notice key={verifier} tone="caution" title={said.someVerifiers(words.shared.naiveVerifier[verifier])}>
          <p>
            {say(said.theyWould(words.shared.naiveVerifier[verifier], <span className="mono">{kids.join(', ')}</span>))}
          </p>
          <p>{words.shared.naiveVerifier[verifier].advice}</p>
        </Notice>
      ))}
      <p className="quiet small numbers">{said.places(places)}</p>
    </>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul>
      {findings.map(({ code, kid }) => (
        <li key={`${kid} ${code}`}>{say(said.ofKey(<RemoteName name={kid} />, words.shared.lint[code]))}</li>
      ))}
    </ul>
  );
}
