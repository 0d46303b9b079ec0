// Which data a program opens. A checkout has its own, and opens those of the installed product only when it is told to in
// so many words: what is being developed must not migrate or use production keys by accident (docs/adr/0023).
import { type BigIntStats, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { CustodianError } from '../../shared/errors.ts';
import type { Edition } from '../../shared/app-info.ts';
import { defaultDataFolder } from './data-folder.ts';

const REGISTRY = 'registry.db';

export interface CustodyPlace {
  folder: string;
  /** What this program is. */
  edition: Edition;
  /** Whose data it works on: the product's in the product, and in a checkout that was told to. */
  custodyOf: Edition;
  /** Where data lie that a checkout would have opened before it had a folder of its own; `null` when there are none. */
  formerFolder: string | null;
}

interface Wish {
  /** The program's file, or the folder or archive it was started from. */
  program: string;
  /** What `--data-dir` says. */
  dataDir: string | null;
  /** Whether `--product` was said. */
  product: boolean;
}

/** What is installed lies in an archive; a checkout is loose files. */
export function editionOf(program: string): Edition {
  return program.split(/[\\/]/).includes('app.asar') ? 'product' : 'checkout';
}

/** Throws REGISTRY_OF_PRODUCT. */
export function chooseCustody({ program, dataDir, product }: Wish): CustodyPlace {
  const edition = editionOf(program);
  const custodyOf = product ? 'product' : edition;
  const folder = dataDir === null ? defaultDataFolder(custodyOf) : path.resolve(dataDir);
  const products = defaultDataFolder('product');
  if (custodyOf === 'checkout' && (isSame(folder, products) || isSame(...registriesOf(folder, products)))) {
    throw new CustodianError('REGISTRY_OF_PRODUCT', {});
  }
  const former = custodyOf === 'checkout' && dataDir === null && existsSync(path.join(products, REGISTRY));
  return { folder, edition, custodyOf, formerFolder: former ? products : null };
}

/** Was nothing kept in it so far? */
export function isFresh({ folder }: CustodyPlace): boolean {
  return !existsSync(path.join(folder, REGISTRY));
}

const registriesOf = (one: string, other: string): [string, string] => [
  path.join(one, REGISTRY),
  path.join(other, REGISTRY),
];

/** The same place on disk, by whatever name: links, other case, other ways there. Where nobody gets to, only the name says. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [lookAt(one), lookAt(other)];
  return first === undefined || second === undefined
    ? path.resolve(one) === path.resolve(other)
    : first.dev === second.dev && first.ino === second.ino;
}

/** What cannot be looked at is not opened either: why not, the opening says, about the place that was meant. */
function lookAt(place: string): BigIntStats | undefined {
  try {
    return statSync(place, { bigint: true });
  } catch {
    return undefined;
  }
}
