import type { en } from '../../en/page.ts';

export const sandbox: typeof en.sandbox = {
  title: 'Sandbox',
  lead: 'Ein Mandant in der App zum Proben. Er antwortet nur auf diesem Rechner, und nichts davon verlässt ihn.',
  start: 'Sandbox starten',
  state: 'Zustand',
  off: 'Aus. Sie startet von selbst, wenn ein Sandbox-Mandant benutzt wird.',
  running: 'Läuft',
  address: 'Adresse',
  addressOf: 'Adresse der Sandbox',
  trouble: {
    title: 'Störungen simulieren',
    lead: 'Eine Sache geht an der Sandbox schief, ein einziges Mal, damit Sie wissen, wie es aussieht, bevor es an einem echten Mandanten geschieht.',
    choice: 'Was schiefgeht',
    arm: 'Bereitstellen',
    disarm: 'Aufheben',
    armed: (trouble) => `Steht bereit: ${trouble}`,
    armedMeans: {
      push: 'Betrifft die nächste Übertragung zu einem Sandbox-Mandanten, nichts davor und nichts danach.',
      look: 'Betrifft das nächste Lesen des Satzes eines Sandbox-Mandanten: Öffnen Sie seine Veröffentlichung, und übertragen Sie, was Sie sehen.',
      proof:
        'Es trifft den nächsten Blick von außen auf einen Sandbox-Mandanten: am Ende einer Übertragung oder in einem Nachweis.',
    },
    takenBack: 'Nichts steht mehr bereit.',
    usedUp: (trouble) => `Geschehen: ${trouble}`,
    usedUpMeans: 'Die Störung ist verbraucht. Die Sandbox antwortet wieder, wie sie soll.',
    elsewhere: 'Ein Befehl in einem Terminal betreibt die Sandbox; von hier aus lässt sich keine Störung proben.',
    elsewhereMeans: 'Beenden Sie jenen Befehl, und starten Sie die Sandbox in diesem Fenster.',
    of: {
      reset: {
        word: 'Die Antwort auf eine Übertragung geht verloren',
        means: 'Der Satz wird geschrieben, und die Verbindung endet, bevor es jemand bestätigt.',
        learn:
          'Der Satz wird von selbst zurückgelesen, und die Übertragung gilt als erledigt, denn sie ist angekommen.',
      },
      'reset-before': {
        word: 'Eine Übertragung kommt nie an',
        means: 'Die Verbindung endet, bevor etwas geschrieben ist.',
        learn:
          'Es sieht aus wie eine verlorene Antwort, doch das Zurücklesen zeigt, dass nichts angekommen ist. Die Übertragung ist gescheitert.',
      },
      'server-error': {
        word: 'Der Mandant scheitert mit 500',
        means: 'Ein Fehler des Servers weist die Übertragung ab, und nichts wird geschrieben.',
        learn:
          'Das Zurücklesen zeigt, dass nichts angekommen ist. Nichts wird von selbst noch einmal gesendet; übertragen Sie erneut.',
      },
      'rate-limited': {
        word: 'Zu viele Anfragen',
        means: 'Die Übertragung wird mit 429 abgewiesen, samt der Zeit, nach der ein neuer Versuch erlaubt ist.',
        learn: 'Der Fehler nennt die Zeit. Geschrieben wurde nichts.',
      },
      slow: {
        word: 'Eine langsame Antwort',
        means: 'Die Antwort auf die Übertragung dauert zehn Sekunden.',
        learn: 'Der Fortschritt zeigt, worauf gewartet wird, und die Übertragung gelingt.',
      },
      'too-slow': {
        word: 'Eine Antwort, die nicht rechtzeitig kommt',
        means: 'Der Satz wird geschrieben, aber die Antwort dauert länger, als die App wartet.',
        learn:
          'Nach 15 Sekunden wird der Satz zurückgelesen, und die Übertragung gilt als erledigt, denn sie ist angekommen.',
      },
      'half-answer': {
        word: 'Eine halbe Antwort',
        means: 'Der Satz wird geschrieben, und die Verbindung endet mitten in der Antwort.',
        learn:
          'Der Satz wird von selbst zurückgelesen, und die Übertragung gilt als erledigt, wie bei einer verlorenen Antwort.',
      },
      'another-officer': {
        word: 'Jemand anderes schreibt zwischen Vorschau und Übertragung',
        means: 'Gleich nachdem Ihre Vorschau gelesen ist, fügt jemand anderes dem Satz einen Schlüssel hinzu.',
        learn:
          'Die Übertragung wird abgewiesen, weil der Satz nicht mehr der ist, den Sie sahen. Die neue Vorschau zeigt einen fremden Schlüssel.',
      },
      stale: {
        word: 'Der öffentliche Satz hinkt nach',
        means: 'Ein Blick von außen zeigt den Satz, wie er vor der letzten Änderung war.',
        learn:
          'Die Übertragung gelingt, doch ihre Schlüssel gelten noch nicht als von außen gesehen. Der nächste Nachweis sieht sie.',
      },
    },
  },
};
