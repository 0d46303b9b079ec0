// A gate on the way of requests: one that is held stays where it is until the test lets it go, so that something can be
// done at exactly that moment and no clock decides.
export interface Gate {
  /** Called by whoever serves: waits while this place is held. */
  pass(place: string): Promise<void>;
  /** From now on, or from the visit after `skip` others; the promise is kept when a visitor stands there. */
  hold(place: string, skip?: number): { reached: Promise<void>; open: () => void };
}

interface Held {
  skip: number;
  reach: () => void;
  opened: Promise<void>;
}

export function createGate(): Gate {
  const places = new Map<string, Held>();
  return {
    async pass(place) {
      const held = places.get(place);
      if (held !== undefined && held.skip > 0) {
        held.skip -= 1;
      } else if (held !== undefined) {
        held.reach();
        await held.opened;
      }
    },
    hold(place, skip = 0) {
      let reach = (): void => undefined;
      let letGo = (): void => undefined;
      const reached = new Promise<void>((resolve) => {
        reach = resolve;
      });
      const opened = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      places.set(place, { skip, reach, opened });
      return {
        reached,
        open: () => {
          places.delete(place);
          letGo();
        },
      };
    },
  };
}
