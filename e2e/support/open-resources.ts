/** Counts resources that must be closed explicitly, because garbage collection would free them too late. */
import type { Page } from "@playwright/test";

/** The number of open resources of each kind. */
export interface OpenResources {
  decoders: number;
  frames: number;
  audioContexts: number;
  workers: number;
  objectUrls: number;
}

declare global {
  /** Set by {@link watchResources}. */
  var countOpenResources: () => OpenResources;
}

/** Starts counting. Call it before the page is opened. Resources inside workers end with the workers. */
export async function watchResources(page: Page): Promise<void> {
  await page.addInitScript(watchOpenings);
}

/** The resources that the page has open now. */
export function openResources(page: Page): Promise<OpenResources> {
  return page.evaluate(() => countOpenResources());
}

/** Runs in the page, so it cannot use anything from outside its body. */
function watchOpenings() {
  const open: OpenResources = {
    decoders: 0,
    frames: 0,
    audioContexts: 0,
    workers: 0,
    objectUrls: 0,
  };
  const kinds = new WeakMap<object, keyof OpenResources>();
  const add = <Thing extends object>(kind: keyof OpenResources, thing: Thing) => {
    kinds.set(thing, kind);
    open[kind] += 1;
    return thing;
  };
  const remove = (thing: object) => {
    const kind = kinds.get(thing);
    if (kind && kinds.delete(thing)) open[kind] -= 1;
  };
  const countClosing = (prototype: object, name: string) => {
    const close = Reflect.get(prototype, name);
    Reflect.set(prototype, name, function (this: object, ...args: unknown[]) {
      remove(this);
      return Reflect.apply(close, this, args);
    });
  };
  const countInstances = (
    name: string,
    { kind, closing }: { kind: keyof OpenResources; closing: string },
    prepare = (args: unknown[]) => args,
  ) => {
    const made: new (...args: never[]) => object = Reflect.get(globalThis, name);
    if (!made) return;
    countClosing(made.prototype, closing);
    const counted = new Proxy(made, {
      construct: (target, args, newTarget) =>
        add(kind, Reflect.construct(target, prepare(args), newTarget)),
    });
    Reflect.set(globalThis, name, counted);
  };

  countInstances("VideoFrame", { kind: "frames", closing: "close" });
  countInstances("AudioContext", { kind: "audioContexts", closing: "close" });
  countInstances("Worker", { kind: "workers", closing: "terminate" });
  countInstances("VideoDecoder", { kind: "decoders", closing: "close" }, ([init, ...rest]) => {
    const { output, error } = init as VideoDecoderInit;
    return [{ output: (frame: VideoFrame) => output(add("frames", frame)), error }, ...rest];
  });
  const { clone } = VideoFrame.prototype;
  VideoFrame.prototype.clone = function () {
    return add("frames", clone.call(this));
  };

  const urls = new Set<string>();
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (thing) => {
    const url = createObjectURL(thing);
    urls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    urls.delete(url);
    revokeObjectURL(url);
  };
  globalThis.countOpenResources = () => ({ ...open, objectUrls: urls.size });
}
