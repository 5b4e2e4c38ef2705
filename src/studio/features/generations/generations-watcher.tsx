/** The one place that asks Kirin how things stand. Mounted once by the app, it outlives every screen. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { configOptions } from "#studio/api/config.ts";
import { needsReading } from "#studio/domain/entry-transitions.ts";
import { POLL_MIN_MS } from "#studio/domain/poll-delay.ts";
import { useEntries, useLibraryStatus } from "#studio/storage/use-library.ts";
import { studioDeps } from "./generation-deps.ts";
import { createLimit } from "./limit.ts";
import { useAbandonedCreates } from "./use-abandoned-creates.ts";
import { useEndNews } from "./use-end-news.ts";
import { watchOptions } from "./watch-options.ts";

// Reads take no slot at Kirin, but a browser opens only six connections to one host, and clips want some.
const limit = createLimit(4);

/** Watches every entry that has something to tell, and says so when one ends. Draws nothing. */
export function GenerationsWatcher() {
  const entries = useEntries();
  const status = useLibraryStatus();
  const config = useQuery(configOptions()).data;
  const createTimeoutMs = config?.ok ? config.value.createTimeoutMs : Number.POSITIVE_INFINITY;
  const pollMinMs = config?.ok ? config.value.pollMinMs : POLL_MIN_MS;
  const upstream = config?.ok ? config.value.upstream : "live";

  useAbandonedCreates(entries, status);
  useEndNews(entries, status);

  useQueries({
    // The proxy knows its own pace: nothing is asked before it has said so, or failed to.
    queries: (config === undefined ? [] : entries)
      .filter(needsReading)
      .map(({ id }) =>
        watchOptions(id, { deps: studioDeps, limit, createTimeoutMs, pollMinMs, upstream }),
      ),
    combine: nothing,
  });
  return null;
}

// What was read goes into the library; this component has no use for it.
function nothing(): null {
  return null;
}
