// The English words of the window, which are one file of the built page.
export { page, shared } from './index.ts';
