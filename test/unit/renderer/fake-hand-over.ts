// The fake bridge's ledger, certificates and folders: they keep what was asked for, as the main process would.
import { CustodianError } from '../../../shared/errors.ts';
import type { HandOver } from '../../../shared/domain/exports/hand-over.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import { madeUpHex, now } from './fake-data.ts';
import type { Handlers } from './fake-handlers.ts';
import type { FakeBridge } from './fake-bridge.ts';

interface Helpers {
  ringOfKid: (tenant: string, kid: string) => RingView;
  changed: <T>(action: string, result: T) => T;
  emit: FakeBridge['emit'];
  pause: () => Promise<void>;
}

const FILES = 46;

export function makeHandOverHandlers({ ringOfKid, changed, emit, pause }: Helpers): Handlers {
  const ledger: HandOver[] = [];
  let cancelled = false;
  return {
    'handover.list': ({ tenant, kid }) =>
      ledger.filter((entry) => entry.tenant === tenant && (kid === undefined || entry.kid === kid)),
    'export.private': ({ tenant, kid, format, flavour = 'modern', protection, to }) => {
      const key = ringOfKid(tenant, kid).keys.find((one) => one.kid === kid);
      if (key?.exportable !== true) {
        throw new CustodianError('KEY_NOT_EXPORTABLE', { kid });
      }
      const entry: HandOver = {
        number: ledger.length + 1,
        at: now(),
        actor: 'officer via window',
        tenant,
        kid,
        format,
        protection: protection === 'recipient' ? 'age' : `${flavour} cipher under a passphrase`,
        to,
        recipient: protection === 'recipient' ? 'SHA256:mVPwvezndPv/ARoIadVY98vAC0g+P/5633yTC4d/wXE' : null,
        sha256: madeUpHex(`${kid} ${ledger.length}`),
        savedAt: now(),
      };
      ledger.push(entry);
      return changed('key.handed-over', entry);
    },
    'certificate.reissue': ({ tenant, kid, days = 5000 }) => {
      const ring = ringOfKid(tenant, kid);
      for (const key of ring.keys.filter((one) => one.kid === kid)) {
        key.certificateEndsAt = new Date(Date.now() + days * 86_400_000).toISOString();
      }
      return changed('key.certificate-reissued', structuredClone(ring));
    },
    'certificate.request': ({ kid }) =>
      changed('key.certificate-requested', { fileName: `${kid.slice(0, 8)}.csr`, sha256: madeUpHex(kid) }),
    'certificate.accept': ({ tenant, kid }) =>
      changed('key.certificate-replaced', {
        ...structuredClone(ringOfKid(tenant, kid)),
        signature: 'verified' as const,
      }),
    'export.all': async ({ tenant, as = 'folder' }) => {
      cancelled = false;
      for (let file = 1; file <= FILES; file += 1) {
        emit('progress', { channel: 'export.all', step: file, of: FILES, label: 'writing' });
        await pause();
        // oxlint-disable-next-line typescript/no-unnecessary-condition -- another call sets it meanwhile
        if (cancelled) {
          throw new CustodianError('CANCELLED', { action: { code: 'writing', file: tenant } });
        }
      }
      const folder = `${tenant}-public-keys${as === 'zip' ? '.zip' : ''}`;
      return changed('export.saved-all', { folder, files: FILES, manifestSha256: madeUpHex(`${tenant} manifest`) });
    },
    'work.cancel': () => {
      cancelled = true;
      return null;
    },
  };
}
