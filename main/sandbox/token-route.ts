// POST /oauth/token: the client credentials grant (RFC 6749 §4.4), form or JSON, with the tenant's `audience` member. A
// client proves itself by its secret or by an assertion (RFC 7523 §2.2), whichever it was registered with.
import { z } from 'zod';
import { jsonOf } from '../../shared/encoding/bounded-json.ts';
import { audienceOf, issueToken, secretMatches, TOKEN_LIFETIME } from './access-token.ts';
import { type Answer, json, oauthError } from './answers.ts';
import type { Call, Route, SandboxRequest } from './call.ts';
import { assertionProves, ASSERTION_TYPE } from './client-assertion.ts';
import type { ClientState } from './state.ts';

const bodySchema = z.object({
  grant_type: z.string(),
  client_id: z.string(),
  client_secret: z.string().optional(),
  client_assertion_type: z.string().optional(),
  client_assertion: z.string().optional(),
  audience: z.string(),
});

type Body = z.infer<typeof bodySchema>;

export const tokenRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/oauth/token',
    scopes: null,
    handle: grant,
    limited: () => oauthError(429, 'too_many_requests', 'Global limit has been reached'),
  },
];

async function grant(call: Call): Promise<Answer> {
  const { request, tenant, services } = call;
  const body = bodySchema.safeParse(readBody(request));
  if (!body.success) {
    const member = body.error.issues[0]?.path[0];
    return oauthError(400, 'invalid_request', `Missing required parameter: ${String(member ?? 'body')}`);
  }
  const { grant_type: grantType, client_id: clientId, audience } = body.data;
  if (grantType !== 'client_credentials') {
    return oauthError(400, 'unsupported_grant_type', 'Only client_credentials is supported here');
  }
  const client = tenant.clients.find((known) => known.clientId === clientId);
  const refusal = await refusalOf(body.data, client, call);
  if (client === undefined || refusal !== null) {
    return refusal ?? unauthorised();
  }
  if (audience !== audienceOf(tenant)) {
    return oauthError(403, 'access_denied', 'Service not found for this audience');
  }
  return json(
    200,
    {
      access_token: await issueToken(tenant, client, services),
      scope: client.scopes.join(' '),
      expires_in: TOKEN_LIFETIME,
      token_type: 'Bearer',
    },
    { 'cache-control': 'no-store' },
  );
}

const unauthorised = (): Answer => oauthError(401, 'access_denied', 'Unauthorized');

/** `null` for a client that proved itself. */
async function refusalOf(body: Body, client: ClientState | undefined, call: Call): Promise<Answer | null> {
  const { client_secret: secret, client_assertion: assertion, client_assertion_type: type } = body;
  if (assertion === undefined) {
    if (secret === undefined) {
      return oauthError(400, 'invalid_request', 'Missing required parameter: client_secret');
    }
    return client !== undefined && secretMatches(client, secret) ? null : unauthorised();
  }
  if (secret !== undefined || type !== ASSERTION_TYPE) {
    return oauthError(400, 'invalid_request', 'An assertion needs its type, and no secret beside it');
  }
  return client !== undefined && (await assertionProves(assertion, client, call))
    ? null
    : oauthError(401, 'invalid_client', 'The client assertion is not accepted');
}

function readBody({ headers, body }: SandboxRequest): unknown {
  const content = body.toString('utf8');
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true) {
    return Object.fromEntries(new URLSearchParams(content));
  }
  return jsonOf(content);
}
