// The real window over the fake bridge, in an ordinary browser: `npx vite test/unit/renderer/dev`.
// `?scene=empty|plain|crowded|fleet|waiting|register&delay=MS` chooses what is there and how slow it answers.
import '../../../../renderer/bridge.ts';
import { makeFakeBridge, type FakeBridge } from '../fake-bridge.ts';
import type { Scene } from '../fake-scenes.ts';

declare global {
  interface Window {
    /** For whoever plays with the page, or drives it. */
    fake: FakeBridge;
  }
}

const SCENES: readonly Scene[] = ['empty', 'plain', 'crowded', 'fleet', 'waiting', 'register'];
const query = new URLSearchParams(window.location.search);
window.fake = makeFakeBridge({
  scene: SCENES.find((scene) => scene === query.get('scene')) ?? 'plain',
  delayMs: Number(query.get('delay') ?? 0),
});
window.custodian = window.fake;
await import('../../../../renderer/main.tsx');
