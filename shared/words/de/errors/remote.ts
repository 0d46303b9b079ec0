// German sentences for errors: what goes wrong at a tenant's end of the line.
import { proxyProblem } from '../problems/proxy.ts';
import { connectionProblem } from '../problems/connection.ts';
import { answerProblem } from '../problems/answer.ts';
import { remoteAct } from '../problems/acts.ts';
import { say, type Sentences } from '../../sentence.ts';
import { momentOf } from '../moment.ts';
import { PREVIEW } from './phrases.ts';

const UNCHANGED_THERE = 'Dort wurde nichts geändert.';

const reason = (detail: string | null): string => detail ?? 'ohne Angabe eines Grundes';

export const remoteSentences = {
  DOMAIN_NOT_READY: ({ host, domain, status }) =>
    say(
      `Eigene Schlüssel werden nur unter einer eigenen Domain veröffentlicht, und bei ${host} ist ${domain ?? 'keine'} bereit (${status ?? 'nicht vorhanden'}).`,
      'Bestätigen Sie dort zuerst die eigene Domain. Es wurde nichts gesendet: Die Schlüssel bekäme niemand zu sehen.',
    ),
  REMOTE_UNREACHABLE: ({ host, detail }) =>
    say(
      `${host} ist nicht erreichbar (${connectionProblem(detail)}).`,
      'Prüfen Sie das Netz und die Adresse. Hier wurde nichts geändert. Eine Übertragung kann im Ausgangskorb warten oder mit einem Boten gehen.',
    ),
  REMOTE_TLS: ({ host, detail }) =>
    say(
      `Eine sichere Verbindung zu ${host} kommt nicht zustande (${connectionProblem(detail)}). Es wurde nichts gesendet.`,
      'Prüfen Sie die Uhr und die Adresse. Steht eine Zertifizierungsstelle Ihres Unternehmens dafür ein, fügen Sie sie in den Einstellungen unter „Netz“ hinzu.',
    ),
  REMOTE_PROXY_UNREACHABLE: ({ host, proxy, detail }) =>
    say(
      `Der Proxy ${proxy} ist nicht erreichbar (${connectionProblem(detail)}), und über ihn führt der Weg zu ${host}. Es wurde nichts gesendet.`,
      'Prüfen Sie den Proxy. In den Einstellungen unter „Netz“ steht, welcher gilt, und dort lässt sich ein anderer einstellen.',
    ),
  REMOTE_PROXY_UNAUTHORISED: ({ host, proxy, detail }) =>
    say(
      `Der Proxy ${proxy} lässt uns nicht zu ${host} durch: ${proxyProblem(detail)}. Es wurde nichts gesendet.`,
      'Geben Sie Benutzer und Passwort in den Einstellungen unter „Netz“ an, oder fragen Sie, wer ihn betreibt.',
    ),
  REMOTE_PROXY_REFUSED: ({ host, proxy, status }) =>
    say(
      `Der Proxy ${proxy} verbindet nicht mit ${host} (${status}). Es wurde nichts gesendet.`,
      'Bitten Sie den Betreiber, diesen Host zu erlauben, oder stellen Sie in den Einstellungen unter „Netz“ einen anderen Weg ein.',
    ),
  REMOTE_ROUTE_UNKNOWN: ({ host, detail }) =>
    say(
      `Auf welchem Weg ${host} zu erreichen ist, lässt sich nicht sagen (${proxyProblem(detail)}). Es wurde nichts gesendet.`,
      'Stellen Sie den Proxy in den Einstellungen unter „Netz“ ein, oder dass keiner benutzt wird.',
    ),
  REMOTE_TIMEOUT: ({ host, seconds }) =>
    say(
      `${host} hat nicht innerhalb von ${seconds} Sekunden geantwortet.`,
      'Wurde etwas gesendet, zeigt eine neue Vorschau, ob es angekommen ist.',
    ),
  REMOTE_UNAUTHORISED: ({ host, detail }) =>
    say(
      `${host} hat die Zugangsdaten nicht angenommen (${reason(detail)}).`,
      'Liegt der Grund dort, beheben Sie ihn dort; sonst geben Sie in den Einstellungen des Mandanten andere an.',
    ),
  REMOTE_TOKEN_EXPIRED: ({ host, at }) =>
    say(
      `Das hinterlegte Token für ${host} ist am ${momentOf(at)} abgelaufen, daher wurde damit nichts versucht.`,
      'Besorgen Sie ein neues und geben Sie es in den Einstellungen des Mandanten an.',
    ),
  REMOTE_SCOPE_MISSING: ({ host, scopes }) =>
    say(
      `${host} hat abgelehnt: Den Zugangsdaten fehlt der Scope${scopes === null ? ', den diese Anfrage braucht' : ` ${scopes}`}.`,
      'Erteilen Sie der Anwendung dort diesen Scope.',
    ),
  REMOTE_NOT_ENTITLED: ({ host, detail }) =>
    say(
      `Der Tarif des Mandanten bei ${host} enthält das nicht (${reason(detail)}).`,
      'Fragen Sie dort danach; eigene Signaturschlüssel gehören nur zu manchen Tarifen. Es wurde nichts geändert.',
    ),
  REMOTE_INVALID_BODY: ({ host, member, detail }) =>
    say(
      `${host} nimmt den Bestandteil ${member} des Gesendeten nicht an (${reason(detail)}).`,
      `${UNCHANGED_THERE} Gehört er zu einem fremden Schlüssel im Satz, muss dieser dort entfernt oder ersetzt werden.`,
    ),
  REMOTE_CONFLICT: ({ host, detail }) =>
    say(
      `${host} hat abgelehnt, weil es dem widerspricht, was dort ist (${reason(detail)}).`,
      `${UNCHANGED_THERE} ${PREVIEW}`,
    ),
  REMOTE_REFUSED: ({ host, status, detail }) =>
    say(`${host} hat die Anfrage abgelehnt (${status}: ${reason(detail)}).`, UNCHANGED_THERE),
  REMOTE_CHANGED: ({ host }) =>
    say(
      `Was ${host} enthält, hat jemand anderes in genau diesem Augenblick geändert, daher wurde abgelehnt. ${UNCHANGED_THERE}`,
      PREVIEW,
    ),
  REMOTE_RATE_LIMITED: ({ host, until }) =>
    say(
      `${host} nimmt bis ${momentOf(until)} keine Anfragen mehr an.`,
      'Warten Sie bis dahin und versuchen Sie es noch einmal.',
    ),
  REMOTE_FAILED: ({ host, status, detail }) =>
    say(
      `Bei ${host} ist ein Fehler aufgetreten (${status}: ${reason(detail)}).`,
      'Sehen Sie in einer neuen Vorschau nach, was dort ist, und versuchen Sie es noch einmal.',
    ),
  REMOTE_MALFORMED: ({ host, detail }) =>
    say(
      `Die Antwort von ${host} ist nicht zu verstehen: ${answerProblem(detail)}.`,
      'Prüfen Sie die Adresse des Endpunkts.',
    ),
  REMOTE_NOT_RECORDED: ({ tenant, action }) =>
    say(
      `Gesendet wurde ${remoteAct[action]} bei „${tenant}“; was daraus wurde, ließ sich hier nicht aufzeichnen: Der Datenträger mit dem Schlüsselregister ist voll oder nicht mehr da.`,
      'Schaffen Sie dort Platz, oder holen Sie ihn zurück, und sehen Sie nach, ob alles in Ordnung ist. Dann sehen Sie an, was veröffentlicht ist, und veröffentlichen noch einmal: Was schon dort ist, wird damit aufgezeichnet.',
    ),
  REMOTE_OUTCOME_UNKNOWN: ({ tenant, action }) =>
    say(
      `Ob ${remoteAct[action]} bei „${tenant}“ geschehen ist, lässt sich noch nicht sagen: Die Liste dort ist nicht lesbar oder zeigt es nicht.`,
      'Sehen Sie, sobald der Mandant erreichbar ist, den veröffentlichten Satz und seine eigenen Schlüssel noch einmal an, bevor Sie es wiederholen.',
    ),
} satisfies Partial<Sentences>;
