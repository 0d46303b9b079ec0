// The typed reason for going past a guard: as short as the contract allows, and no shorter.
const SHORTEST = 3;

export const isReason = (text: string): boolean => text.trim().length >= SHORTEST;
