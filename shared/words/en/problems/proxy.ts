// Why the way to a host is not known, or a proxy does not let us through.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { ProxyProblems } from '../../../problems/proxy.ts';

const words: CodedWords<ProxyProblems> = {
  'no-proxy-named': ({ variable }) => `${variable} names no http or https proxy`,
  'recorded-proxy-unfit': 'the recorded proxy is none',
  'script-needs-window': 'a proxy script decides, and only the window can run one',
  'script-unreadable': 'the proxy script cannot be read',
  'system-silent': 'the system’s proxy settings give no answer',
  'script-silent': 'the proxy script gives no answer',
  'kind-unknown': 'only a proxy of a kind that is not spoken here leads there',
  'login-unknown': 'it takes no user and password, only a kind of login that is not spoken here',
  'login-refused': 'it does not accept the user and password that it was given',
  'login-wanted': 'it wants a user and password',
};

export const proxyProblem = told(words);
