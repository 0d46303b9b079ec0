// Registering a consumer, changing what is said of it, and taking it out of the register.
import { type Consumer, consumerAddSchema, consumerEditSchema, isPinned } from '../../shared/consumers.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { consumerFacts, consumerValues } from '../state/consumer-form.ts';
import { useSchemaForm } from '../state/schema-form.ts';
import { CommandDialog } from './command-dialog.tsx';
import { ConsumerFields } from './consumer-fields.tsx';
import { Notice } from './notice.tsx';

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
      announce(`Registered ${args.name}`);
      onClose();
    }
  }

  return (
    <CommandDialog
      title={`Register a consumer of ${tenant}`}
      verb="Register"
      working="Writing it down"
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
      announce(`Saved ${args.name ?? consumer.name}`);
      onClose();
    }
  }

  return (
    <CommandDialog
      title={`Change ${consumer.name}`}
      verb="Save"
      working="Saving"
      command={edit}
      onSubmit={submit}
      onClose={onClose}
    >
      <ConsumerFields form={form} rings={rings} />
      {isPinned(consumer) && !isPinned(form.values) && (
        <Notice tone="caution" title="Nobody will ask it for confirmations any more.">
          <p>Rotations and revocations will only wait for its cache.</p>
        </Notice>
      )}
    </CommandDialog>
  );
}

export function RemoveConsumerDialog({ tenant, consumer, onClose }: Omit<ConsumerDialogProps, 'rings'>) {
  const remove = useCommand('consumer.remove');

  async function submit() {
    if ((await remove.run({ tenant, consumer: consumer.name })).done) {
      announce(`Removed ${consumer.name}`);
      onClose();
    }
  }

  return (
    <CommandDialog
      title={`Remove ${consumer.name} from the register?`}
      verb="Remove consumer"
      dangerous
      working="Removing it"
      command={remove}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        {isPinned(consumer)
          ? 'Rotations and revocations will not wait for its answers any more, also those that it has not given yet.'
          : 'Its cache will not be waited for any more.'}{' '}
        Remove it when it verifies no tokens of this tenant. What it confirmed stays in the audit log.
      </p>
    </CommandDialog>
  );
}
