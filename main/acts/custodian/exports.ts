// What leaves in files: public halves, and private ones handed over under protection.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { HandOver, HandOverArgs, HandOverListArgs } from '../../../shared/domain/exports/hand-over.ts';
import type { KeyState } from '../../../shared/domain/limits.ts';
import type { ExportedFile, SavedExport } from '../../../shared/domain/exports/exported-file.ts';
import type { Ports } from '../../ports/ports.ts';
import type { FormattedFile } from '../../ports/formats.ts';
import { exportAll, type SaveExport } from '../exports/export-all.ts';
import { exportFile, kidInState, recordExport } from '../exports/exports.ts';
import {
  handOver,
  handOverFileName,
  type HandOverProtection,
  listHandOvers,
  type SaveFile,
} from '../exports/hand-over.ts';
import type { Turns } from './turn.ts';

export interface ExportActs {
  exportFile(args: ParsedArgsOf<'export.preview'>): Promise<FormattedFile & ExportedFile>;
  /** Everything public about a tenant; the files are made while `save` takes them. `null` when it saved nothing. */
  exportAll(tenant: string, save: SaveExport): Promise<SavedExport | null>;
  kidInState(args: { tenant: string; ring: string | undefined; state: KeyState }): string;
  recordExport(
    tenant: string,
    kid: string | null,
    file: Pick<ExportedFile, 'format' | 'sha256' | 'fileName'>,
  ): Promise<void>;
  /** `save` puts the protected file in its place; the ledger knows of it before. The passphrase is overwritten. */
  handOver(args: HandOverArgs, protection: HandOverProtection, save: SaveFile): Promise<HandOver>;
  /** The name that a person would expect, before the file is made. */
  handOverFileName(args: HandOverArgs, protection: HandOverProtection): string;
  listHandOvers(args: HandOverListArgs): HandOver[];
}

export function exportActs(ports: Ports, { inTurn, beside }: Turns): ExportActs {
  return {
    exportFile: (args) => beside((acting) => exportFile(acting, args)),
    exportAll: (tenant, save) => beside((acting) => exportAll(acting, tenant, save)),
    kidInState: (args) => kidInState(ports, args),
    recordExport: (tenant, kid, file) => inTurn((acting) => recordExport(acting, tenant, kid, file)),
    handOver: (args, protection, save) =>
      inTurn((acting) => handOver(acting, args, protection, save)).finally(() => protection.passphrase?.fill(0)),
    handOverFileName: (args, protection) => handOverFileName(ports, args, protection),
    listHandOvers: (args) => listHandOvers(ports, args),
  };
}
