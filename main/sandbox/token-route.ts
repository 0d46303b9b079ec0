// POST /oauth/token: the client credentials grant (RFC 6749 §4.4), form or JSON, with the tenant's `audience` member.
import { z } from 'zod';
import { audienceOf, issueToken, secretMatches, TOKEN_LIFETIME } from './access-token.ts';
import { type Answer, json, oauthError } from './answers.ts';
import type { Call, Route, SandboxRequest } from './call.ts';

const bodySchema = z.object({
  grant_type: z.string(),
  client_id: z.string(),
  client_secret: z.string(),
  audience: z.string(),
});

export const tokenRoutes: readonly Route[] = [{ method: 'POST', path: '/oauth/token', scopes: null, handle: grant }];

async function grant({ request, tenant, services }: Call): Promise<Answer> {
  const body = bodySchema.safeParse(readBody(request));
  if (!body.success) {
    const member = body.error.issues[0]?.path[0];
    return oauthError(400, 'invalid_request', `Missing required parameter: ${String(member ?? 'body')}`);
  }
  const { grant_type: grantType, client_id: clientId, client_secret: secret, audience } = body.data;
  if (grantType !== 'client_credentials') {
    return oauthError(400, 'unsupported_grant_type', 'Only client_credentials is supported here');
  }
  const client = tenant.clients.find((known) => known.clientId === clientId);
  if (client === undefined || !secretMatches(client, secret)) {
    return oauthError(401, 'access_denied', 'Unauthorized');
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

function readBody({ headers, body }: SandboxRequest): unknown {
  const content = body.toString('utf8');
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true) {
    return Object.fromEntries(new URLSearchParams(content));
  }
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
