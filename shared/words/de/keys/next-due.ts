import type { en } from '../../en/page.ts';

export const nextDue: typeof en.nextDue = {
  title: {
    'ring.add': 'Als Nächstes: ein Schlüsselring',
    'key.import': 'Als Nächstes: einen Schlüssel einbringen',
    'publish.push': 'Als Nächstes: übertragen, was sich geändert hat',
    'publish.verify': 'Als Nächstes: von außen nachweisen',
    'key.rotate': 'Fällig: rotieren',
    'key.revoke': 'Fällig: den vorigen Schlüssel sperren',
    'certificate.reissue': 'Fällig: ein neues Zertifikat',
  },
  means: {
    'ring.add': 'Ein Ring enthält die Schlüssel eines Algorithmus.',
    'key.import': 'Sie bringen die Schlüssel dieses Rings selbst ein, und er hat noch keinen.',
    'publish.push': 'Die Prüfer wissen noch nicht, was sich hier geändert hat. Zuerst kommt eine Vorschau.',
    'publish.verify':
      'Es wurde übertragen, und seither hat niemand von außen nachgesehen. Damit beginnen die Wartezeiten.',
    'key.rotate': 'Die Prüfer kennen den nächsten Schlüssel, und nach der Richtlinie ist es Zeit.',
    'key.revoke': 'Seine Token sind abgelaufen, und seine Schonfrist ist vorüber.',
    'certificate.reissue':
      'Manche Abnehmer lehnen ein abgelaufenes Zertifikat ab, obwohl der Schlüssel in Ordnung ist.',
  },
  nothing: 'Nichts ist fällig',
  next: (what, ring, day) => `Danach: ${what}, Ring ${ring}, ${day}`,
  go: { 'publish.push': 'Vorschau und Übertragung …', 'publish.verify': 'Von außen nachweisen …' },
};
