// Why a bundle or a receipt is refused, in German.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { CourierFlaws } from '../../../problems/courier.ts';
import { inputProblem } from './input.ts';
import { publishing } from '../publishing.ts';
import { momentOf } from '../moment.ts';

const words: CodedWords<CourierFlaws> = {
  'not-signed-document': 'es ist kein signiertes Dokument von Key Custodian',
  'no-bundle': 'es ist kein Bündel',
  'no-receipt': 'es ist keine Quittung',
  'signature-wrong': 'die Signatur stimmt nicht, der Inhalt wurde also verändert',
  'not-canonical': 'es hat nicht die kanonische Form',
  member: ({ member, problem }) => `${member ?? 'es'} ${inputProblem(problem)}`,
  'made-in-future': ({ at }) =>
    `als Zeitpunkt steht darin ${momentOf(at)}, und der liegt in der Zukunft; eine der beiden Uhren geht falsch`,
  finding: ({ kid, finding }) => `${kid} ${publishing.lint[finding]}`,
  'too-many-keys': 'der Mandant hat mehr als 100 Schlüssel, und so viele kann keine Quittung aufführen',
  unknown: 'es ist weder ein Bündel noch der Text seiner QR-Codes',
  'codes-of-several': 'die QR-Codes gehören zu mehr als einem Bündel',
  'codes-missing': ({ of, missing }) => `von ${of} QR-Codes fehlen diese: ${missing.join(', ')}`,
  'codes-misread': 'die QR-Codes wurden nicht genau gelesen',
  'not-made-here': ({ tenant }) => `hier wurde kein solches Bündel für „${tenant}“ erstellt`,
  'receipt-already': 'für das Bündel gibt es schon eine Quittung',
  'other-content': 'sie gehört zu einem Bündel mit anderem Inhalt',
  'published-since': 'der Satz wurde nach dem Erstellen des Bündels auf anderem Weg veröffentlicht',
  'impossible-time': ({ at }) =>
    `darin steht ${momentOf(at)}, und das kann nicht sein; eine der beiden Uhren geht falsch`,
  'after-expiry': ({ at }) => `darin steht ${momentOf(at)}, und da war das Bündel schon abgelaufen`,
  'other-set': 'der Satz darin ist nicht der des Bündels',
};

export const courierFlaw = told(words);
