// The section “Network” of the settings: authorities of the company, proxy, and whether tenants are reached.
import { trustedWords, routeWords, reachedWords } from '../network.ts';
import type { NetworkTest, Route, TrustedBeyond } from '../../../domain/network.ts';

export const network = {
  title: 'Network',
  lead: 'How tenants are reached, and which authorities a secure connection trusts. Certificates are always checked.',
  builtIn: 'Trusted beside those built in',
  trusted: (beyond: TrustedBeyond) => trustedWords(beyond).join('; '),
  authorities: 'Added here',
  none: 'None. Add one if your company vouches for its servers itself.',
  until: 'until',
  add: 'Add an authority…',
  remove: 'Remove',
  removeOne: (subject: string) => `Remove ${subject}`,
  fingerprint: 'fingerprint',
  proxy: 'Proxy',
  kind: { system: 'As the system', none: 'None', address: 'This one', script: 'Proxy script' },
  address: 'Address of the proxy',
  addressMeans: 'Such as http://proxy.corp.example:3128. A password is asked for apart from it.',
  script: 'Address of the script',
  scriptMeans: 'Leave it empty to choose a file.',
  straight: 'Without proxy',
  straightMeans:
    'Hosts, .suffixes and networks such as 10.0.0.0/8, with commas. This machine is always reached directly.',
  use: 'Use this proxy',
  account: 'Password of the proxy',
  noAccount: 'None is kept.',
  accountOf: (user: string, proxy: string) => `Of ${user}, sent to ${proxy} only.`,
  user: 'User',
  userMeans: 'The password is asked for in a window of its own and kept in the keychain.',
  atProxy: 'At the proxy',
  keep: 'Set password…',
  forget: 'Remove it',
  test: 'Test the connection to every tenant',
  noTenants: 'There is no tenant yet.',
  reached: (tenant: string, host: string, reached: NonNullable<NetworkTest['reached']>) =>
    `${tenant}: ${host} ${reachedWords(reached)}`,
  way: (route: Route) => routeWords(route),
  notReached: (tenant: string, host: string) => `${tenant}: ${host} was not reached`,
};
