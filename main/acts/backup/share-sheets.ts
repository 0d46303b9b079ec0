// The sheets for the holders of shares. They are handed over before the backup counts: a backup whose shares nobody has would
// be one that nobody opens. And what they say is proven first, from the codes as they stand on the sheets.
import type { ShareOrder } from '../../../shared/domain/backup/shares.ts';
import type { Language } from '../../../shared/language.ts';
import { slug } from '../../../shared/domain/exports/file-names.ts';
import type { SealedShares } from '../../ports/backup.ts';
import type { BackupOpener } from '../../ports/backup-file.ts';
import type { Ports } from '../../ports/ports.ts';
import type { ShareSheet } from '../../ports/formats.ts';
import { Secret, textIn } from '../../ports/secret.ts';
import { openByShares } from './open-shares.ts';

export interface SheetToHandOver {
  fileName: string;
  number: number;
  holder: string;
  /** HTML. Disposed of when the hand-over has settled. */
  page: Secret;
}

export interface SharesOrder extends ShareOrder {
  language: Language;
  /** What it throws keeps the backup from being made. */
  handOver(sheets: readonly SheetToHandOver[]): Promise<void>;
}

/** What opens the backup, by every share in turn with its neighbours. Throws SHARES_UNFIT. The caller overwrites it. */
export async function openerOfSheets(
  { reading }: Pick<Ports, 'reading'>,
  { codes }: SealedShares,
  threshold: number,
): Promise<BackupOpener> {
  const from = (first: number): Promise<BackupOpener> =>
    openByShares(
      reading,
      codes
        .slice(first, first + threshold)
        .map((code) => ({ name: null, bytes: code.use((bytes) => Uint8Array.from(bytes)) })),
    );
  const last = codes.length - threshold;
  for (let first = 0; first < last; first += 1) {
    (await from(first)).bytes.fill(0);
  }
  return from(last);
}

export async function handOverSheets(
  { formats }: Pick<Ports, 'formats'>,
  { holders, threshold, language, handOver }: SharesOrder,
  { codes, set, recipient }: SealedShares,
  backup: ShareSheet['backup'],
): Promise<void> {
  const writer = await formats.writer();
  const sheets = codes.map((code, index): SheetToHandOver => {
    const holder = holders[index] ?? '';
    const number = index + 1;
    const facts = { number, count: holders.length, threshold, holder, set, recipient, backup };
    const page = new Secret(code.use((bytes) => writer.shareSheet(facts, textIn(bytes), language)));
    return { fileName: `share-${set}-${number}-${slug(holder) || 'holder'}.html`, number, holder, page };
  });
  try {
    await handOver(sheets);
  } finally {
    sheets.forEach(({ page }) => page[Symbol.dispose]());
  }
}
