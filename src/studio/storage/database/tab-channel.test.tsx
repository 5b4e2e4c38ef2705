import { expect, test, vi } from "vitest";
import { eventually } from "#studio/testing/eventually.ts";
import { tabChannel } from "./tab-channel.ts";

test("upgrade: a tab of another version posts messages in an unknown form → the valid ids are used and the rest is ignored", async () => {
  const onChanged = vi.fn();
  tabChannel("versions").listen(onChanged);
  const foreign = new BroadcastChannel("versions");
  for (const message of [
    null,
    "entry-1",
    { ids: ["entry-1"] },
    ["entry-1", 7, null, { id: "x" }],
  ]) {
    foreign.postMessage(message);
  }
  // Messages arrive in order, so an ignored one would have arrived before.
  await eventually(() => expect(onChanged).toHaveBeenCalledExactlyOnceWith(["entry-1"]));
  foreign.close();
});
