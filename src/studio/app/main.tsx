import "./tokens.css";
import { startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import * as z from "zod/mini";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { App } from "./app.tsx";
import { applyPreferences } from "./apply-preferences.ts";
import { createQueryClient } from "./query-client.ts";

// zod probes `new Function`, which a strict content security policy reports (colinhacks/zod #5414).
z.config({ jitless: true });

applyPreferences();

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

// Only the create screen is prerendered. On other screens the script in index.html empties #root.
if (root.firstElementChild !== null) {
  // In a transition, React hydrates in slices and lets input through between them.
  startTransition(() => {
    hydrateRoot(root, <App queryClient={createQueryClient()} ssrPath={CREATE_PATH} />);
  });
} else {
  createRoot(root).render(<App queryClient={createQueryClient()} />);
}
