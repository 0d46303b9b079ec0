// How the push ended, or what changed before it: at the head of the screen, where it comes into view.
import type { PushOutcome } from '../../../shared/acts/publishing.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { ComeIntoView } from '../../parts/come-into-view.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { RemoteName } from '../../parts/remote-name.tsx';
import { When } from '../../parts/when.tsx';
import type { PublishFlow } from '../state/publish-flow.ts';
import { ChangedPreview } from './changed-preview.tsx';
import { UndoPush } from './undo-push.tsx';

export function PushNews({ flow }: { flow: PublishFlow }) {
  const { push, changes, wasOutdated } = flow;
  const isChanged = changes !== null || wasOutdated;
  return (
    <ComeIntoView news={push.result !== undefined || push.error !== null || isChanged}>
      <div className="stack">
        {push.result && <Pushed outcome={push.result} flow={flow} />}
        <Failure error={push.error} />
        {isChanged && <ChangedPreview flow={flow} />}
      </div>
    </ComeIntoView>
  );
}
function Pushed({ outcome: { publication, confirmed }, flow }: { outcome: PushOutcome; flow: PublishFlow }) {
  const { act, at, kids, variations } = publication;
  const when = <When at={at} precision="second" />;
  if (!confirmed) {
    return (
      <Notice tone="caution" role="status" title={words.publish.push.notVisible.title}>
        <p>{say(words.publish.push.notVisible.means(when))}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" role="status" title={words.publish.act[act].done(kids.length)}>
      <p>{kids.length > 0 ? say(words.publish.push.doneAndProve(when)) : say(words.publish.push.done(when))}</p>
      <Variations variations={variations} />
      {flow.sent !== null && <UndoPush flow={flow} sent={flow.sent} />}
    </Notice>
  );
}

/** What the tenant did to the keys that it took; the order is one thing to say, however many keys moved. */
function Variations({ variations }: Pick<PushOutcome['publication'], 'variations'>) {
  const kinds = [...new Set(variations.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const kids = variations.filter((one) => one.kind === kind).map(({ kid }) => kid);
    return (
      <p key={kind}>
        <RemoteName name={kids.join(', ')} /> {words.shared.variation[kind]}.
      </p>
    );
  });
}
