// custodian tenant credentials: how we prove who we are at a tenant's endpoint. Secrets come through standard input or from
// files and go to the keychain; what is shown of them is their kind and whom they name.
import { Command } from 'commander';
import { CREDENTIAL_WORDS } from '../../../shared/words/en/credentials.ts';
import { credentialOrderSchema, type CredentialView } from '../../../shared/domain/tenant/credentials.ts';
import { nameSchema } from '../../../shared/fields.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { CredentialKind } from '../../../shared/domain/endpoints.ts';
import { parsed } from '../arguments.ts';
import { credentialFormOf, type CredentialOptions, credentialParts, credentialSecrets } from '../credential-options.ts';
import type { Context } from '../context.ts';

interface Options extends CredentialOptions {
  show?: true;
  remove?: true;
}

export function tenantCredentialsCommand({ output, console, withCustodian }: Context): Command {
  return new Command('credentials')
    .argument('<tenant>')
    .description('how to prove who we are at its endpoint; secrets go to the keychain')
    .option('--client-id <id>', 'the application that is registered for us (auth0)')
    .option('--secret-stdin', 'read its secret, or the password of --basic, from standard input')
    .option('--private-key-jwt <kid>', 'prove the client by this key in custody instead of a secret (auth0)')
    .option('--override <reason>', 'with --private-key-jwt: although the key signs tokens in production; recorded')
    .option('--token-stdin', 'read a bearer token from standard input')
    .option('--basic <user>', 'user and password (jwks)')
    .option('--client-certificate <file>', 'TLS client certificate in PEM, with its chain (jwks)')
    .option('--key-file <file>', 'its private key in PEM; the file can be erased afterwards')
    .option('--show', 'say what is stored, without the secret')
    .option('--remove', 'remove what is stored')
    .action(async (name: string, { override, ...options }: Options & { override?: string }) => {
      const form = formOf(options);
      const tenant = parsed(nameSchema, name);
      if (form === 'show') {
        const credential = await withCustodian((custodian) => custodian.credentials.show({ tenant }));
        output.result({ tenant, credential }, lines);
      } else if (form === 'remove') {
        const removed = await withCustodian((custodian) => custodian.credentials.remove(tenant));
        output.result({ tenant, removed }, () => [
          removed ? `The credentials of ${tenant} were removed.` : `${tenant} had no credentials.`,
        ]);
      } else {
        const order = parsed(credentialOrderSchema, {
          tenant,
          ...credentialParts(form, options),
          ...(override !== undefined && { override }),
        });
        const secrets = await credentialSecrets(options, console);
        const stored = await withCustodian((custodian) => custodian.credentials.store(order, secrets));
        const credential = { ...stored, fits: true };
        output.result({ tenant, credential }, lines);
      }
    });
}

function formOf(options: Options): CredentialKind | 'show' | 'remove' {
  const [only, ...others] = Object.keys(options);
  if (others.length === 0 && (only === 'show' || only === 'remove')) {
    return only;
  }
  const form = credentialFormOf({ ...options });
  if (form === null) {
    throw new CustodianError('USAGE', {
      problem: { code: 'credentials' },
    });
  }
  return form;
}

function lines({ tenant, credential }: { tenant: string; credential: CredentialView | null }): string[] {
  if (credential === null) {
    return [`${tenant} has no credentials.`];
  }
  const { kind, who, kid, alsoSignsTokens, origin, fits } = credential;
  return [
    `${tenant}: ${CREDENTIAL_WORDS[kind]}`,
    ...(who === null ? [] : [`  for ${who}`]),
    ...(kid === null ? [] : [`  signed by ${kid}`]),
    ...(alsoSignsTokens === true
      ? ['  WARNING: tokens are signed with this key too. A key should serve one purpose: make another for this one.']
      : []),
    ...(origin === null ? [] : [`  sent to ${origin} only`]),
    ...(fits ? [] : ['  The address of the tenant changed since, so it is sent nowhere. Store it again.']),
  ];
}
