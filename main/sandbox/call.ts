// What a route gets to work with, and what it must say about itself.
import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../ports/clock.ts';
import type { Randomness } from '../ports/randomness.ts';
import type { Answer } from './answers.ts';
import type { SandboxSettings } from './settings.ts';
import type { TenantState } from './state.ts';
import type { StateFile } from './state-file.ts';

export interface Services {
  clock: Clock;
  random: Randomness;
  state: StateFile;
  settings: SandboxSettings;
  /** A self-signed certificate (DER) for a new RSA-2048 key whose private key is thrown away. */
  makeOwnKey: (domain: string) => Promise<Uint8Array>;
}

export interface SandboxRequest {
  method: string;
  /** Path and query as sent. */
  target: string;
  /** Scheme and authority by which the client came, e.g. `http://127.0.0.1:4180`. */
  origin: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Call {
  request: SandboxRequest;
  tenant: TenantState;
  /** The domain by which the tenant was addressed: its canonical or its custom one. */
  domain: string;
  /** Where that domain begins, e.g. `http://127.0.0.1:4180/acme.eu.auth0.com`. */
  base: string;
  params: Record<string, string>;
  services: Services;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Segments of the path; one that begins with a colon is a parameter. */
  path: string;
  /** Management routes need all of these; `null` marks a route that is open to everybody. */
  scopes: readonly string[] | null;
  handle(call: Call): Answer | Promise<Answer>;
  /** How it says 429; as the Management API does when left out. */
  limited?: () => Answer;
}
