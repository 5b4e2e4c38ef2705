/** Fixtures of all journeys: servers, and a check that no page logs an unexpected error. */
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { SimulatorServer } from "../../tests/servers/simulator-server.ts";
import { StudioServer } from "../../tests/servers/studio-server.ts";

interface Fixtures {
  /** Patterns of the console errors that this journey causes on purpose. */
  expectedErrors: RegExp[];
  failOnConsoleErrors: undefined;
  /** A server for this journey only, which it may kill or fill with tasks that never end. */
  ownServer: StudioServer;
  /** A simulator for this journey only, with a ledger, and a studio that uses it as the real service. */
  live: { simulator: SimulatorServer; studio: StudioServer };
  /** Speed of that simulator, as a factor. */
  simulatorSpeed: number;
  /** Whether the live studio's server has a key from the start. */
  startsWithKey: boolean;
}

interface WorkerFixtures {
  server: StudioServer;
}

/** Closes all pages before their server stops, since they would log errors. */
async function closePages(context: BrowserContext): Promise<void> {
  await Promise.all(context.pages().map((page) => page.close()));
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
  ownServer: async ({ context }, use) => {
    const server = await StudioServer.start();
    await use(server);
    await closePages(context);
    await server.stop();
  },
  simulatorSpeed: [8, { option: true }],
  startsWithKey: [true, { option: true }],
  live: async ({ context, simulatorSpeed, startsWithKey }, use) => {
    const simulator = await SimulatorServer.start(simulatorSpeed);
    const { KIRIN_API_KEY, ...keyless } = simulator.studioEnv;
    const studio = await StudioServer.start(
      startsWithKey ? { ...keyless, KIRIN_API_KEY } : keyless,
    );
    await use({ simulator, studio });
    await closePages(context);
    // An orderly stop would wait for creates that are never answered.
    await studio.kill();
    await studio.stop();
    await simulator.stop();
  },
  expectedErrors: [[], { option: true }],
  failOnConsoleErrors: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      const listen = (page: Page) => {
        page.on("console", (message) => {
          if (message.type() === "error" || message.type() === "warning")
            errors.push(message.text());
        });
        page.on("pageerror", (error) => errors.push(String(error)));
      };
      context.on("page", listen);
      await use(undefined);
      expect(
        errors.filter((text) => !expectedErrors.some((pattern) => pattern.test(text))),
      ).toEqual([]);
    },
    { auto: true },
  ],
});

/** For journeys that don't look at motion: Chromium paints without a GPU here, which took a third of their CPU time. */
export const STILL = { contextOptions: { reducedMotion: "reduce" } } as const;

export { expect };
