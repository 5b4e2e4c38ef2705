/** An open comparison for a panel under test. */

import { createViewStore, type ViewState } from "#comparison/geometry/view-state.ts";
import { createFakeComparison, type FakeComparison } from "#comparison/testing/fake-comparison.ts";
import type { Compared } from "../sides/compared.ts";
import type { SideClip } from "../sides/side-clip.ts";

interface FakeComparedOptions {
  comparison?: FakeComparison;
  view?: Partial<ViewState>;
  left?: Partial<SideClip>;
  right?: Partial<SideClip>;
}

/** Two files named Standard and Pro by default. */
export function aCompared(
  options: FakeComparedOptions = {},
): Compared & { comparison: FakeComparison } {
  const comparison = options.comparison ?? createFakeComparison();
  const { left, right } = comparison.media;
  return {
    comparison,
    view: createViewStore(options.view),
    sides: {
      left: { key: "left", name: "Standard", entry: null, blob: left.blob, ...options.left },
      right: { key: "right", name: "Pro", entry: null, blob: right.blob, ...options.right },
    },
  };
}
