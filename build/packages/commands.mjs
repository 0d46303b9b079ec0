// What is made from the tree of commands: the manual page and the completions of three shells.
import { join } from 'node:path';
import { root } from '../paths.mjs';

/**
 * @typedef {object} Option
 * @property {string | null} short
 * @property {string} long
 * @property {string} flags
 * @property {string} description
 * @property {readonly string[]} choices
 * @typedef {{ name: string, description: string, operands: readonly string[], options: readonly Option[], commands: readonly Described[] }} Described
 */

/** @returns {Promise<Described>} main/cli/describe.ts */
export async function describedCommands() {
  const { runnerImport } = await import('vite');
  /** @type {typeof runnerImport<{ described: Described }>} */
  const evaluated = runnerImport;
  const { module } = await evaluated(join(root, 'main/cli/describe.ts'), {
    configFile: false,
    logLevel: 'error',
    root,
    oxc: { target: 'node20' },
  });
  return module.described;
}

/** Every command with the words that lead to it. @param {Described} command @param {readonly string[]} [path] @returns {{ path: readonly string[], command: Described }[]} */
function all(command, path = []) {
  const own = [...path, command.name];
  return [{ path: own, command }, ...command.commands.flatMap((child) => all(child, own))];
}

/** roff: a line must not begin with a dot, and a backslash and a hyphen mean something. @param {string} text */
const roff = (text) =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/^([.'])/gm, '\\&$1');

/** man(7), section 1. @param {Described} program @param {{ version: string, date: string }} about */
export function manualPage(program, { version, date }) {
  const commands = all(program).flatMap(({ path, command }) => [
    '.SS ' + roff([...path.slice(1), ...command.operands].join(' ') || 'custodian'),
    roff(command.description),
    ...command.options.flatMap(({ flags, description }) => ['.TP', `.B ${roff(flags)}`, roff(description)]),
  ]);
  return [
    `.TH CUSTODIAN 1 "${date}" "Key Custodian ${version}" "User Commands"`,
    '.SH NAME',
    'custodian \\- the command line of Key Custodian',
    '.SH SYNOPSIS',
    '.B custodian',
    '[\\fIoptions\\fR] \\fIcommand\\fR [\\fIoperands\\fR]',
    '.SH DESCRIPTION',
    roff(program.description),
    'The window of the program, key\\-custodian(1), does the same to the same keys.',
    '.SH COMMANDS',
    ...commands,
    '.SH EXIT STATUS',
    '0: done. 1: refused, or something is due or differs. 2: the command was not understood.',
    '.SH SEE ALSO',
    'The guide in /usr/share/doc/key\\-custodian/guide.',
    '',
  ].join('\n');
}

/** @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** @param {Described} command */
const wordsOf = ({ commands, options }) => [...commands.map(({ name }) => name), ...options.map(({ long }) => long)];

/** One table of “what may follow” for each command; values of an option with choices are offered behind it. @param {Described} program */
export function bashCompletion(program) {
  const rows = all(program).map(
    ({ path, command }) => `    ${quoted(path.join(' '))}) words=${quoted(wordsOf(command).join(' '))} ;;`,
  );
  return `# bash completion for custodian
_custodian() {
  local word path=custodian words= previous=\${COMP_WORDS[COMP_CWORD-1]}
  case "$previous" in
${choiceRows(program)
  .map(
    ({ long, choices }) =>
      `    ${long}) COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "\${COMP_WORDS[COMP_CWORD]}")); return ;;`,
  )
  .join('\n')}
  esac
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path $word" in
${all(program)
  .slice(1)
  .map(({ path }) => `      ${quoted(path.join(' '))}) path=${quoted(path.join(' '))} ;;`)
  .join('\n')}
    esac
  done
  case "$path" in
${rows.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
  [ \${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o filenames -F _custodian custodian
`;
}

/** Options whose choices are the same wherever they stand. @param {Described} program */
function choiceRows(program) {
  /** @type {Map<string, readonly string[]>} */
  const found = new Map();
  for (const { command } of all(program))
    for (const { long, choices } of command.options)
      if (choices.length > 0) found.set(long, [...new Set([...(found.get(long) ?? []), ...choices])]);
  return [...found].map(([long, choices]) => ({ long, choices }));
}

/** It takes the table of bash, as zsh does of itself. @param {Described} program */
export function zshCompletion(program) {
  return `#compdef custodian
autoload -U +X bashcompinit && bashcompinit
${bashCompletion(program)}`;
}

/** @param {Described} program */
export function fishCompletion(program) {
  const lines = all(program).flatMap(({ path, command }) => {
    const words = path.slice(1);
    const children = command.commands.map(({ name }) => name);
    const here = [
      ...words.map((word) => `__fish_seen_subcommand_from ${word}`),
      ...(children.length === 0 ? [] : [`not __fish_seen_subcommand_from ${children.join(' ')}`]),
    ].join('; and ');
    const when = here === '' ? '' : ` -n ${quoted(here)}`;
    return [
      ...command.commands.map(
        (child) => `complete -c custodian -f${when} -a ${child.name} -d ${quoted(child.description)}`,
      ),
      ...command.options.map(({ long, short, flags, description, choices }) =>
        [
          `complete -c custodian${when} -l ${long.replace(/^--/, '')}`,
          short === null ? '' : `-s ${short.replace(/^-/, '')}`,
          /[<[]/.test(flags) ? '-r' : '',
          choices.length === 0 ? '' : `-f -a ${quoted(choices.join(' '))}`,
          `-d ${quoted(description)}`,
        ]
          .filter((part) => part !== '')
          .join(' '),
      ),
    ];
  });
  return `# fish completion for custodian\n${lines.join('\n')}\n`;
}
