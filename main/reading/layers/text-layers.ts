// What copying does to a text: mail clients, word processors, web pages, configuration files. Each row takes one of these
// layers off and is tried when the PEM blocks of a text cannot be read as they stand. All run in linear time.
import type { Layer } from '../../../shared/domain/reading/notes.ts';

export interface TextLayer {
  layer: Layer;
  /** The text without it; the same text when it is not there. */
  undo(text: string): string;
}

const DASH = '[-\\u00AD\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D]';
const MARKER = new RegExp(`${DASH}{1,12}[ \\t]{0,4}(BEGIN|END)[ \\t]([A-Z0-9 ]{1,40})${DASH}{1,12}`, 'gi');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

export const TEXT_LAYERS: readonly TextLayer[] = [
  {
    // RFC 2045 §6.7; a PEM text without any `=` in it but at its end is not harmed.
    layer: 'quoted-printable',
    undo: (text) =>
      /=\r?\n[A-Za-z0-9+/]|=3D|=2B/i.test(text)
        ? text
            .replaceAll(/=\r?\n/g, '')
            .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
        : text,
  },
  { layer: 'escaped-twice', undo: (text) => text.replaceAll(/\\{2,4}[rn]/g, '\n') },
  {
    layer: 'escaped',
    // Also what stands around the lines of a text in source code.
    undo: (text) =>
      text
        .replaceAll(/(?<!\\)\\[rn]/g, '\n')
        .replaceAll(/\\$/gm, '')
        .replaceAll(/\\\//g, '/')
        .replaceAll(/["'`][ \t]{0,8}[+.&]?[ \t]{0,8};?$/gm, '')
        .replaceAll(/^[ \t]{0,40}[+.&]?[ \t]{0,8}["'`]/gm, ''),
  },
  {
    layer: 'html',
    undo: (text) =>
      text
        .replaceAll(/<\/?[a-z][^<>]{0,300}>/gi, '\n')
        .replaceAll(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
        .replaceAll(/&#(\d{1,7});/g, (_, code: string) => character(Number(code)))
        .replaceAll(/&(amp|lt|gt|quot|apos|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole),
  },
  { layer: 'mail-quotes', undo: (text) => text.replaceAll(/^[ \t]{0,8}(?:[>|][ \t]?){1,20}/gm, '') },
  {
    layer: 'invisible',
    undo: (text) =>
      text
        .replaceAll(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g, '')
        .replaceAll(/[\u00A0\u2000-\u200A\u202F\u3000]/g, ' '),
  },
  {
    layer: 'dashes',
    undo: (text) =>
      text.replaceAll(
        MARKER,
        (_, side: string, label: string) => `-----${side.toUpperCase()} ${label.trim().toUpperCase()}-----`,
      ),
  },
  {
    // RFC 1421 wants them on lines of their own, with an empty one behind.
    layer: 'headers-in-line',
    undo: (text) =>
      text.replaceAll(
        /(Proc-Type:[ \t]?4,ENCRYPTED)\s{1,8}(DEK-Info:[ \t]?[\w-]{1,40},[ \t]?[0-9A-F]{2,64})\s{1,8}/gi,
        '\n$1\n$2\n\n',
      ),
  },
];

const character = (code: number): string => (code <= 0x10_ffff ? String.fromCodePoint(code) : '');
