/** Builds the studio (the browser's half) and serves it with hot reload. The server half has its own config. */
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where `npm run dev` runs the proxy; Vite passes the studio's requests on to it. */
const apiOrigin = process.env.KIRIN_STUDIO_API_ORIGIN ?? "http://localhost:4175";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: {
    // wouter supports versions of React without this hook.
    alias: { "use-sync-external-store/shim/index.js": "react" },
  },
  build: {
    outDir: "dist/studio",
    target: "es2023",
    // The build puts the one style sheet into the page itself: no part has to bring it.
    cssCodeSplit: false,
    // The names of every lazy screen's parts, and the code that preloads them, would be 3 kB of the first load. Screens
    // are fetched ahead on the first interaction, and the build names what the page itself needs.
    modulePreload: false,
    // What the page needs at once is one chunk. Parts shared with lazy screens would otherwise be sixteen small files
    // more, with a request each, and 4 kB more after compression.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "page", tags: ["$initial"] }] } },
    },
    reportCompressedSize: false,
  },
  server: {
    strictPort: true,
    proxy: { "/api": { target: apiOrigin }, "/healthz": { target: apiOrigin } },
  },
});
