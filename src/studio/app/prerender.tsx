import { renderToString } from "react-dom/server";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { App } from "./app.tsx";
import { createQueryClient } from "./query-client.ts";

/** Renders the compose screen to HTML. The build puts it into index.html, so that it paints before any script runs. */
export function render(): string {
  return renderToString(<App queryClient={createQueryClient()} ssrPath={CREATE_PATH} />);
}
