/** Clips that are downloaded once, with the browser's real locks, channels and cache. */
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { ClipFault } from "#comparison/media/find-clip-fault.ts";
import { fail } from "#studio/api/http.ts";
import type { ClipStore, StoreFault } from "#studio/storage/clips/clip-store.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { aProblem } from "#studio/testing/fixtures.ts";
import type { ClipDownload } from "./clip-downloads.ts";
import { arrivingBytes } from "./testing/arriving-bytes.ts";
import { clipAnswer, openTab, testStore } from "./testing/open-downloads.ts";

const { signal } = new AbortController();
const FILE = new Blob([new Uint8Array(100_000).fill(7)], { type: "video/mp4" });

let count = 0;
/** An address of its own for each test, because locks are shared by all. */
const newSrc = () => {
  count += 1;
  return `/api/generations/task-${count}/clips/0`;
};

const kindOf = ({ state }: ClipDownload) => state.getState().kind;

/** A server whose clip arrives as the test wants. Every request gets the same bytes. */
async function slowServer(length: number | null = FILE.size) {
  const bytes = await arrivingBytes(FILE);
  return { ...bytes, fetchClip: async () => clipAnswer(bytes.stream, length) };
}

const wholeServer = async () => clipAnswer(FILE.stream(), FILE.size);

describe("one tab", () => {
  test("requests a clip once for the player and for the background work", async () => {
    const [src, server] = [newSrc(), await slowServer()];
    const tab = openTab(server);
    const played = tab.join(src);
    const saved = tab.save(src, signal);
    await eventually(() => expect(kindOf(played)).toBe("arriving"));
    expect(tab.join(src)).toBe(played);
    server.arrive(1);
    server.end();
    expect(await saved).toBeNull();
    expect(await played.result).toBeNull();
    expect(kindOf(played)).toBe("saved");
    expect(tab.fetchClip).toHaveBeenCalledOnce();
    expect((await testStore().read(src))?.size).toBe(FILE.size);
    expect(tab.find(src)).toBeNull();
  });

  test("gives the player all bytes from the first one, whenever it asks", async () => {
    const [src, server] = [newSrc(), await slowServer()];
    const download = openTab(server).join(src);
    await eventually(() => expect(kindOf(download)).toBe("arriving"));
    server.arrive(0.5);
    const progress = { bytes: 50_000, totalBytes: FILE.size };
    await eventually(() => expect(download.state.getState()).toMatchObject({ progress }));
    const state = download.state.getState();
    const stream = state.kind === "arriving" ? state.openStream() : null;
    server.arrive(1);
    server.end();
    expect((await new Response(stream).bytes()).byteLength).toBe(FILE.size);
    expect(await download.result).toBeNull();
  });

  test("clip: the page crashes after a clip was saved and before that was recorded → it is not fetched again", async () => {
    const src = newSrc();
    await testStore().put(src, { type: "video/mp4", length: FILE.size, body: FILE.stream() });
    const tab = openTab({ fetchClip: wholeServer });
    expect(await tab.save(src, signal)).toBeNull();
    expect(tab.findFault).toHaveBeenCalledOnce();
    expect(tab.fetchClip).not.toHaveBeenCalled();
  });

  test("clip: the page crashes between the download and its check, and the file is damaged → it is fetched again", async () => {
    const src = newSrc();
    await testStore().put(src, { type: "video/mp4", length: 3, body: new Blob(["bad"]).stream() });
    const tab = openTab({ fetchClip: wholeServer });
    tab.findFault.mockResolvedValueOnce("damaged");
    expect(await tab.save(src, signal)).toBeNull();
    expect(tab.fetchClip).toHaveBeenCalledOnce();
    expect((await testStore().read(src))?.size).toBe(FILE.size);
  });

  test.each([
    ["not-a-clip", "clip-unreadable"],
    ["cut-short", "clip-cut-short"],
    ["damaged", "clip-damaged"],
  ] satisfies [ClipFault, string][])(
    "clip: a complete file is %s → it is not saved, and the reason is returned",
    async (fault, code) => {
      const [src, tab] = [newSrc(), openTab({ fetchClip: wholeServer })];
      tab.findFault.mockResolvedValue(fault);
      expect(await tab.save(src, signal)).toMatchObject({ code, retryable: true });
      expect(await testStore().has(src)).toBe(false);
    },
  );

  test("clip: the connection fails during a download → nothing is saved, and the next request starts again", async () => {
    const [src, server] = [newSrc(), await slowServer()];
    const tab = openTab(server);
    const broken = tab.save(src, signal);
    server.arrive(0.5);
    server.end(new TypeError("network error"));
    expect(await broken).toMatchObject({ code: "clip-broken", retryable: true });
    expect(await testStore().has(src)).toBe(false);
    tab.fetchClip.mockImplementation(wholeServer);
    expect(await tab.save(src, signal)).toBeNull();
  });

  test("gives the server's own reason when there are no bytes", async () => {
    const problem = aProblem("clip-expired", { status: 410 });
    const tab = openTab({ fetchClip: async () => ({ ok: false, problem }) });
    expect(await tab.save(newSrc(), signal)).toEqual(problem);
  });

  test("an unexpected error ends the download", async () => {
    const tab = openTab({ fetchClip: () => Promise.reject(new Error("a bug")) });
    expect(await tab.save(newSrc(), signal)).toMatchObject({ code: "clip-broken" });
  });
});

