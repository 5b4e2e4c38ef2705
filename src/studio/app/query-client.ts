import { QueryClient } from "@tanstack/react-query";

/**
 * What Kirin says now. `networkMode` "online" would pause even requests to localhost (TanStack/query #4772), and a
 * retry would wait while the tab is hidden (#8353): every query has its own rule about asking again.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: "always", retry: false },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
