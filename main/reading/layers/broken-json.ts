// JSON that people have edited: a comma too many is taken off, and where that does not mend it the place is named.
import { jsonOf, MAX_JSON_DEPTH } from '../../../shared/encoding/bounded-json.ts';
import type { KeyFileProblem } from '../../../shared/problems/key-file.ts';

/** `null` when that was not it. */
export function withoutTrailingCommas(text: string): unknown {
  const mended = text.replaceAll(
    /("(?:[^"\\]|\\[\s\S])*(?:"|\\?$))|,(?=\s{0,100}[}\]])/g,
    (_, string: string | undefined) => string ?? '',
  );
  return mended === text ? null : jsonOf(mended);
}

/** Why a text was not read as JSON: the line where a reader of JSON stops, or that only a bounded one does. */
export function jsonProblem(text: string): KeyFileProblem {
  try {
    JSON.parse(text);
    return { code: 'json-too-deep', most: MAX_JSON_DEPTH };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    return { code: 'json-invalid', line: text.slice(0, at).split('\n').length };
  }
}
