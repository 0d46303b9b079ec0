// By what the sandbox that announced itself is known again (announcement.ts).
import { HEALTH_PATH } from './announcement.ts';
import { type Answer, json } from './answers.ts';

/** The answer to a request for the nonce; `null` for every other request. */
export function answerHealth({ method, target }: { method: string; target: string }, nonce: string): Answer | null {
  return method === 'GET' && target === HEALTH_PATH ? json(200, { nonce }) : null;
}
