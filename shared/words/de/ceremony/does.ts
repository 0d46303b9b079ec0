// Was in jedem Schritt einer Schlüsselzeremonie getan, gesagt und verglichen wird, wie es auf Papier steht.
import type { StepName } from '../../../domain/ceremony/steps.ts';

export const does: Record<StepName, string> = {
  people:
    'Liest Datum, Ort und Anwesende mit ihren Rollen vor. Alle unterschreiben auf dem Drehbuch. Telefone und Kameras werden weggelegt, soweit sie nicht der Aufzeichnung dienen.',
  clock: 'Vergleicht die Zeit, die das Programm zeigt, mit einer eigenen Uhr.',
  machine:
    'Lässt das Programm Schlüsselbund, Schlüsselregister und jeden privaten Schlüssel prüfen. Es darf keinen Alarm geben.',
  chain: 'Lässt das Programm die ganze Kette prüfen und vergleicht einen früher notierten Anker, wenn es einen gibt.',
  'read-device':
    'Liest das Ende des Fingerabdrucks dieses Geräts vor, das die Niederschrift signieren wird. Die Zeugin oder der Zeuge tippt, was zu hören war.',
  'saved-before': 'Lässt das Programm prüfen, ob jeder Schlüssel im Gebrauch in einer Sicherung ist.',
  generate: 'Erzeugt den nächsten Schlüssel des Rings.',
  'read-kid':
    'Liest das Ende seiner kid vor, Groß- und Kleinbuchstaben getrennt. Die Zeugin oder der Zeuge tippt, was zu hören war.',
  'read-certificate':
    'Liest das Ende des SHA-256-Fingerabdrucks seines Zertifikats vor. Die Zeugin oder der Zeuge tippt, was zu hören war.',
  backup:
    'Macht eine Sicherung, für Empfänger oder in Anteilen. Wer einen Anteil verwahrt, prüft das Blatt und quittiert es.',
  'read-backup': 'Liest das Ende des SHA-256 der Sicherung vor. Die Zeugin oder der Zeuge tippt, was zu hören war.',
  drill:
    'Öffnet diese Sicherung wie im Notfall, mit dem, was die Verwahrenden mitbringen. Jeder Schlüssel darin muss signieren.',
  'hand-over':
    'Übergibt eine geschützte Kopie des privaten Schlüssels an den Empfänger, der ihren Fingerabdruck zurückliest.',
  preview:
    'Lässt das Programm zeigen, was ein Senden veröffentlichen würde. Der Schlüssel muss dabei sein. Es wird nichts veröffentlicht.',
};