describe("where clips can't be stored", () => {
  const storeWith = (change: Partial<ClipStore>): ClipStore => ({ ...testStore(), ...change });

  test.each([
    ["full", "clips-full"],
    ["unavailable", "clips-unavailable"],
  ] satisfies [StoreFault, string][])(
    "clip: the store of clips is %s → nothing is requested",
    async (fault, code) => {
      const store = storeWith({ findObstacle: async () => fault });
      const tab = openTab({ store, fetchClip: wholeServer });
      expect(await tab.save(newSrc(), signal)).toMatchObject({ code });
      expect(tab.fetchClip).not.toHaveBeenCalled();
    },
  );

  test("clip: the browser's quota is reached while a clip plays → the problem is reported, and the clip still arrives for the player", async () => {
    const server = await slowServer();
    const store = storeWith({
      async put(_src, { body }) {
        const reader = body.getReader();
        await reader.read();
        await reader.cancel();
        return "full";
      },
    });
    const tab = openTab({ store, ...server });
    const download = tab.join(newSrc());
    await eventually(() => expect(kindOf(download)).toBe("arriving"));
    const state = download.state.getState();
    const stream = state.kind === "arriving" ? state.openStream() : null;
    server.arrive(0.5);
    expect(await download.result).toMatchObject({ code: "clips-full" });
    server.arrive(1);
    server.end();
    expect((await new Response(stream).bytes()).byteLength).toBe(FILE.size);
  });

  test("clip: the browser's quota is reached and nobody plays the clip → the request is cancelled", async () => {
    const server = await slowServer();
    const store = storeWith({
      async put(_src, { body }) {
        await body.cancel();
        return "full";
      },
    });
    expect(await openTab({ store, ...server }).save(newSrc(), signal)).not.toBeNull();
    await eventually(() => expect(server.isCancelled()).toBe(true));
  });
});

