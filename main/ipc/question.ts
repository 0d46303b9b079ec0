// What the main process asks a person in a window of its own: facts that it computed itself, what follows from a yes, and
// what has to be typed before a yes counts.
import type { Environment } from '../../shared/domain/limits.ts';
import { visible } from '../../shared/encoding/printable.ts';

export interface Question {
  /** A whole question: “Revoke this key for good?” */
  title: string;
  /** Whom it is about; `null` when it is about no single tenant. */
  tenant: { name: string; environment: Environment } | null;
  facts: readonly Fact[];
  /** What follows from a yes, in a sentence or two. */
  means: string;
  /** On the button. */
  yes: string;
  /** On the button of a no that is an answer, and not a cancel; left out where there is none. */
  no?: string;
  /** Whether the yes takes something away for good. */
  grave: boolean;
  fields: readonly Field[];
}

export interface Fact {
  label: string;
  /** One a line. */
  values: readonly string[];
  /** To be compared letter by letter. */
  mono: boolean;
}

/** `exactly`: the text to repeat; `null` for a reason in the person's own words, and for the passphrase, which is not shown. */
export interface Field {
  name: 'reason' | 'override' | 'name' | 'kid' | 'passphrase';
  label: string;
  hint: string;
  exactly: string | null;
  /** Whether it may be left empty. */
  optional?: true;
}

/** What was typed, by the names of the fields; `refused`: under a no that is an answer. */
export type Typed = Readonly<Partial<Record<Field['name'], string | undefined>>> & {
  readonly refused?: true | undefined;
};

/** What it quotes may come from outside, and must not look like something else; what has to be typed stays as it is. */
export function fitToBeShown(question: Question): Question {
  const { title, tenant, facts, means, fields } = question;
  return {
    ...question,
    title: visible(title),
    tenant: tenant && { ...tenant, name: visible(tenant.name) },
    facts: facts.map((fact) => ({ ...fact, values: fact.values.map(visible) })),
    means: visible(means),
    fields: fields.map((field) => ({ ...field, label: visible(field.label), hint: visible(field.hint) })),
  };
}
