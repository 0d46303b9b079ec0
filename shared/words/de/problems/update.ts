// Why a release document or a package is refused, in German.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { UpdateProblems } from '../../../problems/update.ts';
import { momentOf } from '../moment.ts';

const words: CodedWords<UpdateProblems> = {
  'too-large': ({ most }) => `das Dokument ist größer als ${most} Bytes`,
  'not-signed': 'das Dokument trägt keine Signatur in der Form von signify',
  'other-key': 'das Dokument ist mit einem Schlüssel signiert, den dieses Programm nicht kennt',
  'signature-wrong': 'die Signatur des Dokuments stimmt nicht, es wurde also verändert',
  malformed: 'es ist signiert, sagt aber etwas, was diese Version nicht versteht',
  'other-channel': ({ channel, wanted }) => `es gehört zum Kanal „${channel}“, nicht zu „${wanted}“`,
  'issued-later': ({ at }) =>
    `es wurde ${momentOf(at)} ausgestellt, und das kommt erst noch; eine der beiden Uhren geht falsch`,
  expired: ({ at }) => `das Dokument ist ${momentOf(at)} abgelaufen; vielleicht hält jemand neuere von Ihnen fern`,
  replayed: ({ issued, newest }) =>
    `es wurde ${momentOf(issued)} ausgestellt, und eines von ${momentOf(newest)} war hier schon zu sehen`,
  'not-newer': ({ version, installed }) => `Version ${version} ist nicht neuer als die laufende, ${installed}`,
  'not-named': ({ file }) => `das Dokument nennt ${file} nicht; das Paket muss heißen, wie es veröffentlicht wurde`,
  'other-size': ({ file, bytes, named }) => `${file} hat ${bytes} Bytes, laut Dokument ${named}`,
  'other-content': ({ file }) => `der Inhalt von ${file} ist nicht der veröffentlichte`,
};

export const updateProblem = told(words);
