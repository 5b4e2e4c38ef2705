import { beforeEach, expect, test, vi } from "vitest";
import { eventually } from "#studio/testing/eventually.ts";
import { createPosters } from "./posters.ts";

const rows = new Map<string, Blob>();
const fault = { reading: false };
const revoked: string[] = [];
let urls = 0;

beforeEach(() => {
  rows.clear();
  fault.reading = false;
  revoked.length = 0;
  urls = 0;
  vi.spyOn(URL, "createObjectURL").mockImplementation(() => {
    urls += 1;
    return `blob:${urls}`;
  });
  vi.spyOn(URL, "revokeObjectURL").mockImplementation((url) => revoked.push(url));
  return () => vi.restoreAllMocks();
});

const open = (heldMax?: number) =>
  createPosters({
    openDatabase: async () => ({
      read: async (src) => {
        if (fault.reading) throw new Error("The disk failed.");
        return rows.get(src) ?? null;
      },
      write: async (src, poster) => void rows.set(src, poster),
      remove: async (src) => void rows.delete(src),
    }),
    ...(heldMax === undefined ? {} : { heldMax }),
  });

/** A maker that is controlled by the test. */
function aMaker() {
  const started: string[] = [];
  const finish = new Map<string, (poster: Blob | null) => void>();
  const make = (src: string) =>
    new Promise<Blob | null>((resolve) => {
      started.push(src);
      finish.set(src, resolve);
    });
  return { started, make, finish: (src: string, poster: Blob | null) => finish.get(src)?.(poster) };
}

test("makes a poster once, keeps it, and finds it after a reload", async () => {
  const maker = aMaker();
  const found = vi.fn();
  const posters = open();
  posters.request("a", maker.make, found);
  await eventually(() => expect(maker.started).toEqual(["a"]));
  maker.finish("a", new Blob(["a"]));
  await eventually(() => expect(found).toHaveBeenCalledWith("blob:1"));
  expect(posters.peek("a")).toBe("blob:1");
  await eventually(() => expect(rows.has("a")).toBe(true));

  const later = open();
  expect(later.peek("a")).toBeNull();
  later.request("a", maker.make, found);
  await eventually(() => expect(found).toHaveBeenLastCalledWith("blob:2"));
  expect(maker.started).toEqual(["a"]);
});

test("makes two at a time, the newest first, and none that is no longer wanted", async () => {
  const maker = aMaker();
  const posters = open();
  const withdraw = ["a", "b", "c", "d", "e"].map((src) =>
    posters.request(src, maker.make, () => {}),
  );
  await eventually(() => expect(maker.started).toHaveLength(2));
  withdraw[3]?.();
  maker.finish(maker.started[0] ?? "", new Blob());
  await eventually(() => expect(maker.started).toHaveLength(3));
  expect(maker.started[2]).toBe("e");
  maker.finish("e", new Blob());
  maker.finish(maker.started[1] ?? "", new Blob());
  await eventually(() => expect(maker.started).toHaveLength(4));
  expect(maker.started).not.toContain("d");
});

test("does not try again for a clip that cannot be decoded", async () => {
  const maker = aMaker();
  const posters = open();
  posters.request("broken", maker.make, () => {});
  await eventually(() => expect(maker.started).toEqual(["broken"]));
  maker.finish("broken", null);
  posters.request("other", maker.make, () => {});
  await eventually(() => expect(maker.started).toEqual(["broken", "other"]));
  posters.request("broken", maker.make, () => {});
  posters.request("third", maker.make, () => {});
  await eventually(() => expect(maker.started).toEqual(["broken", "other", "third"]));
});

test("does not open a clip that may not be opened", async () => {
  const found = vi.fn();
  const posters = open();
  posters.request("a", null, found);
  rows.set("b", new Blob(["b"]));
  posters.request("b", null, found);
  await eventually(() => expect(found).toHaveBeenCalledExactlyOnceWith("blob:1"));
});

test("releases the picture that was not used for the longest time", async () => {
  for (const src of ["a", "b", "c"]) rows.set(src, new Blob([src]));
  const posters = open(2);
  const show = (src: string) => new Promise((resolve) => posters.request(src, null, resolve));
  await show("a");
  await show("b");
  expect(posters.peek("a")).toBe("blob:1");
  await show("c");
  expect(revoked).toEqual(["blob:2"]);
  expect([posters.peek("a"), posters.peek("b"), posters.peek("c")]).toEqual([
    "blob:1",
    null,
    "blob:3",
  ]);
});

test("removes a poster from the disk and from memory", async () => {
  rows.set("a", new Blob(["a"]));
  const posters = open();
  await new Promise((resolve) => posters.request("a", null, resolve));
  await posters.remove("a");
  expect(posters.peek("a")).toBeNull();
  expect(revoked).toEqual(["blob:1"]);
  expect(rows.size).toBe(0);
});

test("storage: posters cannot be read → they are made and shown", async () => {
  fault.reading = true;
  const maker = aMaker();
  const found = vi.fn();
  open().request("a", maker.make, found);
  await eventually(() => expect(maker.started).toEqual(["a"]));
  maker.finish("a", new Blob());
  await eventually(() => expect(found).toHaveBeenCalledWith("blob:1"));
});
