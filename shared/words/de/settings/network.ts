import type { Route } from '../../../domain/network.ts';
import type { en } from '../../en/page.ts';

const LEARNT: Record<Route['from'], string> = {
  'this-machine': 'auf diesem Rechner',
  setting: 'wie hier eingestellt',
  environment: 'wie die Umgebung sagt',
  system: 'wie das System sagt',
  script: 'wie das Proxy-Skript sagt',
  nothing: 'kein Proxy ist eingestellt',
};

export const network: typeof en.network = {
  title: 'Netz',
  lead: 'Auf welchem Weg Mandanten erreicht werden und wem eine sichere Verbindung vertraut. Zertifikate werden immer geprüft.',
  builtIn: 'Außer den eingebauten gelten',
  trusted: ({ system, environment }) =>
    [
      system === null ? 'kein Speicher des Systems gefunden' : `${system.count} des Systems (${system.from})`,
      ...environment.map(({ variable, count }) => `${count} aus ${variable}`),
    ].join('; '),
  authorities: 'Hier hinzugefügt',
  none: 'Keine. Fügen Sie eine hinzu, wenn Ihr Unternehmen selbst für seine Server einsteht.',
  until: 'gültig bis',
  add: 'Zertifizierungsstelle hinzufügen …',
  remove: 'Entfernen',
  removeOne: (subject) => `${subject} entfernen`,
  fingerprint: 'Fingerabdruck',
  proxy: 'Proxy',
  kind: { system: 'Wie das System', none: 'Keiner', address: 'Dieser', script: 'Wie ein Skript sagt' },
  address: 'Adresse des Proxys',
  addressMeans: 'Zum Beispiel http://proxy.corp.example:3128. Nach einem Passwort wird gesondert gefragt.',
  script: 'Adresse des Skripts',
  scriptMeans: 'Lassen Sie das Feld leer, um eine Datei zu wählen.',
  straight: 'Ohne Proxy zu',
  straightMeans:
    'Hostnamen, .Endungen und Netze wie 10.0.0.0/8, mit Kommas getrennt. Dieser Rechner wird immer ohne Proxy erreicht.',
  use: 'Diesen Weg benutzen',
  account: 'Passwort des Proxys',
  noAccount: 'Es ist keines hinterlegt.',
  accountOf: (user, proxy) => `Von ${user}, wird nur an ${proxy} gesendet.`,
  user: 'Benutzer',
  userMeans: 'Nach dem Passwort fragt ein eigenes Fenster; es kommt in den Schlüsselbund.',
  atProxy: 'Beim Proxy',
  keep: 'Passwort hinterlegen …',
  forget: 'Vergessen',
  test: 'Den Weg zu jedem Mandanten versuchen',
  noTenants: 'Es gibt noch keinen Mandanten.',
  reached: (tenant, host, { tls, issuer, endsAt }) =>
    tls === null
      ? `${tenant}: ${host} ist erreichbar`
      : `${tenant}: ${host} ist erreichbar, ${tls}, ausgestellt von ${issuer ?? 'niemandem'}, gültig bis ${endsAt ?? '–'}`,
  way: ({ proxy, from, variable }) =>
    `${proxy === null ? 'ohne Proxy' : `über den Proxy ${proxy}`}, ${variable === null ? LEARNT[from] : `wie ${variable} sagt`}`,
  notReached: (tenant, host) => `${tenant}: ${host} ist nicht erreichbar`,
};
