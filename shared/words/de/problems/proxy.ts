// Why the way to a host is not known, or a proxy does not let us through, in German.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { ProxyProblems } from '../../../problems/proxy.ts';

const words: CodedWords<ProxyProblems> = {
  'no-proxy-named': ({ variable }) => `${variable} nennt keinen http- oder https-Proxy`,
  'recorded-proxy-unfit': 'der eingestellte Proxy ist keiner',
  'script-needs-window': 'ein Proxy-Skript entscheidet, und nur das Fenster kann es ausführen',
  'script-unreadable': 'das Proxy-Skript ist nicht lesbar',
  'system-silent': 'die Proxy-Einstellungen des Systems geben keine Antwort',
  'script-silent': 'das Proxy-Skript gibt keine Antwort',
  'kind-unknown': 'dorthin führt nur ein Proxy einer Art, die hier nicht unterstützt wird',
  'login-unknown': 'er nimmt nicht Benutzer und Passwort, sondern nur eine Anmeldung, die hier nicht unterstützt wird',
  'login-refused': 'er nimmt den Benutzer und das Passwort nicht an, die er bekommen hat',
  'login-wanted': 'er verlangt Benutzer und Passwort',
};

export const proxyProblem = told(words);
