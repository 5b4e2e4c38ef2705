import { QueryClient } from "@tanstack/react-query";

/**
 * The cache of Kirin's current state. `networkMode` "online" would pause even requests to localhost (TanStack/query
 * #4772), and a retry would wait while the tab is hidden (#8353), so every query has its own refetch rule.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: "always", retry: false },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
