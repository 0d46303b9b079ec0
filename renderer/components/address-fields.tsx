// Where a real tenant's endpoints are, when they are not where its domains say.
import { FormText } from './form-text.tsx';
import './tenant-fields.css';

type Field = 'apiBaseUrl' | 'jwksUrl';

interface AddressFieldsProps {
  form: {
    values: Record<Field, string>;
    problems: Partial<Record<string, string>>;
    set: (field: Field, value: string) => void;
  };
}

export function AddressFields({ form }: AddressFieldsProps) {
  return (
    <div className="field-grid">
      <FormText
        form={form}
        field="apiBaseUrl"
        label="Management API"
        description="Only when it differs from the domain’s /api/v2."
        placeholder="e.g. https://acme.eu.auth0.com/api/v2"
      />
      <FormText
        form={form}
        field="jwksUrl"
        label="Public key set"
        description="Only when it differs from the custom domain’s well-known address."
        placeholder="e.g. https://login.acme.example/.well-known/jwks.json"
      />
    </div>
  );
}
