// Was an Anteilen einer Sicherung nicht stimmt und was zu tun ist.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { ShareFlaw, ShareFlaws } from '../../../problems/shares.ts';

const words: CodedWords<ShareFlaws> = {
  'no-share': 'Darin stehen weder die Wörter noch der Code eines Anteils',
  'no-code-in-picture': 'Auf dem Bild lässt sich kein QR-Code lesen',
  photograph: ({ kind }) => `Dies ist ein Foto in ${kind}, und nur PNG wird gelesen`,
  'other-picture': 'Bilder dieser Art werden nicht gelesen',
  'picture-too-large': 'Das Bild hat zu viele Bildpunkte',
  'picture-damaged': 'Das Bild ist beschädigt',
  'word-count': ({ found, wanted }) => `Ein Anteil hat ${wanted} Wörter, hier stehen ${found}`,
  'word-unknown': ({ place }) => `Wort ${place} kommt in keinem Anteil vor`,
  mistyped: 'Ein Wort oder Buchstabe des Anteils ist falsch',
  newer: 'Der Anteil stammt von einem neueren Key Custodian',
  repeated: ({ number }) => `Anteil ${number} wurde zweimal angegeben`,
  mixed: ({ number }) => `Anteil ${number} gehört zu einer anderen Sicherung als der zuerst angegebene`,
  'too-few': ({ given, needed }) =>
    `Die Sicherung öffnet sich mit ${needed} verschiedenen Anteilen, angegeben: ${given}`,
  wrong: 'Die Anteile passen nicht zusammen: Einer von ihnen ist nicht, was gedruckt wurde',
};

export const shareFlaw = told<ShareFlaws>(words);

const advices: Record<ShareFlaw['code'], string> = {
  'no-share': 'Geben Sie die Wörter des Blattes an, seinen Code oder das Blatt, wie es gespeichert wurde.',
  'no-code-in-picture':
    'Nehmen Sie das Bild noch einmal auf, eben und scharf, mit etwas Papier um den Code, oder tippen Sie die Wörter.',
  photograph:
    'Öffnen Sie es auf dem Telefon und machen Sie ein Bildschirmfoto, das ein PNG ist; speichern Sie es als PNG; oder tippen Sie die Wörter.',
  'other-picture': 'Speichern Sie es als PNG, oder tippen Sie die Wörter.',
  'picture-too-large': 'Schneiden Sie den QR-Code aus, oder speichern Sie es kleiner.',
  'picture-damaged': 'Speichern Sie es noch einmal als PNG, oder tippen Sie die Wörter.',
  'word-count': 'Tippen Sie sie in der Reihenfolge ihrer Nummern. Die ersten vier Buchstaben eines jeden genügen.',
  'word-unknown': 'Vergleichen Sie dieses Wort mit dem Blatt.',
  mistyped: 'Vergleichen Sie alle Wörter mit dem Blatt. Keines darf fehlen oder an anderer Stelle stehen.',
  newer: 'Aktualisieren Sie Key Custodian und versuchen Sie es noch einmal.',
  repeated: 'Jede Person hat ihren eigenen Anteil. Geben Sie einen anderen an.',
  mixed: 'Vergleichen Sie „Satz“ auf den Blättern: Es ist bei allen gleich, die zusammengehören.',
  'too-few': 'Geben Sie weitere Anteile an. Weniger sagen nichts über die Sicherung.',
  wrong: 'Nehmen Sie nacheinander für jeden einen anderen Anteil, und lassen Sie sich das Papier zeigen.',
};

export const shareAdvice = ({ code }: ShareFlaw): string => advices[code];
