// What scripts hand over through a pipe, because it must not stand in a process list: claims, and later secrets.
import { parseJson } from '../../shared/encoding/bounded-json.ts';
import { CustodianError } from '../../shared/errors.ts';

const LIMIT = 64 * 1024;

/** A JSON object of at most 64 KiB. Throws INPUT_INVALID and says what is wrong, without repeating the text. */
export async function readJsonObject(
  stdin: AsyncIterable<Buffer | string>,
  field: string,
): Promise<Record<string, unknown>> {
  const text = await readText(stdin, field);
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    throw new CustodianError('INPUT_INVALID', { field, problem: 'standard input is not JSON' });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CustodianError('INPUT_INVALID', { field, problem: 'standard input is not a JSON object' });
  }
  return { ...value };
}

/** Text of at most 64 KiB. */
export async function readText(stdin: AsyncIterable<Buffer | string>, field: string): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stdin) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > LIMIT) {
      throw new CustodianError('INPUT_INVALID', { field, problem: `standard input is longer than ${LIMIT} bytes` });
    }
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}
