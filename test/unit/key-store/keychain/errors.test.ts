import { describe, expect, it } from 'vitest';
import { vaultError } from '../../../../main/key-store/keychain/errors.ts';
import { CustodianError } from '../../../../shared/errors.ts';

describe('keychain errors', () => {
  it.each([
    ['VAULT_LOCKED', 'Cannot create an item in a locked collection'],
    ['VAULT_LOCKED', 'Cannot get secret of a locked object'],
    ['VAULT_LOCKED', 'GDBus.Error:org.freedesktop.Secret.Error.IsLocked: locked'],
    ['VAULT_LOCKED', 'User canceled the operation.'],
    ['VAULT_LOCKED', 'User interaction is not allowed.'],
    ['VAULT_LOCKED', 'The user name or passphrase you entered is not correct.'],
    ['VAULT_UNAVAILABLE', 'Cannot autolaunch D-Bus without X11 $DISPLAY'],
    ['VAULT_UNAVAILABLE', 'Could not connect: No such file or directory'],
    ['VAULT_UNAVAILABLE', 'The connection is closed'],
    ['VAULT_UNAVAILABLE', 'The name org.freedesktop.secrets was not provided by any .service files'],
    ['VAULT_UNAVAILABLE', 'The name :1.0 was not provided by any .service files'],
    ['VAULT_UNAVAILABLE', 'Object does not exist at path “/org/freedesktop/secrets/collection/login”'],
    ['VAULT_UNAVAILABLE', 'Timeout was reached'],
    ['VAULT_UNAVAILABLE', 'A default keychain could not be found.'],
    ['VAULT_UNAVAILABLE', 'A specified logon session does not exist. It may already have been terminated.'],
    ['VAULT_UNAVAILABLE', 'something nobody has seen yet'],
    ['VAULT_TOO_LARGE', 'The stub received bad data.'],
  ])('%s: %s', (code, text) => {
    const native = new Error(text);
    const error = vaultError(native, 3_000);
    expect(error.code).toBe(code);
    expect(error.cause).toBe(native);
    // No native text, and so no path, reaches the facts.
    expect(JSON.stringify(error.facts)).not.toMatch(/\/|\.service|:1\.0/);
  });

  it('passes on what is coded already, and takes anything thrown', () => {
    const coded = new CustodianError('VAULT_TIMEOUT', { seconds: 1 });
    expect(vaultError(coded)).toBe(coded);
    expect(vaultError('text').code).toBe('VAULT_UNAVAILABLE');
  });
});
