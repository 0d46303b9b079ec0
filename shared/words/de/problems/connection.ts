// Why no connection came about, in German.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { ConnectionProblems } from '../../../problems/connection.ts';

const words: CodedWords<ConnectionProblems> = {
  'no-such-host': 'diesen Hostnamen gibt es nicht',
  'name-service-silent': 'der Namensdienst antwortet nicht',
  refused: 'die Verbindung wurde abgelehnt',
  cut: 'die Verbindung wurde unterbrochen',
  'no-route': 'zum Host führt kein Weg',
  'no-network': 'es gibt kein Netz',
  silent: 'es kommt keine Antwort',
  'no-connection': 'es gibt keine Verbindung',
  'answer-damaged': 'die gepackte Antwort ist beschädigt',
  system: ({ name: said }) => said,
  'tls-expired': 'das TLS-Zertifikat dort ist abgelaufen',
  'tls-not-yet-valid': 'das TLS-Zertifikat dort ist noch nicht gültig',
  'tls-other-name': 'das TLS-Zertifikat dort gilt für einen anderen Namen',
  'tls-client-refused': ({ name }) => `das Client-Zertifikat wird dort nicht angenommen: ${name}`,
  'tls-untrusted': ({ name }) => `dem TLS-Zertifikat dort wird nicht vertraut: ${name}`,
  'tls-failed': ({ name }) => `TLS ist gescheitert: ${name}`,
};

export const connectionProblem = told(words);
