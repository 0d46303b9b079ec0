// A tenant to rehearse on: an Auth0-like remote on loopback that ships with the product and needs no account. What it
// holds lies in one data folder, so that every process of that folder, one after the other or at once, sees the same
// remote. It hosts any number of tenants.
import { CustodianError } from '../../shared/errors.ts';
import type { SandboxStatus } from '../../shared/app-info.ts';
import type { RehearsedTrouble, Trouble } from '../../shared/domain/sandbox-trouble.ts';
import type { Clock } from '../ports/clock.ts';
import type { Randomness } from '../ports/randomness.ts';
import { hashSecret } from './access-token.ts';
import { announce, findRunning, withdraw } from './announcement.ts';
import { createAnswering } from './answer.ts';
import type { Services } from './call.ts';
import { clientKey } from './client-assertion.ts';
import { createFaultQueue } from './faults.ts';
import { answerHealth } from './health.ts';
import { listen, loopbackUrl, type RunningServer } from './http-server.ts';
import { DEFAULT_SETTINGS, type SandboxSettings } from './settings.ts';
import { type ClientState, findTenant, freshState, type SandboxState, type TenantState } from './state.ts';
import { openStateFile } from './state-file.ts';
import { createTroubles } from './troubles.ts';

export interface SandboxOptions {
  /** Folder of the sandbox's documents; made when missing. */
  folder: string;
  clock: Clock;
  random: Randomness;
  /** A self-signed certificate (DER), in the tenant's profile, for a new RSA-2048 key that nobody keeps. */
  makeOwnKey: Services['makeOwnKey'];
  settings?: Partial<SandboxSettings>;
  /** Told when it begins to serve here, and when trouble that was armed has happened. */
  changed?: (action: string) => void;
}

interface Domains {
  domain: string;
  customDomain: string | null;
  /** None when left out. */
  furtherDomains?: readonly string[];
}

export interface Registration extends Domains {
  /** What the new client may do; everything when left out. */
  scopes?: readonly string[];
}

export interface Sandbox {
  /** Serves until `stop`, and announces itself to the other processes of the folder. */
  start(port?: number): Promise<{ url: string }>;
  /** A server that answers: this process's, else an announced one, else a new one that ends with this process. */
  findOrStart(): Promise<{ url: string }>;
  stop(): Promise<void>;
  status(): Promise<SandboxStatus>;
  /** Arms it at the server of this process, if that is the one in use; `null` takes back what was armed. */
  rehearse(trouble: Trouble | null): Promise<RehearsedTrouble>;
  trouble(): Promise<RehearsedTrouble>;
  /** Makes the tenant when it is new, sets its custom domain, and gives it one more client. */
  register(registration: Registration): Promise<{ clientId: string; clientSecret: string }>;
  /** The same with a client that proves itself by this key (a public JWK). Throws INPUT_INVALID. */
  registerKey(registration: Registration & { publicKey: object }): Promise<{ clientId: string }>;
  /** True when the tenant exists just so and has this client. */
  knows(tenant: Domains & { clientId: string }): boolean;
}

export const ALL_SCOPES: readonly string[] = [
  'create:custom_signing_keys',
  'read:custom_signing_keys',
  'update:custom_signing_keys',
  'delete:custom_signing_keys',
  'create:signing_keys',
  'read:signing_keys',
  'update:signing_keys',
  'read:custom_domains',
];

