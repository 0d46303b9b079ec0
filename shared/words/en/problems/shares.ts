// What is wrong with shares of a backup, and what to do about it.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { ShareFlaw, ShareFlaws } from '../../../problems/shares.ts';

const words: CodedWords<ShareFlaws> = {
  'no-share': 'There are no words and no code of a share in it',
  'no-code-in-picture': 'No QR code can be read in the picture',
  photograph: ({ kind }) => `This is a photograph in ${kind}, and only PNG is read`,
  'other-picture': 'This kind of picture is not read',
  'picture-too-large': 'The picture has too many points',
  'picture-damaged': 'The picture is damaged',
  'word-count': ({ found, wanted }) => `A share has ${wanted} words, and there are ${found}`,
  'word-unknown': ({ place }) => `Word ${place} is none that a share can have`,
  mistyped: 'A word or letter of the share is wrong',
  newer: 'The share was made by a newer Key Custodian',
  repeated: ({ number }) => `Share ${number} was given twice`,
  mixed: ({ number }) => `Share ${number} was made with another backup than the first one that was given`,
  'too-few': ({ given, needed }) => `The backup opens by ${needed} different shares, and there are ${given}`,
  wrong: 'The shares do not fit together: one of them is not what was printed',
};

export const shareFlaw = told<ShareFlaws>(words);

const advices: Record<ShareFlaw['code'], string> = {
  'no-share': 'Give the words of the sheet, its code, or the sheet as it was saved.',
  'no-code-in-picture': 'Take the picture again, flat and sharp, with some paper around the code, or type the words.',
  photograph:
    'Open it on the phone and take a picture of the screen, which is a PNG; save it as PNG; or type the words.',
  'other-picture': 'Save it as PNG, or type the words.',
  'picture-too-large': 'Cut out the QR code, or save it smaller.',
  'picture-damaged': 'Save it again as PNG, or type the words.',
  'word-count': 'Type them in the order of their numbers. The first four letters of each are enough.',
  'word-unknown': 'Compare this word with the sheet.',
  mistyped: 'Compare all words with the sheet. None may be left out or stand in another place.',
  newer: 'Update Key Custodian, then try again.',
  repeated: 'Each holder has a share of their own. Give another one.',
  mixed: 'Compare “Set” on the sheets: it is the same on all that belong together.',
  'too-few': 'Give more shares. Fewer say nothing about the backup.',
  wrong: 'Try with another share in place of each, one after the other, and ask its holder for the paper.',
};

export const shareAdvice = ({ code }: ShareFlaw): string => advices[code];
