// Handing a private key over: to whom, in which form, protected how. The yes, the passphrase, the recipient's key and the
// place of the file are asked for outside this page.
import { Radio, Select } from '@mantine/core';
import { exportPrivateSchema } from '../../../shared/acts/exports.ts';
import { FLAVOURS, type HandOver, PRIVATE_FORMATS, PROTECTIONS } from '../../../shared/domain/exports/hand-over.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { flavourWords, hasFlavours, PRIVATE_FORMAT, PROTECTIONS_OF } from '../state/hand-over-words.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { FormText } from '../../parts/form-text.tsx';
import { Notice } from '../../parts/notice.tsx';

const said = words.handOver.dialog;

type Values = Pick<ReturnType<typeof exportPrivateSchema.parse>, 'format' | 'protection' | 'flavour' | 'to'>;

const BLANK: Values = { format: 'p12', protection: 'passphrase', flavour: 'modern', to: '' };

interface HandOverDialogProps {
  tenant: Tenant;
  signingKey: SigningKey;
  /** With the entry of the ledger, or `null` when a later dialog was closed; with nothing when this one was. */
  onClose: (outcome?: HandOver | null) => void;
}

export function HandOverDialog({ tenant, signingKey: { kid }, onClose }: HandOverDialogProps) {
  const handOver = useCommand('export.private');
  const form = useSchemaForm(exportPrivateSchema, BLANK, (values) => ({
    ...values,
    ...(hasFlavours(values.format, values.protection) ? {} : { flavour: 'modern' }),
    tenant: tenant.name,
    kid,
  }));
  const { format, protection, flavour } = form.values;
  const choose = (chosen: Values['format']) => {
    form.set('format', chosen);
    if (!PROTECTIONS_OF[chosen].includes(protection)) {
      form.set('protection', 'passphrase');
    }
  };

  async function submit() {
    const args = form.parse();
    const outcome = args === null ? null : await handOver.run(args);
    if (outcome?.done === true) {
      announce(outcome.result === null ? words.handOver.nothingLeft : said.done(outcome.result.to));
      onClose(outcome.result);
    }
  }

  return (
    <CommandDialog
      title={said.title(shortKid(kid))}
      verb={said.verb}
      working={said.working}
      dangerous
      wide
      command={handOver}
      onSubmit={submit}
      onClose={() => onClose()}
    >
      <Notice tone="caution" title={said.consequence}>
        <p>{said.ledger}</p>
      </Notice>
      <FormText form={form} field="to" label={said.to} description={said.toMeans} required />
      <Select
        label={said.format}
        description={PRIVATE_FORMAT[format].askedBy}
        allowDeselect={false}
        value={format}
        data={PRIVATE_FORMATS.map((value) => ({ value, label: PRIVATE_FORMAT[value].name }))}
        onChange={(value) => choose(PRIVATE_FORMATS.find((one) => one === value) ?? format)}
      />
      <Radio.Group
        label={said.protection}
        value={protection}
        onChange={(value) => form.set('protection', PROTECTIONS.find((one) => one === value) ?? protection)}
      >
        <div className="stack-tight radio-list">
          {PROTECTIONS_OF[format].map((one) => (
            <Radio
              key={one}
              value={one}
              label={words.handOver.protections[one].name}
              description={words.handOver.protections[one].means}
            />
          ))}
        </div>
      </Radio.Group>
      {hasFlavours(format, protection) && (
        <Radio.Group
          label={said.strength}
          value={flavour}
          onChange={(value) => form.set('flavour', FLAVOURS.find((one) => one === value) ?? flavour)}
        >
          <div className="stack-tight radio-list">
            {FLAVOURS.map((one) => (
              <Radio
                key={one}
                value={one}
                label={words.handOver.flavours[one]}
                description={flavourWords(format, one)}
              />
            ))}
          </div>
        </Radio.Group>
      )}
    </CommandDialog>
  );
}
