// What is otherwise on Windows: it knows no modes (there a file is private by its place), and lets few accounts make links.
export const isWindows = process.platform === 'win32';
/** Of a file for its owner alone. */
export const PRIVATE = isWindows ? 0o666 : 0o600;
/** Of a file that others may read. */
export const READABLE = isWindows ? 0o666 : 0o644;
export const LINKS = 'symbolic links of Unix';
