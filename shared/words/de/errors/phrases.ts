// Phrases that sentences of several kinds share.

export const PREVIEW = 'Sehen Sie sich eine neue Vorschau an, und übertragen Sie dann diese.';
export const UNCHANGED = 'Es wurde nichts geändert.';
export const OTHER_NAME = 'Wählen Sie einen anderen Namen.';
export const REASON = 'oder fahren Sie mit einem Grund fort, der protokolliert wird.';
