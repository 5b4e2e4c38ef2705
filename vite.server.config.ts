/**
 * Bundles what runs in Node: the server, the simulator alone, the render process, and the prerendered compose screen.
 */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  publicDir: false,
  build: {
    ssr: true,
    outDir: "dist/server",
    target: "node20",
    minify: false,
    rolldownOptions: {
      input: {
        main: "src/hosts/node/main.ts",
        simulator: "src/hosts/node/simulator-main.ts",
        "render-child": "src/renderer/pool/render-child.ts",
        prerender: "src/studio/app/prerender.tsx",
      },
      // Beside the entries, so that import.meta.dirname means dist/server everywhere.
      output: { chunkFileNames: "[name]-[hash].js" },
    },
  },
});
