// The set before and after as a picture: two columns of keys, and between them what happens to each, by the form of the
// line, by sign and by word. The table says the same, so the picture is one image to those who listen.
import { IconCircleDashed } from '@tabler/icons-react';
import type { DiffEntry, DiffKind, PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import { setPicture, type PictureRow } from '../state/set-picture.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { DIFF_SIGN } from './diff-sign.ts';
import { StateShape } from '../../parts/state-shape.tsx';
import './diff-picture.css';

const said = words.preview.picture;

/** More rows are no picture any more. */
const ROOM = 12;

export function DiffPicture({ preview }: { preview: PublicationPreview }) {
  const { act, places } = preview;
  const { rows, left } = setPicture(preview, ROOM);
  return rows.length === 0 ? null : (
    <div className="sets" role="img" aria-label={said.label(places.used, places.planned)}>
      <p className="sets-head">{said.before(places.used)}</p>
      <p className="sets-head sets-head-after">{said.after[act](places.planned)}</p>
      {rows.map((row, index) => (
        // Foreign sets may hold the same kid twice, or none; the order of the rows is their identity.
        // oxlint-disable-next-line react/no-array-index-key
        <Row key={index} row={row} />
      ))}
      {left > 0 && <p className="sets-left">{said.left(left)}</p>}
    </div>
  );
}

function Row({ row: { entry, before, after, place } }: { row: PictureRow }) {
  const { kind } = entry;
  const { Icon } = DIFF_SIGN[kind];
  return (
    <>
      {before ? <KeyBox entry={entry} kind={kind} theirs={kind === 'altered'} /> : <Gap text={said.notThere} />}
      <div className="sets-way" data-kind={kind}>
        <span className="sets-sign">
          <Icon size={13} aria-hidden /> {said.way[kind]}
        </span>
      </div>
      {after ? <KeyBox entry={entry} kind={kind} place={place} /> : <Gap text={said.gone} />}
    </>
  );
}

interface KeyBoxProps {
  entry: DiffEntry;
  kind: DiffKind;
  /** Under our kid, but not as we published it. */
  theirs?: boolean;
  place?: number | null;
}

function KeyBox({ entry: { kid, state, alg, kty }, kind, theirs = false, place = null }: KeyBoxProps) {
  return (
    <div className="sets-key" data-kind={kind} data-theirs={theirs}>
      {state === null || theirs ? <IconCircleDashed size={14} aria-hidden /> : <StateShape state={state} size={14} />}
      <span className="mono sets-kid">{kid === null ? words.preview.diff.withoutKid : shortKid(kid)}</span>
      <span className="sets-fact">
        {theirs ? said.otherContent : state === null ? words.preview.diff.notOurs : words.model.state[state].word}
        {` · ${alg ?? kty}`}
      </span>
      {place !== null && <span className="sets-place numbers">{said.place(place)}</span>}
    </div>
  );
}

const Gap = ({ text }: { text: string }) => <div className="sets-gap">{text}</div>;
