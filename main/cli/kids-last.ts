// Kids on a command line.

/**
 * One kid in 64 begins with a hyphen, and would be taken for an option. A kid is the last operand of its command, so it may
 * stand behind `--`, where nothing is an option.
 */
export function kidsLast(args: readonly string[]): string[] {
  const isKid = (arg: string, index: number): boolean =>
    /^-[\w-]{20,}$/.test(arg) && /[A-Z0-9_]/.test(arg) && args[index - 1]?.startsWith('-') === false;
  if (args.includes('--') || !args.some(isKid)) {
    return [...args];
  }
  const others = args.filter((arg, index) => !isKid(arg, index));
  return [...others, '--', ...args.filter(isKid)];
}
