/** Reads the proxy's configuration until it is known. */
import type { StudioConfig } from "#contract/config.ts";
import type { GenerationDeps } from "../generation-deps.ts";

const CONFIG_RETRY_MS = 5000;

/** Resolves after the first attempt, and retries until `onConfig` has the configuration or `signal` aborts. */
export async function fetchConfig(
  deps: Pick<GenerationDeps, "readConfig" | "setTimer">,
  signal: AbortSignal,
  onConfig: (config: StudioConfig) => void,
): Promise<void> {
  const config = await deps.readConfig(signal);
  if (signal.aborted) return;
  if (config.ok) {
    onConfig(config.value);
    return;
  }
  const cancel = deps.setTimer(() => {
    signal.removeEventListener("abort", cancel);
    void fetchConfig(deps, signal, onConfig);
  }, CONFIG_RETRY_MS);
  signal.addEventListener("abort", cancel, { once: true });
}
