// What the seal and the chain are held against lies in the keychain. Damaged it is as good as gone: what that means is said of the
// registry, and an officer may accept it; a refusal of the keychain would stand in every way, also in that one.
import { lostAs } from '../../ports/lost-secret.ts';

export async function wholeOrNone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (lostAs(error) === null) {
      throw error;
    }
    return null;
  }
}
