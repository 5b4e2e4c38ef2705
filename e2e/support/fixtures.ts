/** What every journey has: a server of its own worker, and a page on which nothing may go wrong in silence. */
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { SimulatorServer } from "../../tests/servers/simulator-server.ts";
import { StudioServer } from "../../tests/servers/studio-server.ts";

interface Fixtures {
  /** Patterns of console errors that this journey provokes on purpose. */
  expectedErrors: RegExp[];
  noSilentTrouble: undefined;
  /** A server of this journey alone: to be killed, or to hold tasks that never end. */
  ownServer: StudioServer;
  /** A simulator of this journey alone, whose ledger can be read, and a studio that takes it for the real service. */
  live: { simulator: SimulatorServer; studio: StudioServer };
  /** How fast that simulator is: many times the real waiting, where a journey does not need time itself. */
  simulatorSpeed: number;
  /** False for a live studio whose server has no key yet. */
  startsWithKey: boolean;
}

interface WorkerFixtures {
  server: StudioServer;
}

/** Leaves a server before it ends: a page that still asked it would rightly complain. */
async function leave(context: BrowserContext): Promise<void> {
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
    await leave(context);
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
    await leave(context);
    // A create that nobody answers would hold up an orderly end.
    await studio.kill();
    await studio.stop();
    await simulator.stop();
  },
  expectedErrors: [[], { option: true }],
  noSilentTrouble: [
    async ({ context, expectedErrors }, use) => {
      const trouble: string[] = [];
      const listen = (page: Page) => {
        page.on("console", (message) => {
          if (message.type() === "error" || message.type() === "warning")
            trouble.push(message.text());
        });
        page.on("pageerror", (error) => trouble.push(String(error)));
      };
      context.on("page", listen);
      await use(undefined);
      expect(
        trouble.filter((text) => !expectedErrors.some((pattern) => pattern.test(text))),
      ).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
