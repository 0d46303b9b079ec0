// The public part of a credential: the client id, the user, the key in custody. What is secret comes after it, elsewhere.
import { Select } from '@mantine/core';
import { credentialOrderSchema, type CredentialOrder } from '../../../shared/domain/tenant/credentials.ts';
import { useFleetRings } from '../../fleet/state/queries.ts';
import { isLiving } from '../../../shared/domain/limits.ts';
import type { Command } from '../../state/commands.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { FormText } from '../../parts/form-text.tsx';

const DIALOG = words.credentials.dialog;

/** The kinds that have a public part to be typed. */
export type PublicKind = 'client-secret' | 'private-key-jwt' | 'basic';

interface CredentialDialogProps {
  tenant: string;
  kind: PublicKind;
  command: Command<'credentials.store'>;
  /** Answers whether it came to an end without an error. */
  onGive: (order: CredentialOrder) => Promise<boolean>;
  onClose: () => void;
}

interface Values {
  clientId: string;
  user: string;
  kid: string;
}

const BLANK: Values = { clientId: '', user: '', kid: '' };

const PARTS: Record<PublicKind, (values: Values) => Partial<Values>> = {
  'client-secret': ({ clientId }) => ({ clientId }),
  'private-key-jwt': ({ clientId, kid }) => ({ clientId, kid }),
  basic: ({ user }) => ({ user }),
};

export function CredentialDialog({ tenant, kind, command, onGive, onClose }: CredentialDialogProps) {
  const form = useSchemaForm(credentialOrderSchema, BLANK, (values) => ({ tenant, kind, ...PARTS[kind](values) }));
  const { word, next } = words.credentials.kind[kind];

  async function submit() {
    const order = form.parse();
    if (order !== null && (await onGive(order))) {
      onClose();
    }
  }

  return (
    <CommandDialog
      title={word}
      verb={DIALOG.next}
      working={words.credentials.answer}
      command={command}
      onSubmit={submit}
      onClose={onClose}
    >
      {kind === 'basic' ? (
        <FormText form={form} field="user" label={DIALOG.user.label} description={DIALOG.user.means} required />
      ) : (
        <FormText
          form={form}
          field="clientId"
          label={DIALOG.clientId.label}
          description={DIALOG.clientId.means}
          required
        />
      )}
      {kind === 'private-key-jwt' && (
        <KeyChoice
          tenant={tenant}
          kid={form.values.kid}
          problem={form.problems.kid}
          onChange={(kid) => form.set('kid', kid)}
        />
      )}
      <p className="quiet small">{next}</p>
    </CommandDialog>
  );
}

interface KeyChoiceProps {
  tenant: string;
  kid: string;
  problem: string | undefined;
  onChange: (kid: string) => void;
}

/** Keys of other tenants too: the proof of a client need not be a key that signs tokens. */
function KeyChoice({ tenant, kid, problem, onChange }: KeyChoiceProps) {
  const { data: rings = [] } = useFleetRings(true);
  const own = (name: string) => (name === tenant ? 0 : 1);
  const options = rings
    .toSorted((a, b) => own(a.tenant) - own(b.tenant))
    .flatMap(({ tenant: of, ring, keys }) =>
      keys
        .filter(({ state }) => isLiving(state))
        .map((key) => ({
          value: key.kid,
          label: DIALOG.option(of, ring, words.model.state[key.state].word, shortKid(key.kid)),
        })),
    );
  return (
    <Select
      label={DIALOG.key.label}
      description={DIALOG.key.means}
      withAsterisk
      searchable
      limit={50}
      nothingFoundMessage={DIALOG.noKey}
      value={kid === '' ? null : kid}
      data={[...new Map(options.map((option) => [option.value, option])).values()]}
      error={problem}
      onChange={(value) => onChange(value ?? '')}
    />
  );
}
