// How long work tells how far it is.

export type ReportProgress = (step: number, of: number, label: string) => void;