export function createSandbox({
  folder,
  clock,
  random,
  makeOwnKey,
  settings,
  changed = () => undefined,
}: SandboxOptions): Sandbox {
  const state = openStateFile(folder, () => freshState(random));
  const allSettings = { ...DEFAULT_SETTINGS, faults: createFaultQueue(), ...settings };
  const services = { clock, random, state, makeOwnKey, settings: allSettings };
  const troubles = createTroubles(allSettings.faults, random);
  const answer = tellingOfTrouble(createAnswering(services));
  const nonce = random.uuid();
  let serving: Promise<RunningServer> | null = null;

  function tellingOfTrouble<A, R>(answering: (request: A) => Promise<R>): (request: A) => Promise<R> {
    return async (request) => {
      const armed = allSettings.faults.left();
      return answering(request).finally(() => {
        if (allSettings.faults.left() < armed) {
          changed('sandbox.trouble');
        }
      });
    };
  }

  function serve(port: number, background: boolean): Promise<RunningServer> {
    serving ??= listen(async (request) => answerHealth(request, nonce) ?? answer(request), { port, background }).then(
      (server) => {
        changed('sandbox.serves');
        return server;
      },
      (error: unknown) => {
        serving = null;
        throw error;
      },
    );
    return serving;
  }

  async function end(): Promise<void> {
    const ending = serving;
    serving = null;
    withdraw(folder, nonce);
    await (await ending)?.close();
  }

  async function add(
    { scopes = ALL_SCOPES, ...domains }: Registration,
    proof: Pick<ClientState, 'salt' | 'secretHash' | 'publicKey'>,
  ): Promise<string> {
    const clientId = Buffer.from(random.bytes(24)).toString('base64url');
    const client = { clientId, ...proof, scopes: [...scopes], assertions: [] };
    await state.change((changing) => addClient(changing, domains, client));
    return clientId;
  }

  /** Faults lie with the server that answers, and one that another process announced is not ours. */
  const servesHere = async (): Promise<boolean> => serving !== null || (await findRunning(folder)) === null;

  async function trouble(): Promise<RehearsedTrouble> {
    return { ...troubles.armed(), here: await servesHere() };
  }

  return {
    async start(port = 0) {
      if (serving !== null && port !== 0 && (await serving).url !== loopbackUrl(port)) {
        await end();
      }
      const { url } = await serve(port, false);
      announce(folder, { url, pid: process.pid, nonce });
      return { url };
    },
    async findOrStart() {
      if (serving === null) {
        const url = await findRunning(folder);
        if (url !== null) {
          return { url };
        }
      }
      const { url } = await serve(0, true);
      return { url };
    },
    stop: end,
    async status() {
      const url = serving === null ? await findRunning(folder) : (await serving).url;
      return { running: url !== null, url };
    },
    async rehearse(wanted) {
      if (wanted === null || (await servesHere())) {
        troubles.arm(wanted);
      }
      return trouble();
    },
    trouble,
    async register(registration) {
      const clientSecret = Buffer.from(random.bytes(48)).toString('base64url');
      const salt = Buffer.from(random.bytes(16)).toString('base64url');
      const secretHash = hashSecret(clientSecret, salt);
      return { clientId: await add(registration, { salt, secretHash, publicKey: null }), clientSecret };
    },
    async registerKey({ publicKey, ...registration }) {
      const proof = { salt: '', secretHash: null, publicKey: clientKey(publicKey) };
      return { clientId: await add(registration, proof) };
    },
    knows({ domain, customDomain, furtherDomains = [], clientId }) {
      const tenant = findTenant(state.read(), domain);
      return (
        tenant?.domain === domain &&
        tenant.customDomain === customDomain &&
        tenant.furtherDomains.join() === furtherDomains.join() &&
        tenant.clients.some((client) => client.clientId === clientId)
      );
    },
  };
}

function addClient(
  state: SandboxState,
  { domain, customDomain, furtherDomains = [] }: Domains,
  client: ClientState,
): void {
  const tenant = state.tenants.find((known) => known.domain === domain) ?? newTenant(domain);
  for (const name of [domain, customDomain, ...furtherDomains]) {
    const owner = name === null ? tenant : (findTenant(state, name) ?? tenant);
    if (owner.domain !== domain) {
      throw new CustodianError('INPUT_INVALID', {
        field: name === domain ? 'domain' : 'customDomain',
        problem: { code: 'of-sandbox-tenant', domain: owner.domain },
      });
    }
  }
  tenant.customDomain = customDomain;
  tenant.furtherDomains = [...furtherDomains];
  tenant.clients.push(client);
  if (!state.tenants.includes(tenant)) {
    state.tenants.push(tenant);
  }
}

function newTenant(domain: string): TenantState {
  return {
    domain,
    customDomain: null,
    furtherDomains: [],
    clients: [],
    custom: { keys: [], before: [], changedAt: null },
    own: [],
    rotations: [],
  };
}
