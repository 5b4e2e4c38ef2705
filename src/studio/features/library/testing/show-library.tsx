import { type RenderResult, render } from "vitest-browser-react";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { LibraryScreen } from "../library-screen.tsx";

/** Shows the library under an address of its own. `visited` holds all addresses, the current one last. */
export async function showLibrary(search = ""): Promise<RenderResult & { visited: string[] }> {
  const { hook, searchHook, history } = memoryLocation({
    path: `/library${search}`,
    record: true,
  });
  const screen = await render(
    <Router hook={hook} searchHook={searchHook}>
      <LibraryScreen />
    </Router>,
  );
  return { ...screen, visited: history };
}
