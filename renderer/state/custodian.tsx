// Gives the screens their custodian, and keeps what they have read fresh: whatever changes the registry, in this
// window or on the command line, ends in one `changed` event.
import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import type { Custodian } from '../bridge.ts';

/** Queries that read a remote endpoint. An officer must not find another set under the pointer, so a change of the
 * registry leaves these alone; a push that is bound to an outdated preview is refused by the main process. */
export const REMOTE = 'remote';

const CustodianContext = createContext<Custodian | null>(null);

export function useCustodian(): Custodian {
  const custodian = use(CustodianContext);
  if (custodian === null) {
    throw new Error('no custodian above this component');
  }
  return custodian;
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The answers come from this machine: a failure is a fact to show, not a hiccup to hide by asking again.
      queries: { retry: false, networkMode: 'always', staleTime: Infinity, refetchOnWindowFocus: false },
      // Results are dropped with the screen that asked: a token in one of them is a credential.
      mutations: { retry: false, networkMode: 'always', gcTime: 0 },
    },
  });
}

/** What the first screen shows, asked before there is a screen. An answer that fails is asked for again by the screen. */
export function askAhead(custodian: Custodian, client: QueryClient): void {
  void client
    .query({ queryKey: ['tenant.list'], queryFn: () => custodian.call('tenant.list', {}) })
    .catch(() => undefined);
}

interface CustodianProviderProps {
  custodian: Custodian;
  /** With what was asked already. */
  client?: QueryClient | undefined;
  children: ReactNode;
}

export function CustodianProvider({ custodian, client: given, children }: CustodianProviderProps) {
  const [client] = useState(() => given ?? makeQueryClient());
  return (
    <CustodianContext value={custodian}>
      <QueryClientProvider client={client}>
        <KeepFresh />
        {children}
      </QueryClientProvider>
    </CustodianContext>
  );
}

function KeepFresh() {
  const custodian = useCustodian();
  const client = useQueryClient();
  useEffect(
    () =>
      custodian.on('changed', () => {
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== REMOTE });
      }),
    [custodian, client],
  );
  return null;
}
