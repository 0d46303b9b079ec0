// Deutsch für das, was die Änderung eines Mandanten mit sich bringt, gesagt, bevor sie gemacht wird.
import type { Environment } from '../../domain/limits.ts';
import type { TenantConsequence, TenantConsequences } from '../../domain/tenant/changes.ts';
import { type CodedWords, told } from '../../problems/coded.ts';

const list = (names: readonly string[]): string => names.join(', ');

const ENVIRONMENT: Record<Environment, string> = {
  development: 'Entwicklung',
  staging: 'Staging',
  production: 'Produktion',
};

const words: CodedWords<TenantConsequences> = {
  'compromised-behind': ({ kids }) =>
    `Der kompromittierte ${list(kids)} kann am alten Ort noch öffentlich sein, und dort sieht niemand mehr nach. Nehmen Sie ihn vorher heraus.`,
  'set-stays-behind': ({ kids }) =>
    `Der Satz von ${kids.length} Schlüsseln bleibt am alten Ort: Von hier aus nimmt ihn nichts mehr weg. Löschen Sie ihn dort vorher, wenn er gehen soll.`,
  'seen-anew':
    'Schlüssel gelten als öffentlich, sobald sie an jedem neuen Ort gesehen wurden. Die Fristen beginnen von dort.',
  'credentials-anew': 'Zugangsdaten für den alten Ort gehen nicht an den neuen. Geben Sie neue an.',
  'certificates-name': ({ domain }) => `Zertifikate nennen weiter ${domain}, bis sie neu ausgestellt werden.`,
  'rings-unpublished': ({ rings }) => `Die Ringe ${list(rings)} können dort nicht veröffentlicht werden.`,
  'other-issuer': ({ from, to }) => `Prüfer, die den Aussteller vergleichen, wollen von nun an ${to} statt ${from}.`,
  'production-begins': 'Handlungen werden einzeln bestätigt, und Pläne verlangen eine Probe.',
  'production-ends': 'Handlungen werden nicht mehr einzeln bestätigt, und Pläne verlangen keine Probe.',
  'default-terms': ({ environment }) => `Ohne eigene Richtlinie gilt die Vorgabe für ${ENVIRONMENT[environment]}.`,
  'rehearsals-end': ({ tenants }) =>
    `${list(tenants)} kann hier nicht mehr proben und braucht einen anderen Mandanten.`,
};

export const consequence: (of: TenantConsequence) => string = told(words);
