// JSON from outside. Nothing honest is nested as deep as this, and what walks it afterwards would run out of stack.
export const MAX_JSON_DEPTH = 64;

/** As JSON.parse; also throws SyntaxError when the text is nested too deep. */
export function parseJson(text: string, reviver?: (name: string, value: unknown) => unknown): unknown {
  if (isNestedDeeper(text, MAX_JSON_DEPTH)) {
    throw new SyntaxError(`nested more than ${MAX_JSON_DEPTH} levels deep`);
  }
  return JSON.parse(text, reviver);
}

/** `null` also for what is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}

const STRING_OR_BRACKET = /"(?:[^"\\]|\\[^])*(?:"|\\?$)|[{}[\]]/g;

function isNestedDeeper(text: string, limit: number): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(STRING_OR_BRACKET)) {
    if (token === '{' || token === '[') {
      depth += 1;
      if (depth > limit) {
        return true;
      }
    } else if (token === '}' || token === ']') {
      depth -= 1;
    }
  }
  return false;
}
