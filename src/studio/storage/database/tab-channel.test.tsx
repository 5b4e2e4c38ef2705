import { expect, test, vi } from "vitest";
import { eventually } from "#studio/testing/eventually.ts";
import { tabChannel } from "./tab-channel.ts";

test("upgrade: a tab of another version tells its news in another form → what can be read of it is heard, the rest left", async () => {
  const heard = vi.fn();
  tabChannel("versions").listen(heard);
  const foreign = new BroadcastChannel("versions");
  for (const news of [null, "entry-1", { ids: ["entry-1"] }, ["entry-1", 7, null, { id: "x" }]]) {
    foreign.postMessage(news);
  }
  // Messages arrive in order: what was left would have been heard before.
  await eventually(() => expect(heard).toHaveBeenCalledExactlyOnceWith(["entry-1"]));
  foreign.close();
});
