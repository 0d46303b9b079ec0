// Which keys of a file are in custody, said beside each: by the thumbprint, which does not depend on how a key is written.
import { createHash } from 'node:crypto';
import {
  CUSTODY_FACT,
  type FoundFact,
  type FoundFile,
  type FoundPart,
  THUMBPRINT_FACT,
} from '../../../shared/domain/reading/inspection.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { jwkThumbprint } from '../../../shared/encoding/thumbprint.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';

interface Kept {
  tenant: string;
  key: SigningKey;
}

export function withCustody(reader: RegistryReader, found: FoundFile): FoundFile {
  if (!found.parts.some((part) => thumbprintIn(part) !== null)) {
    return found;
  }
  const kept = keptKeys(reader);
  return {
    ...found,
    parts: found.parts.map((part) => {
      const named = kept.get(thumbprintIn(part) ?? '') ?? [];
      return named.length === 0
        ? part
        : { ...part, facts: [...named.map((each) => factOf(each, part)), ...part.facts] };
    }),
  };
}

function keptKeys(reader: RegistryReader): Map<string, Kept[]> {
  const kept = new Map<string, Kept[]>();
  for (const { id, name } of reader.tenants()) {
    for (const key of reader.keys(id)) {
      const thumbprint = jwkThumbprint(key.jwk);
      kept.set(thumbprint, [...(kept.get(thumbprint) ?? []), { tenant: name, key }]);
    }
  }
  return kept;
}

const textOf = ({ facts }: FoundPart, wanted: FoundFact['name']): string | null => {
  const value = facts.find(({ name }) => name === wanted)?.value;
  return typeof value === 'string' ? value : null;
};

const thumbprintIn = (part: FoundPart): string | null => textOf(part, THUMBPRINT_FACT);

function factOf({ tenant, key }: Kept, part: FoundPart): FoundFact {
  const theirs = part.what === 'certificate' ? textOf(part, 'SHA-256')?.replaceAll(':', '').toLowerCase() : undefined;
  const ours = createHash('sha256').update(Buffer.from(key.certificate, 'base64')).digest('hex');
  const certificate = theirs === undefined ? null : theirs === ours ? 'same' : 'other';
  return { name: CUSTODY_FACT, value: { code: 'in-custody', tenant, kid: key.kid, state: key.state, certificate } };
}
