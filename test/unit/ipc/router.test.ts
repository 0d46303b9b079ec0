import { describe, expect, it, vi } from 'vitest';
import { answer, type Handlers } from '../../../main/ipc/router.ts';
import type { Channel } from '../../../shared/channels.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { tenantView } from '../../support/views.ts';

const context = {
  progress: () => undefined,
  sending: () => undefined,
  signal: new AbortController().signal,
  cancel: () => undefined,
};

function handlersWith(part: Partial<Handlers>): Handlers {
  const refuse = () => {
    throw new Error('not expected');
  };
  return new Proxy(part, { get: (known, name) => known[name as Channel] ?? refuse }) as Handlers;
}

describe('the router', () => {
  it('hands checked arguments, with defaults, to the handler and wraps what it gives', async () => {
    const add = vi.fn(async () => tenantView([]));
    const result = await answer(
      handlersWith({ 'tenant.add': add }),
      'tenant.add',
      { name: ' Acme ', domain: 'ACME.eu.auth0.com' },
      context,
    );
    expect(result).toMatchObject({ ok: true, value: { tenant: { name: 'Acme' } } });
    expect(add).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'Acme', domain: 'acme.eu.auth0.com', environment: 'development' }),
      context,
    );
  });

  it.each([
    [{ name: 'Acme', domain: 'https://acme.eu.auth0.com' }, 'domain'],
    [{ name: '', domain: 'acme.eu.auth0.com' }, 'name'],
    [{ name: 'a\u0000b', domain: 'acme.eu.auth0.com' }, 'name'],
    [{ name: 'x'.repeat(65), domain: 'acme.eu.auth0.com' }, 'name'],
    [{ name: 'A', domain: 'acme.eu.auth0.com', apiBaseUrl: 'http://evil.example/api' }, 'apiBaseUrl'],
    [{ name: 'A', domain: 'acme.eu.auth0.com', apiBaseUrl: 'https://u:p@acme.example/api' }, 'apiBaseUrl'],
    [{ name: 'A', domain: 'acme.eu.auth0.com', surprise: 1 }, 'arguments'],
    [null, 'arguments'],
    ['text', 'arguments'],
  ])('refuses arguments that do not fit before any handler runs: %j', async (args, field) => {
    expect(await answer(handlersWith({}), 'tenant.add', args, context)).toMatchObject({
      ok: false,
      error: { code: 'INPUT_INVALID', facts: { field } },
    });
  });

  it('lets a coded error through and turns any other into INTERNAL without its words', async () => {
    const coded = handlersWith({
      'tenant.list': () => {
        throw new CustodianError(
          'VAULT_LOCKED',
          { detail: { code: 'keyring-locked' } },
          { cause: new Error('secret') },
        );
      },
    });
    expect(await answer(coded, 'tenant.list', {}, context)).toEqual({
      ok: false,
      error: { code: 'VAULT_LOCKED', facts: { detail: { code: 'keyring-locked' } } },
    });
    const uncoded = handlersWith({
      'tenant.list': () => {
        throw new TypeError('/home/officer/key.pem: MIIEvQIBADAN');
      },
    });
    const result = await answer(uncoded, 'tenant.list', {}, context);
    expect(result).toEqual({ ok: false, error: { code: 'INTERNAL', facts: { reference: 'TypeError' } } });
  });
});
