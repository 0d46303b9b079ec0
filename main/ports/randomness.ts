// Where what nobody can guess comes from.

export interface Randomness {
  /** A version-4 UUID. */
  uuid(): string;
  bytes(length: number): Uint8Array;
}