describe("two tabs", () => {
  test("tabs: two tabs need the same clip → one requests it, and the other follows its progress and uses the copy", async () => {
    const [src, server] = [newSrc(), await slowServer()];
    let nowMs = 0;
    const now = () => {
      nowMs += 1000;
      return new Date(nowMs);
    };
    const [first, second] = [openTab({ ...server, now }), openTab(server)];
    const leading = first.join(src);
    await eventually(() => expect(kindOf(leading)).toBe("arriving"));
    const waiting = second.join(src);
    server.arrive(0.5);
    const progress = { bytes: 50_000, totalBytes: FILE.size };
    await eventually(() => {
      expect(waiting.state.getState()).toEqual({ kind: "waiting", progress });
    });
    server.arrive(1);
    server.end();
    expect(await leading.result).toBeNull();
    expect(await waiting.result).toBeNull();
    expect(first.fetchClip).toHaveBeenCalledOnce();
    expect(second.fetchClip).not.toHaveBeenCalled();
  });

  test("tabs: the download of another tab fails → the waiting tab downloads the clip itself", async () => {
    const src = newSrc();
    const first = openTab({ fetchClip: async () => fail("studio-unreachable", "") });
    const second = openTab({ fetchClip: wholeServer });
    const [one, two] = [first.save(src, signal), second.save(src, signal)];
    expect(await one).toMatchObject({ code: "studio-unreachable" });
    expect(await two).toBeNull();
  });

  test("tabs: the tab that downloads a clip freezes → another tab steals the lock, and the first one stops", async () => {
    const [src, server] = [newSrc(), await slowServer()];
    const [frozen, second] = [openTab(server), openTab({ fetchClip: wholeServer })];
    const stuck = frozen.join(src);
    await eventually(() => expect(kindOf(stuck)).toBe("arriving"));
    const saved = second.save(src, signal);
    await eventually(async () => {
      const { pending = [] } = await navigator.locks.query();
      expect(pending.some(({ name }) => name?.endsWith(src))).toBe(true);
    });
    second.ring();
    expect(await saved).toBeNull();
    expect(frozen.fetchClip.mock.calls[0]?.[1].signal.aborted).toBe(true);
    server.end(new TypeError("aborted"));
    expect(await stuck.result).toMatchObject({ code: "clip-broken" });
    expect((await testStore().read(src))?.size).toBe(FILE.size);
  });

  test("tabs: a page is about to freeze → its downloads end, and a waiting tab takes over", async () => {
    const [src, server] = [newSrc(), await slowServer()];
    const [first, second] = [openTab(server), openTab({ fetchClip: wholeServer })];
    const stopped = first.join(src);
    await eventually(() => expect(kindOf(stopped)).toBe("arriving"));
    const saved = second.save(src, signal);
    first.suspend();
    expect(first.fetchClip.mock.calls[0]?.[1].signal.aborted).toBe(true);
    server.end(new TypeError("aborted"));
    expect(await stopped.result).toMatchObject({ code: "clip-broken" });
    expect(await saved).toBeNull();
  });

  test("tabs: a page that waits for a download is about to freeze → it stops waiting", async () => {
    const [src, server] = [newSrc(), await slowServer()];
    const [first, second] = [openTab(server), openTab(server)];
    const leading = first.join(src);
    await eventually(() => expect(kindOf(leading)).toBe("arriving"));
    const waiting = second.join(src);
    second.suspend();
    expect(await waiting.result).not.toBeNull();
    server.arrive(1);
    server.end();
    expect(await leading.result).toBeNull();
  });

  test.each([
    ["has no Web Locks", null],
    ["rejects every lock", { request: () => Promise.reject(new Error("no locks")) }],
  ])("tabs: a browser %s → every tab downloads what it needs", async (_name, locks) => {
    const src = newSrc();
    const deps = { fetchClip: wholeServer, locks };
    const [first, second] = [openTab(deps), openTab(deps)];
    expect(await Promise.all([first.save(src, signal), second.save(src, signal)])).toEqual([
      null,
      null,
    ]);
  });
});

describe("a caller that only waits", () => {
  test("can leave without aborting the download", async () => {
    const [src, server, leaving] = [newSrc(), await slowServer(), new AbortController()];
    const tab = openTab(server);
    const saved = tab.save(src, leaving.signal);
    await eventually(() => expect(tab.fetchClip).toHaveBeenCalledOnce());
    leaving.abort();
    expect(await saved).toMatchObject({ code: "studio-aborted" });
    const download = tab.find(src);
    server.arrive(1);
    server.end();
    expect(await download?.result).toBeNull();
  });

  test("is notified of every step", async () => {
    const [src, server] = [newSrc(), await slowServer()];
    const download = openTab(server).join(src);
    const kinds = vi.fn();
    onTestFinished(download.state.subscribe(({ kind }) => kinds(kind)));
    await eventually(() => expect(kindOf(download)).toBe("arriving"));
    server.arrive(1);
    server.end();
    await download.result;
    expect([...new Set(kinds.mock.calls.flat())]).toEqual(["arriving", "checking", "saved"]);
  });
});
