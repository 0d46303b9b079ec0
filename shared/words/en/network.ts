// In half a sentence, by which way a host is reached and from where that was learnt.
import type { NetworkTest, ProxyView, Route, RouteSource, TrustedBeyond } from '../../domain/network.ts';

const LEARNT: Record<RouteSource, string> = {
  'this-machine': 'on this machine',
  setting: 'as recorded here',
  environment: 'as the environment says',
  system: 'as the system says',
  script: 'as the proxy script says',
  nothing: 'no proxy is set',
};

export const routeWords = ({ proxy, from, variable }: Route): string =>
  `${proxy === null ? 'directly' : `by the proxy ${proxy}`}, ${variable === null ? LEARNT[from] : `as ${variable} says`}`;

export function proxyWords({ kind, address }: Pick<ProxyView, 'kind' | 'address'>): string {
  switch (kind) {
    case 'system':
      return 'as the environment and the system say';
    case 'none':
      return 'none is used';
    case 'address':
      return address ?? '';
    case 'script':
      return `the proxy script ${address ?? ''}`;
  }
}

/** One line each. */
export function trustedWords({ system, environment }: TrustedBeyond): string[] {
  return [
    system === null ? 'no bundle of the system was found' : `${system.count} of the system (${system.from})`,
    ...environment.map(({ variable, count }) =>
      count === 0 ? `none from ${variable}: nothing to read there` : `${count} from ${variable}`,
    ),
  ];
}

/** Where a try reached its host. */
export function reachedWords({ tls, issuer, endsAt }: NonNullable<NetworkTest['reached']>): string {
  return tls === null ? 'reached' : `reached, ${tls}, vouched for by ${issuer ?? 'nobody'} until ${endsAt ?? 'never'}`;
}
