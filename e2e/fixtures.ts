/** What every journey has: a server of its own worker, and a page on which nothing may go wrong in silence. */
import { test as base, expect } from "@playwright/test";
import { StudioServer } from "./studio-server.ts";

interface Fixtures {
  /** Patterns of console errors that this journey provokes on purpose. */
  expectedErrors: RegExp[];
  noSilentTrouble: undefined;
}

interface WorkerFixtures {
  server: StudioServer;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures out of the pattern.
    async ({}, use) => {
      const server = await StudioServer.start();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.url);
  },
  expectedErrors: [[], { option: true }],
  noSilentTrouble: [
    async ({ page, expectedErrors }, use) => {
      const trouble: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") trouble.push(message.text());
      });
      page.on("pageerror", (error) => trouble.push(String(error)));
      await use(undefined);
      expect(
        trouble.filter((text) => !expectedErrors.some((pattern) => pattern.test(text))),
      ).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
