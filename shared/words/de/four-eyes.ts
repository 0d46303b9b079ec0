// Was an einer Freigabe nicht stimmt, und was dann zu tun ist.
import type { FourEyesKind } from '../../domain/four-eyes/four-eyes.ts';
import type { ApprovalFlaw } from '../../problems/approval.ts';

export const approvalFlaw: Record<ApprovalFlaw, string> = {
  signature: 'Das ist weder eine Bitte um Freigabe noch eine Freigabe, oder es wurde nach der Signatur geändert',
  'own-key': 'Niemand gibt die eigene Bitte frei, unter welchem Namen auch immer',
  'not-officer': 'Diese Freigabe ist von einem Gerät, das für den Mandanten nicht freigeben darf',
  'other-requester': 'Diese Freigabe antwortet auf die Bitte eines anderen Geräts',
  'other-content':
    'Freigegeben ist nicht, was getan werden soll: ein anderer Vorgang, andere Angaben, oder die Schlüssel haben sich inzwischen geändert',
  expired: 'Die Zeit der Bitte ist abgelaufen',
  refused: 'Die zweite Person hat abgelehnt',
  used: 'Diese Freigabe wurde schon verwendet',
};

const AGAIN = 'Bitten Sie noch einmal um Freigabe.';

export const APPROVAL_ADVICE: Record<ApprovalFlaw, string> = {
  signature: 'Lassen Sie sich die Datei noch einmal ganz schicken.',
  'own-key': 'Jemand anderes gibt sie frei, auf einem eigenen Gerät.',
  'not-officer':
    'Lassen Sie jemanden freigeben, der es darf, oder fügen Sie dieses Gerät hinzu; auch das verlangt zwei.',
  'other-requester': AGAIN,
  'other-content': AGAIN,
  expired: AGAIN,
  refused: 'Sprechen Sie miteinander.',
  used: AGAIN,
};

export const fourEyesKind: Record<FourEyesKind, string> = {
  push: 'veröffentlichen',
  rotate: 'Schlüssel wechseln oder ersetzen',
  revoke: 'sperren, zurückziehen, Ring stilllegen',
  emergency: 'im Notfall wechseln und sperren',
  'hand-over': 'einen privaten Schlüssel aushändigen oder eine Sicherung anlegen',
  destroy: 'einen privaten Schlüssel löschen',
  sign: 'ein Token signieren',
};
