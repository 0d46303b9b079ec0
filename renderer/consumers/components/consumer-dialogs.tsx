// Registering a consumer, changing what is said of it, and taking it out of the register.
import {
  type Consumer,
  consumerAddSchema,
  consumerEditSchema,
  isPinned,
} from '../../../shared/domain/consumers/consumer.ts';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { consumerFacts, consumerValues } from '../state/consumer-form.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { words } from '../../text/words.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { ConsumerFields } from './consumer-fields.tsx';
import { Notice } from '../../parts/notice.tsx';

const { add: adding, edit: editing, remove: removing } = words.consumers;

interface AddConsumerDialogProps {
  tenant: string;
  rings: readonly string[];
  onClose: () => void;
}

export function AddConsumerDialog({ tenant, rings, onClose }: AddConsumerDialogProps) {
  const add = useCommand('consumer.add');
  const form = useSchemaForm(consumerAddSchema, consumerValues(null), (values) => ({
    tenant,
    ...consumerFacts(values),
  }));

  async function submit() {
    const args = form.parse();
    if (args !== null && (await add.run(args)).done) {
      announce(adding.done(args.name));
      onClose();
    }
  }

  return (
    <CommandDialog
      title={adding.title(tenant)}
      verb={adding.verb}
      working={adding.working}
      command={add}
      onSubmit={submit}
      onClose={onClose}
    >
      <ConsumerFields form={form} rings={rings} />
    </CommandDialog>
  );
}

interface ConsumerDialogProps extends AddConsumerDialogProps {
  consumer: Consumer;
}

export function EditConsumerDialog({ tenant, rings, consumer, onClose }: ConsumerDialogProps) {
  const edit = useCommand('consumer.edit');
  const form = useSchemaForm(consumerEditSchema, consumerValues(consumer), (values) => ({
    tenant,
    consumer: consumer.name,
    ...consumerFacts(values),
  }));

  async function submit() {
    const args = form.parse();
    if (args !== null && (await edit.run(args)).done) {
      announce(editing.done(args.name ?? consumer.name));
      onClose();
    }
  }

  return (
    <CommandDialog
      title={editing.title(consumer.name)}
      verb={words.common.save}
      working={editing.working}
      command={edit}
      onSubmit={submit}
      onClose={onClose}
    >
      <ConsumerFields form={form} rings={rings} />
      {isPinned(consumer) && !isPinned(form.values) && (
        <Notice tone="caution" title={editing.nobodyAsks}>
          <p>{editing.onlyCache}</p>
        </Notice>
      )}
    </CommandDialog>
  );
}

export function RemoveConsumerDialog({ tenant, consumer, onClose }: Omit<ConsumerDialogProps, 'rings'>) {
  const remove = useCommand('consumer.remove');

  async function submit() {
    if ((await remove.run({ tenant, consumer: consumer.name })).done) {
      announce(removing.done(consumer.name));
      onClose();
    }
  }

  return (
    <CommandDialog
      title={removing.title(consumer.name)}
      verb={removing.verb}
      dangerous
      working={removing.working}
      command={remove}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{isPinned(consumer) ? removing.pinned : removing.fetching}</p>
    </CommandDialog>
  );
}
