// What the officer is asked before credentials are kept, and that every no leaves the former ones in place.
import { describe, expect, it } from 'vitest';
import { credentialOrderSchema } from '../../../shared/domain/tenant/credentials.ts';
import type { EndpointKind } from '../../../shared/domain/endpoints.ts';
import { removeInDialogs, storeInDialogs } from '../../../main/ipc/credentials-flow.ts';
import type { FileDialogs } from '../../../main/ipc/dialogs.ts';
import { dialogWords } from '../../../shared/words/words.ts';
import { ACME } from '../../support/desk.ts';
import { deskForEach } from '../../support/desk-for-each.ts';

type Dialogs = Pick<FileDialogs, 'askCredential' | 'chooseFile' | 'ask'>;

const tenant = 'Acme';
const words = dialogWords('en');
const SECRET = 'correct-horse-battery-0123456789';
const origin = 'https://jwks.example';

const desk = deskForEach();

async function addTenant(endpoint: EndpointKind): Promise<string> {
  const { rings } = await desk.custodian.addTenant({
    ...ACME,
    endpoint,
    apiBaseUrl: endpoint === 'sandbox' ? null : `${origin}/set`,
    jwksUrl: null,
  });
  return rings[0]?.keys.find(({ state }) => state === 'current')?.kid ?? '';
}

/** Dialogs that write down what they were asked. */
function officer(part: Partial<Dialogs> = {}) {
  const asked: string[] = [];
  const handed: Uint8Array[] = [];
  const hand = (text: string): Uint8Array => {
    const bytes = new TextEncoder().encode(text);
    handed.push(bytes);
    return bytes;
  };
  const dialogs: Dialogs = {
    askCredential: async (question) => {
      asked.push(`${question.name}: ${question.message}`);
      return part.askCredential ? part.askCredential(question) : hand(SECRET);
    },
    chooseFile: async (title, limit) => {
      asked.push(title);
      return part.chooseFile ? part.chooseFile(title, limit) : { name: 'officer.pem', bytes: hand('no PEM') };
    },
    ask: async (question) => {
      const { title, tenant: whose, facts } = question;
      asked.push([title, whose?.name, ...facts.flatMap(({ values }) => values)].join(' '));
      return part.ask ? part.ask(question) : {};
    },
  };
  return { asked, handed, dialogs };
}

const store = (dialogs: Dialogs, order: object) =>
  storeInDialogs(desk.custodian, dialogs, credentialOrderSchema.parse({ tenant, ...order }), words);

const show = () => desk.custodian.credentials.show({ tenant });

