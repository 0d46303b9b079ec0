// Registering a consumer, changing what is said of it, and taking it out of the register.
import {
  type Consumer,
  consumerAddSchema,
  consumerEditSchema,
  isPinned,
} from '../../../shared/domain/consumers/consumer.ts';
import { useCommand } from '../../state/commands.ts';
import { consumerFacts, consumerValues } from '../state/consumer-form.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { words } from '../../text/words.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
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

  return (
    <ActDialog
      title={adding.title(tenant)}
      verb={adding.verb}
      working={adding.working}
      command={add}
      args={form.parse}
      done={(_, { name }) => adding.done(name)}
      onClose={onClose}
    >
      <ConsumerFields form={form} rings={rings} />
    </ActDialog>
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

  return (
    <ActDialog
      title={editing.title(consumer.name)}
      verb={words.common.save}
      working={editing.working}
      command={edit}
      args={form.parse}
      done={(_, { name = consumer.name }) => editing.done(name)}
      onClose={onClose}
    >
      <ConsumerFields form={form} rings={rings} />
      {isPinned(consumer) && !isPinned(form.values) && (
        <Notice tone="caution" title={editing.nobodyAsks}>
          <p>{editing.onlyCache}</p>
        </Notice>
      )}
    </ActDialog>
  );
}

export function RemoveConsumerDialog({ tenant, consumer, onClose }: Omit<ConsumerDialogProps, 'rings'>) {
  const remove = useCommand('consumer.remove');

  return (
    <ActDialog
      title={removing.title(consumer.name)}
      verb={removing.verb}
      dangerous
      working={removing.working}
      command={remove}
      args={() => ({ tenant, consumer: consumer.name })}
      done={() => removing.done(consumer.name)}
      onClose={onClose}
    >
      <p>{isPinned(consumer) ? removing.pinned : removing.fetching}</p>
    </ActDialog>
  );
}
