import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { onSignedOut, Refused } from './api/client.ts';
import { sessionQuery } from './api/queries.ts';
import { router } from './router.tsx';
import { Toasts } from './ui/toasts.tsx';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal is an answer: asking again would give the same one. A cut line is worth one more try.
      retry: (failures, error) => !(error instanceof Refused && error.status < 500) && failures < 1,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

onSignedOut(() => void client.invalidateQueries({ queryKey: sessionQuery.queryKey }));

export function App() {
  return (
    <QueryClientProvider client={client}>
      <Toasts>
        <RouterProvider router={router} />
      </Toasts>
    </QueryClientProvider>
  );
}
