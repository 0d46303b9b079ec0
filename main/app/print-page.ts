// A page of ours as it prints (PDF).
import { drawnAlone } from './drawn-alone.ts';

/** `html`: UTF-8, with everything it shows in itself. */
export const printedPage = (html: Uint8Array): Promise<Uint8Array> =>
  drawnAlone(html, (contents) =>
    contents.printToPDF({ printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true }),
  );
