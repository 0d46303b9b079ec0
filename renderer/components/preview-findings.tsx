// What speaks against a push, the most serious first: what somebody else did, what stops it, and who would stumble.
import type { PublicationPreview } from '../../shared/model.ts';
import { NAIVE_VERIFIER_WORDS } from '../../shared/naive-verifiers.ts';
import { FINDING_WORDS, SINCE_LAST_PUSH_WORDS, type Finding } from '../../shared/publishing.ts';
import { Notice } from './notice.tsx';

type Looked = Pick<PublicationPreview, 'findings' | 'sinceLastPush' | 'warnings' | 'places'>;

export function PreviewFindings({ findings, sinceLastPush, warnings, places }: Looked) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const remarks = findings.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {sinceLastPush.length > 0 && (
        <Notice tone="danger" title="Somebody else changed the set since your last push.">
          <ul>
            {sinceLastPush.map(({ kid, change }) => (
              <li key={`${kid} ${change}`}>
                <span className="mono">{kid}</span> {SINCE_LAST_PUSH_WORDS[change]}.
              </li>
            ))}
          </ul>
          <p>Find out who it was before you push.</p>
        </Notice>
      )}
      {errors.length > 0 && (
        <Notice tone="danger" title="This set must not go out as it is.">
          <Findings findings={errors} />
        </Notice>
      )}
      {remarks.length > 0 && (
        <Notice tone="caution" title="Look at these keys before you push.">
          <Findings findings={remarks} />
        </Notice>
      )}
      {warnings.map(({ verifier, kids }) => (
        <Notice key={verifier} tone="caution" title={`Some verifiers ${NAIVE_VERIFIER_WORDS[verifier].habit}.`}>
          <p>
            They would {NAIVE_VERIFIER_WORDS[verifier].consequence}: <span className="mono">{kids.join(', ')}</span>
          </p>
          <p>{NAIVE_VERIFIER_WORDS[verifier].advice}</p>
        </Notice>
      ))}
      <p className="quiet small numbers">
        {places.used} of {places.limit} places are used now, {places.planned} after the push.
      </p>
    </>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul>
      {findings.map(({ code, kid }) => (
        <li key={`${kid} ${code}`}>
          <span className="mono">{kid}</span> {FINDING_WORDS[code]}.
        </li>
      ))}
    </ul>
  );
}
