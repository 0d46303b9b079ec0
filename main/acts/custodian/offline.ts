// Publishing without a network: what waits, and what a courier carries.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { Carried } from '../../../shared/domain/offline/courier.ts';
import type { PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { AcceptedReceipt, Outbox, OutboxEntry } from '../../../shared/domain/published-set/outbox.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Stop } from '../../ports/stopping.ts';
import { type BundleArgs, type BundleFiles, type MadeBundle, makeBundle, previewBundle } from '../offline/bundles.ts';
import { carryBundle, type CourierOrder } from '../offline/courier.ts';
import { dropFromOutbox, listOutbox, noteOutboxAttempt, queuePublication } from '../publishing/outbox.ts';
import { acceptReceipt, type ReceiptArgs } from '../offline/receipts.ts';
import type { ReportProgress } from './progress.ts';
import type { Turns } from './turn.ts';

export interface OfflineActs {
  /** What waits for the network, travels with a courier, or changed and was not pushed. */
  listOutbox(): Outbox;
  /** `failed`: what the caller's own attempt, which sent nothing, came to. */
  queuePublication(args: ParsedArgsOf<'outbox.add'>, failed?: unknown, signal?: AbortSignal): Promise<OutboxEntry>;
  noteOutboxAttempt(tenant: string, failed: unknown): Promise<void>;
  dropFromOutbox(args: ParsedArgsOf<'outbox.drop'>, why?: 'dropped' | 'settled'): Promise<null>;
  /** Planned without the network, on the set that was seen last. */
  previewBundle(args: ParsedArgsOf<'bundle.preview'>): Promise<PublicationPreview>;
  makeBundle(args: BundleArgs, as: { qr: boolean }, save: (files: BundleFiles) => Promise<void>): Promise<MadeBundle>;
  /** On the courier's machine. The secrets are overwritten before this settles. */
  carryBundle(
    order: CourierOrder,
    progress: ReportProgress,
    stop?: Stop,
  ): Promise<{ carried: Carried; receipt: string }>;
  acceptReceipt(args: ReceiptArgs, text: string): Promise<AcceptedReceipt>;
}

export function offlineActs(ports: Ports, { inTurn, beside }: Turns): OfflineActs {
  return {
    listOutbox: () => listOutbox(ports),
    queuePublication: (args, failed, signal) =>
      inTurn((acting) => queuePublication(acting, args, failed, signal), signal),
    noteOutboxAttempt: (tenant, failed) => inTurn((acting) => noteOutboxAttempt(acting, tenant, failed)),
    dropFromOutbox: (args, why) => inTurn((acting) => dropFromOutbox(acting, args, why)),
    previewBundle: (args) => beside((acting) => previewBundle(acting, args)),
    makeBundle: (args, as, save) => inTurn((acting) => makeBundle(acting, args, as, save)),
    carryBundle: (order, progress, stop) =>
      inTurn((acting) => carryBundle(acting, order, progress, stop), stop?.signal).finally(() => {
        Object.values(order.credential?.secrets ?? {}).forEach((bytes: Uint8Array) => bytes.fill(0));
      }),
    acceptReceipt: (args, text) => inTurn((acting) => acceptReceipt(acting, args, text)),
  };
}
