// A word through the desktop, where it takes one.
import { Notification } from 'electron';

export interface Note {
  title: string;
  body: string;
}

export function noteOnDesktop(note: Note): void {
  if (Notification.isSupported()) {
    new Notification(note).show();
  }
}
