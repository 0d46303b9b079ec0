// A sandbox in a folder of its own with one tenant in it, and a plain HTTP client for it. Closed when the test ends.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Clock } from '../../../main/ports/clock.ts';
import type { Randomness } from '../../../main/ports/randomness.ts';
import { createKeyWorkshop } from '../../support/workshop.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../../main/sandbox/sandbox.ts';

export const DOMAIN = 'acme.eu.auth0.com';
export const CUSTOM_DOMAIN = 'id.acme.example';

export interface SteppingClock extends Clock {
  advance: (milliseconds: number) => void;
}

export function steppingClock(start = '2026-11-22T08:00:00.000Z'): SteppingClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

export const realRandom: Randomness = { uuid: randomUUID, bytes: (length) => randomBytes(length) };

const CERTIFICATES = 3;
const certificates: Promise<Uint8Array>[] = [];
let handedOut = 0;

/** Certificates for DOMAIN. They come round again, because RSA keys are slow to make and only their kids must differ. */
export function makeOwnKey(): Promise<Uint8Array> {
  const index = handedOut % CERTIFICATES;
  handedOut += 1;
  certificates[index] ??= certifyNewKey();
  return certificates[index];
}

async function certifyNewKey(): Promise<Uint8Array> {
  const workshop = createKeyWorkshop();
  const material = await workshop.generate('RS256', 2048);
  const profile = { commonName: DOMAIN, notBefore: new Date('2026-11-22T08:00:00Z'), days: 5000 };
  return workshop.certify(material, 'RS256', profile);
}

export function sandboxFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function makeSandbox(options: Partial<SandboxOptions> = {}): Sandbox {
  const sandbox = createSandbox({
    folder: options.folder ?? sandboxFolder(),
    clock: steppingClock(),
    random: realRandom,
    makeOwnKey,
    ...options,
  });
  onTestFinished(() => sandbox.stop());
  return sandbox;
}

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** Empty when the answer is no JSON object. */
  json: Record<string, unknown>;
  /** Empty when the answer is no JSON array of objects. */
  list: Record<string, unknown>[];
}

interface Ask {
  token?: string;
  body?: unknown;
  /** Sent as it is, instead of `body` as JSON. */
  raw?: string;
  headers?: Record<string, string>;
}

export interface OpenSandbox {
  sandbox: Sandbox;
  url: string;
  folder: string;
  clock: SteppingClock;
  ask: (method: string, target: string, ask?: Ask) => Promise<Reply>;
  /** A Management call on the tenant, with a token that bears `scopes`. */
  manage: (method: string, target: string, ask?: Ask & { scopes?: readonly string[] }) => Promise<Reply>;
  token: (scopes?: readonly string[]) => Promise<string>;
}

/** With `customDomain: null` the tenant has none. */
export async function openSandbox(
  options: Partial<SandboxOptions> & { customDomain?: string | null } = {},
): Promise<OpenSandbox> {
  const { customDomain = CUSTOM_DOMAIN, ...rest } = options;
  const folder = options.folder ?? sandboxFolder();
  const clock = steppingClock();
  const sandbox = makeSandbox({ folder, clock, ...rest });
  const { url } = await sandbox.start();
  const tokens = new Map<string, Promise<string>>();

  const ask: OpenSandbox['ask'] = (method, target, { token: bearer, body, raw, headers = {} } = {}) =>
    send(url, method, target, raw ?? (body === undefined ? '' : JSON.stringify(body)), {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...headers,
    });

  async function requestToken(scopes: readonly string[] | undefined): Promise<string> {
    const { clientId, clientSecret } = await sandbox.register({
      domain: DOMAIN,
      customDomain,
      ...(scopes && { scopes }),
    });
    const { json } = await ask('POST', `/${DOMAIN}/oauth/token`, { body: grantBody(clientId, clientSecret) });
    return String(json['access_token']);
  }

  function token(scopes?: readonly string[]): Promise<string> {
    const name = String(scopes);
    const known = tokens.get(name) ?? requestToken(scopes);
    tokens.set(name, known);
    return known;
  }

  await token();
  return {
    sandbox,
    url,
    folder,
    clock,
    ask,
    token,
    manage: async (method, target, { scopes, ...more } = {}) =>
      ask(method, `/${DOMAIN}/api/v2${target}`, { token: await token(scopes), ...more }),
  };
}

export const grantBody = (clientId: string, clientSecret: string): Record<string, string> => ({
  grant_type: 'client_credentials',
  client_id: clientId,
  client_secret: clientSecret,
  audience: `https://${DOMAIN}/api/v2/`,
});

/** `fetch` does not let a caller set the Host header, so this is node:http. */
function send(
  url: string,
  method: string,
  target: string,
  body: string,
  headers: Record<string, string>,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, path: target, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const { statusCode: status = 0, headers: received } = incoming;
        const { data: json = {} } = objectSchema.safeParse(parse(text));
        const { data: list = [] } = z.array(objectSchema).safeParse(parse(text));
        resolve({ status, headers: received, text, json, list });
      });
    });
    outgoing.once('error', reject).end(body);
  });
}

const objectSchema = z.record(z.string(), z.unknown());
const jwksSchema = z.object({ keys: z.array(objectSchema) });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The keys of a JWKS answer. */
export const keysOf = ({ text }: Reply): Record<string, unknown>[] => jwksSchema.parse(JSON.parse(text)).keys;

export const kidsOf = (reply: Reply): unknown[] => keysOf(reply).map(({ kid }) => kid);
