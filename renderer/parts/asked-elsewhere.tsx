// Says that the yes, and what has to be typed, is asked for outside this page.
import { words } from '../text/words.ts';

export function AskedElsewhere() {
  return <p className="quiet small">{words.controls.askedElsewhere}</p>;
}
