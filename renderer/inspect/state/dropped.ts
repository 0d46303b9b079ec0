// How the main process learns which file was dropped or pasted, without the page naming it: the page asks for the right to
// change the file. Nobody ever answers, and nothing is changed; the question itself is what the browser process passes on.

interface FileHandle {
  requestPermission(wish: { mode: 'readwrite' }): Promise<string>;
}

/** What the type library does not know yet. */
type Item = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileHandle | null> };

/** During the event itself: afterwards the items are empty. */
export function pointAtDropped(transfer: DataTransfer | null): void {
  const first: Item | undefined = [...(transfer?.items ?? [])].find(({ kind }) => kind === 'file');
  // What has no handle is no file on this machine; the main process, which hears nothing then, says so.
  void first
    ?.getAsFileSystemHandle?.()
    .then((handle) => handle?.requestPermission({ mode: 'readwrite' }))
    .catch(() => undefined);
}
