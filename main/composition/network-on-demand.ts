// The network client, loaded when something leaves this machine first.
import type { Network } from '../ports/network.ts';
import { authoritiesIn } from '../network/authority-file.ts';
import type { NetworkOptions } from '../network/network.ts';
import { once } from '../../shared/once.ts';

export function networkOnDemand(options: NetworkOptions): Network {
  const network = once(async () => (await import('../network/network.ts')).createNetwork(options));
  return {
    fetchAs: (identity) => async (input, init) => (await network()).fetchAs(identity)(input, init),
    routeTo: async (url) => (await network()).routeTo(url),
    reach: async (url, signal) => (await network()).reach(url, signal),
    trustedBeyond: async () => (await network()).trustedBeyond(),
    authoritiesIn,
  };
}
