// A KeychainBackend whose keytar lives in a child process: the vault under test stays here, the OS calls are made there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { KeychainBackend } from '../../main/key-store/keychain/backend.ts';
import { bundleFixture } from '../support/bundle-fixture.ts';
import { Answer, type Question } from './keytar-messages.ts';

export interface RemoteKeychain extends KeychainBackend {
  stop: () => Promise<void>;
}

let program: Promise<string> | undefined;

/** Starts keytar in the environment of a session. */
export async function startKeytar(env: NodeJS.ProcessEnv): Promise<RemoteKeychain> {
  program ??= bundleFixture(path.join(import.meta.dirname, 'keytar-process.ts'));
  const child = spawn(process.execPath, [await program], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;

  createInterface({ input: child.stdout }).on('line', (line) => {
    const answer = Answer.parse(JSON.parse(line));
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  child.once('exit', () => {
    waiting.forEach((settle, id) => settle({ id, value: null, error: 'the keytar process ended' }));
  });

  async function ask(call: Question['call'], service: string, account: string, text = ''): Promise<Answer['value']> {
    lastId += 1;
    const question: Question = { id: lastId, call, service, account, text };
    const answered = new Promise<Answer>((resolve) => waiting.set(question.id, resolve));
    child.stdin.write(`${JSON.stringify(question)}\n`);
    const { value, error } = await answered;
    if (error !== null) {
      throw new Error(error);
    }
    return value;
  }

  return {
    async getPassword(service, account) {
      const text = await ask('getPassword', service, account);
      return typeof text === 'string' ? text : null;
    },
    async setPassword(service, account, text) {
      await ask('setPassword', service, account, text);
    },
    async deletePassword(service, account) {
      return (await ask('deletePassword', service, account)) === true;
    },
    async stop() {
      // Not politely: a call that hangs in libsecret keeps a process from ending by itself.
      child.kill('SIGKILL');
      await ended;
    },
  };
}
