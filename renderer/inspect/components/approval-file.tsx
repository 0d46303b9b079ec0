// A request of another officer, to be answered, and an answer, to be taken: the file that is looked at, or one that is chosen. What is
// asked is shown, and answered, in a window of the main process.
import { Button } from '@mantine/core';
import { ComeIntoView } from '../../parts/come-into-view.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { Working } from '../../parts/working.tsx';
import { useCommand } from '../../state/commands.ts';
import { useIntent } from '../../state/intent.ts';
import { words } from '../../text/words.ts';

const SAID = words.controls.secondOfficer;

/** `inspected`: it is the file that is looked at. */
export function AnswerRequest({ inspected }: { inspected: boolean }) {
  const { busy, error, result, run } = useCommand('approval.answer');
  useIntent(['approval.answer'], {}, () => void run({ inspected: false }));
  return (
    <Section title={words.inspect.request.title} lead={words.inspect.request.lead}>
      <div className="stack">
        <ComeIntoView news={error !== null || Boolean(result)}>
          <Failure error={error} />
          {result && (
            <Notice tone="good" role="status" title={SAID.answered[result.decision](result.fileName)}>
              <p>{SAID.giveBack(result.picture)}</p>
            </Notice>
          )}
        </ComeIntoView>
        <div className="row row-wrap">
          <Button
            variant={inspected ? 'filled' : 'default'}
            size="xs"
            disabled={busy}
            onClick={() => void run({ inspected })}
          >
            {inspected ? SAID.answerThis : SAID.answer}
          </Button>
          <Working channel="approval.answer" busy={busy} label={SAID.answering} />
        </div>
      </div>
    </Section>
  );
}

export function TakeAnswer() {
  const { busy, error, result, run } = useCommand('approval.take');
  return (
    <div className="stack">
      <Failure error={error} />
      <div className="row row-wrap">
        <Button size="xs" loading={busy} onClick={() => void run({ inspected: true })}>
          {SAID.takeThis}
        </Button>
        <span role="status" className="small">
          {result === true && SAID.taken}
        </span>
      </div>
    </div>
  );
}
