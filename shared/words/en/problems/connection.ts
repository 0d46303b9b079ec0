// Why no connection came about. Completes “cannot be reached (…)”.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { ConnectionProblems } from '../../../problems/connection.ts';

const words: CodedWords<ConnectionProblems> = {
  'no-such-host': 'no such host name',
  'name-service-silent': 'the name service does not answer',
  refused: 'connection refused',
  cut: 'the connection was cut',
  'no-route': 'no route to the host',
  'no-network': 'no network',
  silent: 'no answer',
  'no-connection': 'no connection',
  'answer-damaged': 'its compressed answer is damaged',
  system: ({ name: said }) => said,
  'tls-expired': 'its TLS certificate has expired',
  'tls-not-yet-valid': 'its TLS certificate is not valid yet',
  'tls-other-name': 'its TLS certificate is for another name',
  'tls-client-refused': ({ name }) => `it does not accept the client certificate: ${name}`,
  'tls-untrusted': ({ name }) => `its TLS certificate is not trusted: ${name}`,
  'tls-failed': ({ name }) => `TLS failed: ${name}`,
};

export const connectionProblem = told(words);
