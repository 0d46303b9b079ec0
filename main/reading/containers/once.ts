// What was encrypted is opened once: a file that is encrypted inside once more was made by nobody honest.
import type { KeyShape } from '../private-shape.ts';

export const onlyOnce = (shape: KeyShape): KeyShape =>
  shape.form === 'encrypted PKCS#8' || shape.form === 'PKCS#12'
    ? { form: 'foreign', problem: { code: 'encrypted-twice' } }
    : shape;
