// Who verifies a tenant's tokens: the register, and whose answer is missing about which key.
import { Button, Skeleton } from '@mantine/core';
import { IconAddressBook, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Consumer } from '../../../shared/domain/consumers/consumer.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { AddConsumerDialog, EditConsumerDialog, RemoveConsumerDialog } from '../components/consumer-dialogs.tsx';
import { ConsumerTable } from '../components/consumer-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { OpenAnswers } from '../components/open-answers.tsx';
import { Page } from '../../parts/page.tsx';
import { Section } from '../../parts/section.tsx';
import { TenantFrame } from '../../tenants/components/tenant-frame.tsx';
import { useConsumers } from '../state/queries.ts';
import { useIntent } from '../../state/intent.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';

export const screen = screenOf('consumers', ConsumersScreen);

function ConsumersScreen({ tenant }: { tenant: string }) {
  return <TenantFrame tenant={tenant}>{(view) => <Consumers view={view} />}</TenantFrame>;
}

type Dialog = { act: 'add' } | { act: 'edit' | 'remove'; consumer: Consumer };

function Consumers({ view: { tenant, rings } }: { view: TenantView }) {
  const { data: views, error, refetch } = useConsumers(tenant.name);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  useIntent(['consumer.add'], { tenant: tenant.name }, () => setDialog({ act: 'add' }));
  const place = { tenant: tenant.name, rings: rings.map(({ ring }) => ring.name), onClose: () => setDialog(null) };
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog({ act: 'add' })}>
      {words.consumers.register}
    </Button>
  );
  const isOpen = views?.some(({ open }) => open.length > 0) === true;
  return (
    <Page title={words.consumers.title} lead={words.consumers.lead} {...(views?.length === 0 ? {} : { actions: add })}>
      <Failure error={error} onRetry={() => void refetch()} />
      {views === undefined && error === null && <Skeleton height={240} radius="lg" />}
      {views?.length === 0 && (
        <div className="panel">
          <Empty icon={<IconAddressBook size={22} aria-hidden />} title={words.consumers.nobody} action={add}>
            {words.consumers.purpose}
          </Empty>
        </div>
      )}
      {views !== undefined && views.length > 0 && (
        <>
          <Section title={words.consumers.toConfirm} lead={isOpen ? words.consumers.asks : words.consumers.nobodyOpen}>
            {isOpen && <OpenAnswers tenant={tenant.name} views={views} />}
          </Section>
          <Section title={words.consumers.registerTitle}>
            <ConsumerTable
              views={views}
              onEdit={(consumer) => setDialog({ act: 'edit', consumer })}
              onRemove={(consumer) => setDialog({ act: 'remove', consumer })}
            />
          </Section>
        </>
      )}
      {dialog?.act === 'add' && <AddConsumerDialog {...place} />}
      {dialog?.act === 'edit' && <EditConsumerDialog {...place} consumer={dialog.consumer} />}
      {dialog?.act === 'remove' && <RemoveConsumerDialog {...place} consumer={dialog.consumer} />}
    </Page>
  );
}
