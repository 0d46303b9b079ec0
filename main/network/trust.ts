// Whom TLS trusts: the authorities that are built in, those of this machine, and those that a person named. Made at the
// first connection and then kept, because reading some hundred certificates takes longer than a connection.
import tls, { type SecureContext } from 'node:tls';
import type { ClientCertificate } from '../ports/network.ts';
import { findAuthorities, type FoundAuthorities } from './found-authorities.ts';

export interface Trust {
  /** With a client certificate a context of its own, which is not kept. */
  context(identity?: ClientCertificate): SecureContext;
  found(): FoundAuthorities;
}

interface TrustOptions {
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  /** PEM. */
  named: () => readonly string[];
}

export function createTrust({ env, platform, named }: TrustOptions): Trust {
  let found: FoundAuthorities | null = null;
  let kept: { by: string; context: SecureContext } | null = null;
  const findOnce = (): FoundAuthorities => (found ??= findAuthorities({ env, platform }));

  function contextWith(identity?: ClientCertificate): SecureContext {
    return tls.createSecureContext({
      // `ca` stands in place of the built-in ones, so they are given too.
      ca: [...tls.rootCertificates, ...findOnce().certificates, ...named()],
      minVersion: 'TLSv1.2',
      ...(identity && { cert: identity.certificate, key: identity.key }),
    });
  }

  return {
    found: findOnce,
    context(identity) {
      if (identity !== undefined) {
        return contextWith(identity);
      }
      const by = named().join('');
      if (kept?.by !== by) {
        kept = { by, context: contextWith() };
      }
      return kept.context;
    },
  };
}
