// The real window over the fake bridge, in an ordinary browser: `npx vite test/unit/renderer/dev`.
// `?scene=empty|plain|crowded&delay=MS` chooses what is there and how slow it answers.
import { makeFakeBridge } from '../fake-bridge.ts';
import type { Scene } from '../fake-world.ts';

const SCENES: readonly Scene[] = ['empty', 'plain', 'crowded'];
const query = new URLSearchParams(window.location.search);
const bridge = makeFakeBridge({
  scene: SCENES.find((scene) => scene === query.get('scene')) ?? 'plain',
  delayMs: Number(query.get('delay') ?? 0),
});
window.custodian = bridge;
Object.assign(window, { fake: bridge });
await import('../../../../renderer/main.tsx');
