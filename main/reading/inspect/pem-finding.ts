// Says what the PEM blocks of a text are, one after the other, and what the whole is by its most important block.
import type { InspectedKind } from '../../../shared/domain/reading/inspected-file.ts';
import { asDer } from '../ber.ts';
import { isCertificate, traditionalFormat } from '../containers/open-pem.ts';
import { keyShape } from '../key-shape.ts';
import type { PemBlock } from '../pem-blocks.ts';
import { isTraditionallyEncrypted, openTraditional, traditionalCipher } from '../protection/traditional-pem.ts';
import { ageFinding } from './age-finding.ts';
import { derFinding, firstElement } from './der-finding.ts';
import { type Finding, finding, type Looking, MAX_PARTS, part, reasonOf, scheme, warningsOf } from './finding.ts';
import { describeKey, WEAK_PROTECTION } from './private-key-finding.ts';
import { opensshKeyFinding } from './ssh-finding.ts';
import { erasing } from '../../ports/secret.ts';

const IMPORTANCE: readonly InspectedKind[] = [
  'private key',
  'PKCS#12',
  'certificate',
  'PKCS#7',
  'certificate request',
  'revocation list',
  'public key',
  'SSH',
  'PGP',
  'age',
];

const RANK: Readonly<Record<Finding['importable'], number>> = { yes: 2, 'with its passphrase': 1, no: 0 };

/** Overwrites the blocks. Never throws. */
export async function pemFinding(blocks: readonly PemBlock[], cutOff: boolean, looking: Looking): Promise<Finding> {
  const findings: Finding[] = [];
  const shown = blocks.slice(0, MAX_PARTS);
  const beside = shown.filter(isCertificate).flatMap(({ der }) => (der === null ? [] : (firstElement(der) ?? [])));
  for (const block of shown) {
    findings.push(await blockFinding(block, { ...looking, beside }));
  }
  blocks.forEach(({ der }) => der?.fill(0));
  const first = findings.toSorted((a, b) => rank(a) - rank(b))[0] ?? finding('unknown', 'PEM', []);
  const best = findings.toSorted((a, b) => RANK[b.importable] - RANK[a.importable])[0] ?? first;
  return {
    kind: first.kind,
    format: findings.length > 1 ? `PEM, ${blocks.length} blocks` : first.format,
    parts: findings.flatMap(({ parts }) => parts),
    warnings: [
      ...findings.flatMap(({ warnings }) => warnings),
      ...warningsOf([
        cutOff ? 'block-cut-off' : null,
        blocks.length > MAX_PARTS ? { code: 'only-first-blocks', shown: MAX_PARTS } : null,
      ]),
    ],
    importable: best.importable,
  };
}

function rank({ kind }: Finding): number {
  const place = IMPORTANCE.indexOf(kind);
  return place === -1 ? IMPORTANCE.length : place;
}

async function blockFinding(block: PemBlock, looking: Looking): Promise<Finding> {
  const { label, der } = block;
  if (label.startsWith('PGP ')) {
    return finding('PGP', 'PGP armour', [part({ code: 'pgp-block', label }, {})]);
  }
  if (isTraditionallyEncrypted(block)) {
    return traditionalFinding(block, looking);
  }
  if (der === null) {
    return finding('unknown', 'PEM', [part({ code: 'pem-block', label }, {}, ['not-base64'])]);
  }
  if (label === 'OPENSSH PRIVATE KEY') {
    return opensshKeyFinding(der);
  }
  if (label === 'AGE ENCRYPTED FILE') {
    return ageFinding(der.toString('latin1'), 'age armour');
  }
  const content = (isCertificate(block) ? firstElement(der) : null) ?? asDer(der) ?? der;
  const found = await derFinding(content, 'PEM', looking);
  return found ?? finding('unknown', 'PEM', [part({ code: 'pem-block', label }, { Bytes: der.length })]);
}

async function traditionalFinding(block: PemBlock, looking: Looking): Promise<Finding> {
  const format = traditionalFormat(block);
  const what = 'private key, encrypted';
  try {
    const { cipher } = traditionalCipher(block);
    const protection = { Cipher: scheme(cipher.name), 'Key derivation': scheme('one round of MD5') };
    if (looking.passphrase === null) {
      return finding('private key', format, [part(what, protection, [WEAK_PROTECTION])], {
        importable: 'with its passphrase',
      });
    }
    using der = erasing(openTraditional(block, looking, format));
    const shape = keyShape(der);
    const { part: described, usable } = await describeKey(shape, { name: null, protection, looking });
    const warnings = [...warningsOf([WEAK_PROTECTION]), ...described.warnings];
    return finding('private key', format, [{ ...described, warnings }], {
      importable: usable ? 'with its passphrase' : 'no',
    });
  } catch (error) {
    return finding('private key', format, [part(what, {}, [reasonOf(error)])]);
  }
}
