// One look of the watch over the published sets: the whole one, or what a stranger sees while the passphrase is not given. A locked
// keychain is left alone, since asking for it would open a prompt that nobody expects.
import { type DriftReport, isAlarm } from '../../shared/domain/published-set/drift-report.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { NativeWords } from '../../shared/words/words.ts';
import type { Note } from './desktop-note.ts';

interface Options {
  custodian: Pick<Custodian, 'status' | 'lookOverFleet' | 'lookFromOutside'>;
  words: () => NativeWords;
  tell: (note: Note) => void;
}

/** Each alarm is told once. */
export function createDriftLook({ custodian, words, tell }: Options): (signal: AbortSignal) => Promise<void> {
  const told = new Set<string>();

  async function reports(signal: AbortSignal): Promise<DriftReport[]> {
    const { vault, seal } = await custodian.status();
    if (vault.condition === 'available') {
      return custodian.lookOverFleet({}, { signal });
    }
    return seal.locked ? custodian.lookFromOutside({ signal }) : [];
  }

  return async (signal) => {
    for (const { tenant, findings } of await reports(signal)) {
      const news = findings.filter(isAlarm).filter(({ kind, kid }) => !told.has(`${tenant} ${kind} ${kid}`));
      news.forEach(({ kind, kid }) => told.add(`${tenant} ${kind} ${kid}`));
      const [first] = news;
      if (first !== undefined) {
        const { alarmAt, shared } = words();
        const { what, todo } = shared.drift[first.kind];
        tell({ title: alarmAt(tenant), body: `${first.kid} ${what}. ${todo}` });
      }
    }
  };
}
