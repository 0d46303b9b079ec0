import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { expect, it } from 'vitest';
import { createGestureGate } from '../../../main/app/gesture-gate.ts';
import { createPasteGate, isPaste } from '../../../main/app/paste-gate.ts';

const pressed = { type: 'rawKeyDown' as const, modifiers: ['control' as const], key: 'v', code: 'KeyV' };

it('lets one act through for each gesture, and none without', () => {
  const gate = createGestureGate(5000);
  expect(gate.spend(0)).toBe(false);
  gate.noteGesture(1000);
  expect([gate.spend(1500), gate.spend(1500)]).toEqual([true, false]);
  gate.noteGesture(2000);
  gate.noteGesture(2001);
  expect([gate.spend(2002), gate.spend(2002), gate.spend(2002)]).toEqual([true, true, false]);
});

it('forgets a gesture after its time, and one from before the clock was set back', () => {
  const gate = createGestureGate(5000);
  gate.noteGesture(1000);
  expect(gate.spend(6001)).toBe(false);
  gate.noteGesture(10_000);
  expect(gate.spend(9999)).toBe(false);
  gate.noteGesture(10_000);
  expect(gate.spend(15_000)).toBe(true);
});

it('knows the keys that paste', () => {
  expect(isPaste(pressed, false)).toBe(true);
  expect(isPaste({ ...pressed, key: 'V', modifiers: ['control', 'shift'] }, false)).toBe(true);
  expect(isPaste({ ...pressed, key: 'м' }, false)).toBe(true);
  expect(isPaste({ ...pressed, key: 'Insert', code: 'Insert', modifiers: ['shift'] }, false)).toBe(true);
  expect(isPaste({ ...pressed, modifiers: ['meta'] }, true)).toBe(true);
});

it('takes nothing else for pasting', () => {
  expect(isPaste({ ...pressed, type: 'keyUp' }, false)).toBe(false);
  expect(isPaste({ ...pressed, type: 'char' }, false)).toBe(false);
  expect(isPaste({ ...pressed, modifiers: [] }, false)).toBe(false);
  expect(isPaste({ ...pressed, modifiers: ['control', 'alt'] }, false)).toBe(false);
  expect(isPaste({ ...pressed, key: 'k' }, false)).toBe(false);
  expect(isPaste({ ...pressed, key: 'c', code: 'KeyC' }, false)).toBe(false);
  expect(isPaste({ type: 'mouseDown', modifiers: ['control'] }, false)).toBe(false);
  expect(isPaste(pressed, true)).toBe(false);
});

it('reads the clipboard after the keys and after the menu, and says so when there was neither', () => {
  let now = 0;
  const contents = new EventEmitter();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- events are all that is asked of it
  const gate = createPasteGate(contents as unknown as Pick<WebContents, 'on'>, { now: () => new Date(now) }, false);
  const expectRefusal = () =>
    expect(() => gate.spend()).toThrow(expect.objectContaining({ code: 'PASTE_NOT_SEEN', facts: { seconds: 5 } }));
  expectRefusal();
  contents.emit('input-event', {}, pressed);
  now = 5000;
  gate.spend();
  expectRefusal();
  gate.note();
  now = 10_001;
  expectRefusal();
  gate.note();
  gate.spend();
});
