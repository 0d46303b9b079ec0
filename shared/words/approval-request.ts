// How a request to a second officer reads, in the words of a language: on the command line, and in the window that asks.
import type { OpenedRequest, WhereHere } from '../acts/four-eyes.ts';
import type { ActArgs } from '../contract.ts';
import type { ApprovalRequest, GuardableAct } from '../domain/four-eyes/four-eyes.ts';
import type { Instant } from '../domain/timing/instant.ts';

type KeyOf<T> = T extends T ? keyof T : never;

/** What is said of an act: its arguments, and what a file that goes in or out is known by. */
type Said =
  | { [A in GuardableAct]: KeyOf<ActArgs<A>> }[GuardableAct]
  | 'passphrase'
  | 'recipients'
  | 'recipientSha256'
  | 'recipientsSha256'
  | 'credentials'
  | 'thumbprint'
  | 'takes'
  | 'shares'
  | 'order'
  | 'tenants';

/** Which tenant, and where it is. */
type Place = 'environment' | 'endpoint' | 'domain' | 'customDomain' | 'furtherDomains' | 'apiBaseUrl' | 'jwksUrl';

export interface RequestWords {
  act: Readonly<Record<GuardableAct, string>>;
  said: Readonly<Record<Said | Place, string>>;
  yesOrNo: (yes: boolean) => string;
  until: (at: Instant) => string;
  label: Readonly<Record<'act' | 'keys' | 'askedBy' | 'device' | 'until' | 'hash' | 'here' | 'before', string>>;
  here: Readonly<Record<WhereHere, string>>;
  listed: (officer: string) => string;
  notListed: string;
  before: Readonly<Record<'granted' | 'refused', (at: Instant) => string>>;
}

/** `mono`: to be compared letter by letter. */
interface Fact {
  label: string;
  values: string[];
  mono: boolean;
}

const plain = (label: string, ...values: string[]): Fact => ({ label, values, mono: false });
const exact = (label: string, ...values: string[]): Fact => ({ label, values, mono: true });

type Asked = Pick<ApprovalRequest, 'act' | 'args' | 'place' | 'keys'>;

/** What the second officer agrees to: no word of it is left out or cut. */
export const askedFacts = (words: RequestWords, asked: Asked): Fact[] => [
  ...actFacts(words, asked),
  ...placeFacts(words, asked),
];

/** The same, with who asks, until when, and what is known of it here; what is to be compared comes before what is long. */
export function requestFacts(words: RequestWords, opened: OpenedRequest): Fact[] {
  const { request, requester, here, officer, before } = opened;
  const { label } = words;
  const known = here === 'unknown' ? [] : [officer === null ? words.notListed : words.listed(officer)];
  return [
    ...actFacts(words, request),
    exact(label.device, requester),
    plain(label.here, words.here[here], ...known),
    ...(before === null ? [] : [plain(label.before, words.before[before.decision](before.at))]),
    plain(label.until, words.until(request.expiresAt)),
    plain(label.askedBy, request.actor),
    ...placeFacts(words, request),
    exact(label.hash, request.hash),
  ];
}

const actFacts = (words: RequestWords, { act, args }: Asked): Fact[] => [
  plain(words.label.act, nameIn(words.act, act) === act ? act : `${nameIn(words.act, act)} (${act})`),
  ...Object.entries(args).map(([name, value]) => plain(nameIn(words.said, name), ...said(words, value))),
];

/** What another version says more is shown by the name that it has there. */
const nameIn = (words: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(words, name) ? (words[name] ?? name) : name;

function placeFacts(words: RequestWords, { place, keys }: Asked): Fact[] {
  const { tenant, address, ...more } = place;
  const lines = Object.entries({ ...more, ...membersOf(address) }).filter(([, value]) => value !== null);
  const living = keys.filter(({ state }) => state !== 'replaced').map(({ kid, state }) => `${state}: ${kid}`);
  return [
    plain(words.said.tenant, ...said(words, membersOf(tenant)['name'] ?? tenant)),
    ...lines.map(([name, value]) => plain(nameIn(words.said, name), ...said(words, value))),
    ...(living.length === 0 ? [] : [exact(words.label.keys, ...living)]),
  ];
}

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** A list stands one a line. */
function said(words: RequestWords, value: unknown): string[] {
  if (Array.isArray(value) && value.length > 0) {
    return value.flatMap((each: unknown) => (Array.isArray(each) ? [JSON.stringify(each)] : said(words, each)));
  }
  return [
    typeof value === 'string' ? value : typeof value === 'boolean' ? words.yesOrNo(value) : JSON.stringify(value),
  ];
}
