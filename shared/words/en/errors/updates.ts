// English sentences for errors: release documents and packages.
import { updateProblem } from '../problems/update.ts';
import { say, type Sentences } from '../../sentence.ts';

export const updateSentences = {
  UPDATE_NO_KEY: () =>
    say(
      'This program was built without the key of its publisher, so it cannot verify a release. Nobody was asked.',
      'Use a program that was built for a release, or verify the download as SECURITY.md says.',
    ),
  UPDATE_REFUSED: ({ problem }) =>
    say(
      `This cannot be used: ${updateProblem(problem)}. Nothing was installed.`,
      'Get document and package anew from the publisher, both of the same release. Do not install this one.',
    ),
} satisfies Partial<Sentences>;
