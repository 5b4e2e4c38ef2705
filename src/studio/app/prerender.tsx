import { renderToString } from "react-dom/server";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { App } from "./app.tsx";
import { createQueryClient } from "./query-client.ts";

/** The compose screen as HTML, for the build to put into index.html, so that it paints before any script runs. */
export function render(): string {
  return renderToString(<App queryClient={createQueryClient()} ssrPath={CREATE_PATH} />);
}
