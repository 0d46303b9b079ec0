// English sentences for errors: what goes wrong at a tenant's end of the line.
import { proxyProblem } from '../problems/proxy.ts';
import { connectionProblem } from '../problems/connection.ts';
import { answerProblem } from '../problems/answer.ts';
import { remoteAct } from '../problems/acts.ts';
import { say, type Sentences } from '../../sentence.ts';

const reason = (detail: string | null): string => detail ?? 'no reason given';

export const remoteSentences = {
  DOMAIN_NOT_READY: ({ host, domain, status }) =>
    say(
      `Custom keys are published at a custom domain only, and ${host} does not have ${domain ?? 'any custom domain'} ready (${status ?? 'not there'}).`,
      'Verify the custom domain there first. Nothing was sent: the keys would be shown to nobody.',
    ),
  REMOTE_UNREACHABLE: ({ host, detail }) =>
    say(
      `${host} cannot be reached (${connectionProblem(detail)}).`,
      'Check the network and the address. Nothing was changed here. A push can wait in the outbox (publish push --queue) ' +
        'or go by courier (publish bundle).',
    ),
  REMOTE_TLS: ({ host, detail }) =>
    say(
      `No safe connection to ${host} can be made (${connectionProblem(detail)}). Nothing was sent.`,
      'Check the clock and the address. Where an authority of your company vouches for it, name that with ' +
        '“custodian network set --ca FILE”.',
    ),
  REMOTE_PROXY_UNREACHABLE: ({ host, proxy, detail }) =>
    say(
      `The proxy ${proxy} cannot be reached (${connectionProblem(detail)}), and it is the way to ${host}. Nothing was sent.`,
      'Check the proxy: “custodian network show” says where it was learnt, “custodian network set --proxy” sets another.',
    ),
  REMOTE_PROXY_UNAUTHORISED: ({ host, proxy, detail }) =>
    say(
      `The proxy ${proxy} does not let us through to ${host}: ${proxyProblem(detail)}. Nothing was sent.`,
      `Set them with “custodian network set --proxy-user USER --proxy-at ${proxy} --proxy-password-stdin”, or ask whoever runs it.`,
    ),
  REMOTE_PROXY_REFUSED: ({ host, proxy, status }) =>
    say(
      `The proxy ${proxy} refused to connect to ${host} (${status}). Nothing was sent.`,
      'Ask whoever runs it to allow this host, or set another way with “custodian network set”.',
    ),
  REMOTE_ROUTE_UNKNOWN: ({ host, detail }) =>
    say(
      `It is not known by which way ${host} is reached (${proxyProblem(detail)}). Nothing was sent.`,
      'Set the proxy with “custodian network set --proxy URL”, or --proxy none to connect directly.',
    ),
  REMOTE_TIMEOUT: ({ host, seconds }) =>
    say(
      `${host} did not answer within ${seconds} seconds.`,
      'If something was sent, a fresh preview shows whether it arrived.',
    ),
  REMOTE_UNAUTHORISED: ({ host, detail }) =>
    say(
      `${host} did not accept the credentials (${reason(detail)}).`,
      'If the reason lies there, mend it there; else set others in the settings of the tenant, or with “custodian tenant credentials”.',
    ),
  REMOTE_TOKEN_EXPIRED: ({ host, at }) =>
    say(
      `The stored token for ${host} expired at ${at}, so nothing was tried with it.`,
      'Obtain a new one and set it in the settings of the tenant, or with “custodian tenant credentials … --token-stdin”.',
    ),
  REMOTE_SCOPE_MISSING: ({ host, scopes }) =>
    say(
      `${host} refused: the credentials lack the scope ${scopes ?? 'that this request needs'}.`,
      'Grant the scope to the application there.',
    ),
  REMOTE_NOT_ENTITLED: ({ host, detail }) =>
    say(
      `The subscription of the tenant at ${host} does not include this (${reason(detail)}).`,
      'Ask for it there; custom signing keys belong to some plans only. Nothing was changed.',
    ),
  REMOTE_INVALID_BODY: ({ host, member, detail }) =>
    say(
      `${host} does not take the member ${member} of what was sent (${reason(detail)}).`,
      'Nothing was changed there. If it belongs to a foreign key in the set, that key must be removed or replaced there.',
    ),
  REMOTE_CONFLICT: ({ host, detail }) =>
    say(
      `${host} refused, because it conflicts with what is there (${reason(detail)}).`,
      'Nothing was changed there. Look at a fresh preview, then push that.',
    ),
  REMOTE_REFUSED: ({ host, status, detail }) =>
    say(`${host} refused the request (${status}: ${reason(detail)}).`, 'Nothing was changed there.'),
  REMOTE_CHANGED: ({ host }) =>
    say(
      `What ${host} holds was changed by somebody else in this very moment, so it refused. Nothing was changed there.`,
      'Look at a fresh preview, then push that.',
    ),
  REMOTE_RATE_LIMITED: ({ host, until }) =>
    say(`${host} takes no more requests until ${until}.`, 'Wait until then and try again.'),
  REMOTE_FAILED: ({ host, status, detail }) =>
    say(
      `${host} failed (${status}: ${reason(detail)}).`,
      'Look at a fresh preview to learn what is there, then try again.',
    ),
  REMOTE_MALFORMED: ({ host, detail }) =>
    say(
      `${host} gave an answer that cannot be understood (${answerProblem(detail)}).`,
      'Check the address of the endpoint.',
    ),
  REMOTE_NOT_RECORDED: ({ tenant, action }) =>
    say(
      `What became of ${remoteAct[action]} of “${tenant}” could not be recorded here, although it was sent: the disk with the key registry is full or gone.`,
      'Make room, or bring the disk back, and run “custodian doctor”. Then look (“custodian publish pull”, “custodian remote keys”) and push again: what is there already is recorded by that.',
    ),
  REMOTE_OUTCOME_UNKNOWN: ({ tenant, action }) =>
    say(
      `It cannot be told yet whether ${remoteAct[action]} of “${tenant}” happened: its list cannot be read, or does not show it.`,
      'Check again (in the window, or with “custodian publish pull” and “custodian remote keys”) when it can be reached, before you repeat it.',
    ),
} satisfies Partial<Sentences>;