describe('giving credentials from the window', () => {
  it('asks for the secret, says where it goes, and forgets what was typed', async () => {
    await addTenant('auth0');
    const { asked, handed, dialogs } = officer();
    const facts = { kind: 'client-secret', who: 'app', kid: null, origin };
    expect(await store(dialogs, { kind: 'client-secret', clientId: 'app' })).toEqual(facts);
    expect(asked).toEqual([`Client secret: Of the application app at “${tenant}”. It is sent to ${origin} only.`]);
    expect(handed).toHaveLength(1);
    expect(handed.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
    expect(await show()).toEqual({ ...facts, fits: true });
    expect(JSON.stringify(desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }))).not.toContain(SECRET);
  });

  it('asks for a yes instead, when a key in custody proves the client', async () => {
    const kid = await addTenant('auth0');
    const { asked, dialogs } = officer();
    expect(await store(dialogs, { kind: 'private-key-jwt', clientId: 'app', kid })).toMatchObject({ kid, who: 'app' });
    expect(asked).toEqual([`Let this key prove the application? Acme ${kid} app ${origin}`]);
  });

  it.each([
    ['jwks', { kind: 'token' }, /^Token: For “Acme”/],
    ['jwks', { kind: 'basic', user: 'officer' }, /^Password: Of the user officer at “Acme”/],
  ] as const)('%s %o', async (endpoint, order, question) => {
    await addTenant(endpoint);
    const { asked, dialogs } = officer();
    expect(await store(dialogs, order)).toMatchObject({ kind: order.kind, origin });
    expect(asked).toEqual([expect.stringMatching(question)]);
  });

  it('takes a client certificate and its key from files, which are overwritten when they are refused', async () => {
    await addTenant('jwks');
    const { asked, handed, dialogs } = officer();
    await expect(store(dialogs, { kind: 'client-certificate' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(asked).toEqual([
      'The client certificate for Acme, in PEM with its chain',
      'The private key of officer.pem, in PEM',
    ]);
    expect(handed.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it.each<[string, EndpointKind, object, Partial<Dialogs>]>([
    ['no secret', 'auth0', { kind: 'token' }, { askCredential: async () => null }],
    ['no file', 'jwks', { kind: 'client-certificate' }, { chooseFile: async () => null }],
  ])('%s: what was stored before stays', async (_what, endpoint, order, part) => {
    await addTenant(endpoint);
    await store(officer().dialogs, { kind: 'token' });
    expect(await store(officer(part).dialogs, order)).toBeNull();
    expect(await show()).toMatchObject({ kind: 'token' });
  });

  it.each<[EndpointKind, object, string]>([
    ['sandbox', { kind: 'token' }, 'INPUT_INVALID'],
    ['jwks', { kind: 'client-secret', clientId: 'app' }, 'INPUT_INVALID'],
    ['auth0', { kind: 'private-key-jwt', clientId: 'app', kid: 'nobody' }, 'KEY_NOT_FOUND'],
  ])('asks nothing for what cannot be stored: %s %o', async (endpoint, order, code) => {
    await addTenant(endpoint);
    const { asked, dialogs } = officer();
    await expect(store(dialogs, order)).rejects.toMatchObject({ code });
    expect(asked).toEqual([]);
  });

  it('lets a key prove an application after a yes only', async () => {
    const kid = await addTenant('auth0');
    const { asked, dialogs } = officer({ ask: async () => null });
    expect(await store(dialogs, { kind: 'private-key-jwt', clientId: 'app', kid })).toBeNull();
    expect(asked).toHaveLength(1);
    expect(await show()).toBeNull();
  });

  it('forgets them after a yes only', async () => {
    await addTenant('auth0');
    await store(officer().dialogs, { kind: 'token' });
    const no = officer({ ask: async () => null });
    expect(await removeInDialogs(desk.custodian, no.dialogs, tenant, words)).toBe(false);
    expect(await show()).not.toBeNull();
    expect(await removeInDialogs(desk.custodian, officer().dialogs, tenant, words)).toBe(true);
    expect(await show()).toBeNull();
  });

  it('keeps nothing for another place than the one that was shown', async () => {
    await addTenant('auth0');
    const { handed, dialogs } = officer({
      askCredential: async () => {
        // The page does this while the officer types.
        await desk.custodian.editTenant({ tenant, apiBaseUrl: 'https://elsewhere.example/evil' });
        return new TextEncoder().encode(SECRET);
      },
    });
    const order = { kind: 'client-secret', clientId: 'app' };
    await expect(store(dialogs, order)).rejects.toMatchObject({ code: 'CONFIRMATION_CHANGED' });
    expect([await show(), handed]).toEqual([null, []]);
  });

  it('keeps nothing for another tenant that took the name meanwhile', async () => {
    await addTenant('auth0');
    const { dialogs } = officer({
      askCredential: async () => {
        await desk.custodian.removeTenant({ tenant });
        await addTenant('auth0');
        return new TextEncoder().encode(SECRET);
      },
    });
    await expect(store(dialogs, { kind: 'token' })).rejects.toMatchObject({ code: 'CONFIRMATION_CHANGED' });
    expect(await show()).toBeNull();
  });

  it('tells that they fit no more when the address changed', async () => {
    await addTenant('auth0');
    await store(officer().dialogs, { kind: 'token' });
    await desk.custodian.editTenant({ tenant, apiBaseUrl: 'https://elsewhere.example/api/v2' });
    expect(await show()).toMatchObject({ origin, fits: false });
  });
});
