// Files that the desktop asks this program to open, from its start on: the newest waits until there is a window that can show it.

export interface Opening {
  open(file: string | null): void;
  /** From now on `show` is told; first of all of what waits. */
  showBy(show: (file: string) => void): void;
}

export function createOpening(first: string | null): Opening {
  let waiting = first;
  let shownBy: ((file: string) => void) | null = null;
  const tell = (): void => {
    if (waiting !== null && shownBy !== null) {
      const file = waiting;
      waiting = null;
      shownBy(file);
    }
  };
  return {
    open(file) {
      waiting = file ?? waiting;
      tell();
    },
    showBy(show) {
      shownBy = show;
      tell();
    },
  };
}
