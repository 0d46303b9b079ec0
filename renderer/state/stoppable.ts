// A read of something far away, which may take as long as the other side likes: it can be left, and tried again. Leaving the
// screen leaves it too, because nothing else shows what it reads.
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';

export interface Stoppable {
  /** True from when the officer stopped it until it is read again. */
  stopped: boolean;
  /** What was shown before is shown again. */
  stop: () => void;
}

export function useStoppable(queryKey: QueryKey, isFetching: boolean): Stoppable {
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [wasFetching, setWasFetching] = useState(isFetching);
  if (wasFetching !== isFetching) {
    setWasFetching(isFetching);
    if (isFetching) {
      setAsked(false);
    }
  }
  return {
    stopped: asked && !isFetching,
    stop: () => {
      setAsked(true);
      void client.cancelQueries({ queryKey, exact: true });
    },
  };
}

/** What is read from far away, as its screens need it. */
export interface RemoteRead<T> extends Stoppable {
  data: T | undefined;
  error: Error | null;
  isPending: boolean;
  isFetching: boolean;
  refetch: () => Promise<unknown>;
}

export const readFrom = <T>(
  { data, error, isPending, isFetching, refetch }: Omit<RemoteRead<T>, keyof Stoppable>,
  stoppable: Stoppable,
): RemoteRead<T> => ({ data, error, isPending, isFetching, refetch, ...stoppable });
