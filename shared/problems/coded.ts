// What goes wrong in detail is a code with its values, like the errors themselves; words come last, in words/.

type PlainOf<M> = { [C in keyof M]: M[C] extends null ? C : never }[keyof M];
type ValuedOf<M> = Exclude<keyof M, PlainOf<M>>;

/** One of the codes of `M` (code -> its values, `null` for none), with its values. */
export type Coded<M> = { code: PlainOf<M> } | { [C in ValuedOf<M>]: { code: C } & M[C] }[ValuedOf<M>];

/** The words of every code of `M`, in one language: a code without words does not compile. */
export type CodedWords<M> = { readonly [C in keyof M]: M[C] extends null ? string : (values: M[C]) => string };

/** The word of a code without values. A record from before there were codes has its English. */
export function wordOf<C extends string>(words: Readonly<Record<C, string>>, code: C): string {
  const said: Readonly<Partial<Record<string, string>>> = words;
  return said[code] ?? code;
}

/** The words for a code, out of such a table. */
export const told =
  <M>(words: CodedWords<M>) =>
  (coded: Coded<M>): string => {
    if (typeof coded === 'string') {
      return coded; // the English of a record from before there were codes
    }
    const said: unknown = words[coded.code];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table has the words of this very code
    return typeof said === 'string' ? said : (said as (values: Coded<M>) => string)(coded);
  };
