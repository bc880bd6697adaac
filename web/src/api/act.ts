import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey, Unreachable } from './client.ts';

/** Forgets what was read, since an act may have changed any of it. What is on screen is read again at once. */
export function refreshAll(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
}

/**
 * An act of the user. The key stays the same as long as the answer never came and the act is unchanged, so that
 * trying again after a cut cannot do it twice; any answer of the server ends that act. Acts of one queue leave one after the other: each sends the whole of what it changes, and the last one
 * asked must be the last one kept.
 */
export function useAct<Input, Output>(
  perform: (input: Input, key: string) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
  queue?: string,
) {
  const client = useQueryClient();
  const pending = useRef<{ key: string; body: string } | null>(null);
  return useMutation({
    ...(queue && { scope: { id: queue } }),
    mutationFn: (input: Input) => {
      const body = input instanceof FormData ? newKey() : JSON.stringify(input ?? null);
      if (pending.current?.body !== body) pending.current = { key: newKey(), body };
      return perform(input, pending.current.key);
    },
    onSuccess: async (output, input) => {
      pending.current = null;
      onDone?.(output, input);
      await refreshAll(client);
    },
    onError: (error) => {
      if (!(error instanceof Unreachable)) pending.current = null;
    },
  });
}
