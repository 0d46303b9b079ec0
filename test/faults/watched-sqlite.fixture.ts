// The real SQLite, with a place to die around every statement that begins, makes, or ends a change. The bundle of the
// fixture program takes it in place of the package (kill-matrix.test.ts).
import { DatabaseSync as RealDatabase, type StatementSyncInstance } from '@photostructure/sqlite';
import { boundary } from './boundary.ts';

export class DatabaseSync extends RealDatabase {
  override exec(sql: string): void {
    boundary(`before ${sql}`);
    super.exec(sql);
    boundary(`after ${sql}`);
  }

  override prepare(sql: string): StatementSyncInstance {
    const statement = super.prepare(sql);
    if (sql.startsWith('SELECT') || sql.startsWith('PRAGMA')) {
      return statement;
    }
    return new Proxy(statement, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') {
          return member;
        }
        return (...values: unknown[]): unknown => {
          const result: unknown = Reflect.apply(member, target, values);
          boundary(`inside ${sql.slice(0, 40)}`);
          return result;
        };
      },
    });
  }
}
