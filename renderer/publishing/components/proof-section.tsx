// The proof: fetch the public set as a stranger would, and verify a fresh probe token through it alone.
import { Button } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleMinus, IconCircleXFilled, IconHourglass } from '@tabler/icons-react';
import { PROOF_STEPS } from '../../../shared/domain/limits.ts';
import type { Proof, ProofStep } from '../../../shared/domain/evidence/proof.ts';
import type { PublishFlow } from '../state/publish-flow.ts';
import { words } from '../../text/words.ts';
import { ProveButton } from './prove-button.tsx';
import { ComeIntoView } from '../../parts/come-into-view.tsx';
import { CancelButton } from '../../parts/cancel-button.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Kid } from '../../parts/kid.tsx';
import { Notice } from '../../parts/notice.tsx';
import { SaveEvidence } from './save-evidence.tsx';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';
import { Working } from '../../parts/working.tsx';
import { Octets } from '../../parts/octets.tsx';
import './proof-section.css';

const said = words.proof;

interface ProofSectionProps {
  tenant: string;
  flow: PublishFlow;
  /** Then the button stands at the foot. */
  isDue: boolean;
}

export function ProofSection({ tenant, flow, isDue }: ProofSectionProps) {
  const { proof, prove, push } = flow;
  return (
    <Section title={said.title} lead={said.lead}>
      <div className="stack">
        <div aria-live="polite">
          <ComeIntoView news={proof.result !== undefined}>
            <div className="stack">
              {proof.result?.map((one) => (
                <ProofView key={one.kid} proof={one} />
              ))}
              {proof.result?.length === 0 && (
                <Notice tone="info" title={said.nothing.title}>
                  <p>{said.nothing.advice}</p>
                </Notice>
              )}
            </div>
          </ComeIntoView>
        </div>
        <ComeIntoView news={proof.error !== null}>
          <Failure error={proof.error} />
        </ComeIntoView>
        <div className="row row-wrap">
          {!isDue && <ProveButton flow={flow} />}
          {proof.busy ? (
            <CancelButton command={proof} what={said.theWait} />
          ) : (
            <Button
              variant="subtle"
              leftSection={<IconHourglass size={17} aria-hidden />}
              disabled={push.busy}
              onClick={() => void prove(true)}
            >
              {said.waitThenProve}
            </Button>
          )}
          <SaveEvidence tenant={tenant} />
          <Working channel="publish.verify" busy={proof.busy} label={said.working} />
        </div>
      </div>
    </Section>
  );
}

/** What every proof goes through; the others are shown where the tenant has them. */
const ALWAYS: ReadonlySet<ProofStep['step']> = new Set(['fetched', 'listed', 'signed', 'verified']);

export function ProofView({ proof }: { proof: Proof }) {
  return (
    <article className="proof" data-ok={proof.ok} aria-label={said.of(proof.kid)}>
      <div className="proof-head">
        {proof.ok ? <IconCircleCheckFilled size={18} aria-hidden /> : <IconCircleXFilled size={18} aria-hidden />}
        <strong>{proof.ok ? said.proven : said.notProven}</strong>
        <Kid kid={proof.kid} copyable={false} />
        <span className="push-end small quiet">
          <When at={proof.at} precision="second" />
        </span>
      </div>
      <div className="proof-body">
        <ol className="plain-list proof-steps">
          {PROOF_STEPS.map((step) => ({ step, found: proof.steps.find((one) => one.step === step) }))
            .filter(({ step, found }) => ALWAYS.has(step) || found !== undefined)
            .map(({ step, found }) => (
              <StepRow key={step} step={step} found={found} />
            ))}
        </ol>
        <Evidence proof={proof} />
      </div>
    </article>
  );
}

function StepRow({ step, found }: { step: ProofStep['step']; found: ProofStep | undefined }) {
  const { word, means } = words.model.proofStep[step];
  return (
    <li data-outcome={found === undefined ? 'skipped' : found.ok ? 'passed' : 'failed'}>
      <StepIcon found={found} />
      <div>
        <p className="proof-word">{word}</p>
        <p className="proof-detail">{found === undefined ? said.notReached : words.shared.proofStep(found) || means}</p>
      </div>
    </li>
  );
}

function StepIcon({ found }: { found: ProofStep | undefined }) {
  if (found === undefined) {
    return <IconCircleMinus size={17} aria-label={said.outcome.skipped} />;
  }
  return found.ok ? (
    <IconCircleCheckFilled size={17} aria-label={said.outcome.passed} />
  ) : (
    <IconCircleXFilled size={17} aria-label={said.outcome.failed} />
  );
}

function Evidence({ proof }: { proof: Proof }) {
  return (
    <Facts>
      <Fact name={said.facts.address}>
        <span className="mono">{proof.jwksUrl}</span>
      </Fact>
      <Fact name={said.facts.sha256}>
        {proof.jwksSha256 === null ? (
          <span className="quiet">{said.facts.nothingFetched}</span>
        ) : (
          <span className="row">
            <Octets value={proof.jwksSha256} />
            <CopyButton value={proof.jwksSha256} what={said.facts.sha256Copied} />
          </span>
        )}
      </Fact>
      <Fact name="Cache-Control">
        {proof.cacheControl === null ? (
          <span className="quiet">{said.facts.noCacheControl}</span>
        ) : (
          <span className="mono">{proof.cacheControl}</span>
        )}
      </Fact>
    </Facts>
  );
}
