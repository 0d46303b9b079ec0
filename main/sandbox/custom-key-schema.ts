// The JWK set that the Management API takes, member for member: unknown members are refused, so no private member can
// ever be stored. Source: the OpenAPI document of /api/v2/keys/custom-signing (CustomSigningKeyJWK).
import { z } from 'zod';
import { parseJson } from '../../shared/encoding/bounded-json.ts';
import { ENDPOINTS } from '../../shared/domain/endpoints.ts';
import { type Answer, invalidBody } from './answers.ts';

export const customKeySchema = z.strictObject({
  kty: z.enum(['EC', 'RSA']),
  kid: z.string().optional(),
  use: z.enum(['sig']).optional(),
  key_ops: z
    .array(z.enum(['verify']))
    .min(1)
    .optional(),
  alg: z.enum(['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512']).optional(),
  n: z.string().optional(),
  e: z.string().optional(),
  crv: z.enum(['P-256', 'P-384', 'P-521']).optional(),
  x: z.string().optional(),
  y: z.string().optional(),
  x5u: z.string().optional(),
  x5c: z.array(z.string()).min(1).optional(),
  x5t: z.string().optional(),
  'x5t#S256': z.string().optional(),
});

export type CustomKey = z.infer<typeof customKeySchema>;

const bodySchema = z.strictObject({ keys: z.array(customKeySchema).min(1) });

/** The keys of a PUT body, or the 4xx answer that names the first thing wrong with it (never a value). */
export function readCustomKeys(
  body: Buffer,
  settings: { tooManyKeysStatus: number; uniqueKids: boolean },
): CustomKey[] | Answer {
  let json: unknown;
  try {
    json = parseJson(body.toString('utf8'));
  } catch {
    return invalidBody(400, 'Invalid request payload JSON format');
  }
  const parsed = bodySchema.safeParse(json);
  if (!parsed.success) {
    return invalidBody(400, describe(parsed.error.issues));
  }
  const { keys } = parsed.data;
  const { places } = ENDPOINTS.sandbox;
  if (places !== null && keys.length > places) {
    return invalidBody(settings.tooManyKeysStatus, `Array is too long (${keys.length}), maximum ${places}`);
  }
  const kids = keys.flatMap((key) => key.kid ?? []);
  if (settings.uniqueKids && new Set(kids).size < kids.length) {
    return invalidBody(400, 'Array items are not unique: kid');
  }
  return keys;
}

function describe(issues: readonly z.core.$ZodIssue[]): string {
  // A member that must not be there is named first: it may be the private key.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue === undefined) {
    return 'Invalid body';
  }
  const where = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const place = where === '' ? '' : ` on property ${where.replace(/^\./, '')}`;
  if (issue.code === 'unrecognized_keys') {
    return `Additional properties not allowed: ${issue.keys.join(', ')}${place}`;
  }
  return `${issue.message}${place}`;
}
