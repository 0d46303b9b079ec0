// custodian find: which key is meant by what somebody pasted?
import { Command } from 'commander';
import { foundLines } from '../../../shared/words/en/command-line/find.ts';
import type { Context } from '../context.ts';

export function findCommand({ run }: Context): Command {
  return new Command('find')
    .argument(
      '<text>',
      'as somebody sent it: hex, with colons or without, Base64, base64url, with a label in front or not',
    )
    .action((text: string) => run('find.text', { text }, foundLines));
}
