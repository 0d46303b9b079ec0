// Where a real tenant's endpoints are: for a plain JWKS endpoint always, for others when they are not where the domains say.
import { type EndpointKind, isHere } from '../../../shared/domain/endpoints.ts';
import { FormText } from '../../parts/form-text.tsx';
import './tenant-fields.css';
import { words } from '../../text/words.ts';

type Field = 'apiBaseUrl' | 'jwksUrl';

interface AddressFieldsProps {
  endpoint: EndpointKind;
  form: {
    values: Record<Field, string>;
    problems: Partial<Record<string, string>>;
    set: (field: Field, value: string) => void;
  };
}

/** Nothing for the sandbox, which is where it is. */
export function AddressFields({ endpoint, form }: AddressFieldsProps) {
  if (isHere(endpoint)) {
    return null;
  }
  return (
    <>
      <div className="field-grid">
        <FormText form={form} field="apiBaseUrl" {...words.model.address[endpoint].apiBaseUrl} />
        <FormText form={form} field="jwksUrl" {...words.model.address[endpoint].jwksUrl} />
      </div>
      <p className="quiet small">{words.model.credentialsNote}</p>
    </>
  );
}
