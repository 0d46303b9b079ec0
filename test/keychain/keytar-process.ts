// keytar in a process of its own, driven by JSON lines: libsecret connects once per process, to the bus that the
// environment named at that moment, so every keyring session needs its own.
import process from 'node:process';
import { createInterface } from 'node:readline';
import { nativeKeychain } from '../../main/key-store/keychain/load-keytar.ts';
import { type Answer, Question } from './keytar-messages.ts';

const keytar = nativeKeychain();

const reply = (answer: Answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

function ask({ call, service, account, text }: Question): Promise<string | boolean | null | void> {
  return call === 'setPassword' ? keytar.setPassword(service, account, text) : keytar[call](service, account);
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const question = Question.parse(JSON.parse(line));
  ask(question).then(
    (value) => reply({ id: question.id, value: value ?? null, error: null }),
    (error: unknown) => reply({ id: question.id, value: null, error: String(error) }),
  );
});
