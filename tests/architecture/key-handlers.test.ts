/**
 * No key handler acts while an input method composes: all of them go through the rule in ui/shortcuts/composition.ts.
 */
import { type ESTree, Visitor } from "vite";
import { describe, expect, test } from "vitest";
import { parseSource, placeIn, type StudioSource, studioSources } from "./studio-sources.ts";

/** Files that may listen for key events themselves, with the reason. */
const MAY_LISTEN: Record<string, string> = {
  "ui/shortcuts/use-key-down.ts": "acceptsKey checks isComposing first",
  "app/shell/shortcut-sheet-host.tsx": "acceptsKey checks isComposing first",
  "features/compose/use-composer-sheet.ts": "handleKeyDown checks isComposing first",
  "ui/shortcuts/use-shortcuts.ts": "keyup only ends what a keydown started",
  "ui/playback/use-idle.ts": "any key is a sign of activity",
  "app/use-prefetch.ts": "any key is a sign of activity",
};
const KEY_EVENT = /^key(down|press|up)$/;
const KEY_PROP = /^onKey(Down|Press)(Capture)?$/;
const WRAPPER = "outsideComposition";

function isWrapped(value: unknown): boolean {
  const node = value as ESTree.Node | null;
  if (node?.type === "JSXExpressionContainer") return isWrapped(node.expression);
  return (
    node?.type === "CallExpression" &&
    node.callee.type === "Identifier" &&
    node.callee.name === WRAPPER
  );
}

/** Names of an element's props. Null if a spread may add others. */
function propNames({ attributes }: ESTree.JSXOpeningElement): string[] {
  return attributes.map((attribute) =>
    attribute.type === "JSXAttribute" && attribute.name.type === "JSXIdentifier"
      ? attribute.name.name
      : "",
  );
}

/** Key handlers that bypass the rule, and native forms and dialogs without it. */
function bypassesIn(source: StudioSource): string[] {
  const found: string[] = [];
  const report = (node: { start: number }, what: string) =>
    found.push(`${placeIn(source, node.start)}: ${what}`);
  new Visitor({
    Literal(node) {
      if (typeof node.value !== "string" || !KEY_EVENT.test(node.value)) return;
      if (!(source.file in MAY_LISTEN)) report(node, `listens to ${node.value} itself`);
    },
    JSXAttribute(node) {
      const { name } = node.name;
      if (typeof name === "string" && KEY_PROP.test(name) && !isWrapped(node.value))
        report(node, `${name} without ${WRAPPER}`);
    },
    Property(node) {
      if (node.key.type !== "Identifier" || !KEY_PROP.test(node.key.name)) return;
      if (!isWrapped(node.value) && node.value.type !== "AssignmentPattern")
        report(node, `${node.key.name} without ${WRAPPER}`);
    },
    JSXOpeningElement(node) {
      if (node.name.type !== "JSXIdentifier" || !/^(form|dialog)$/.test(node.name.name)) return;
      if (!propNames(node).includes("onKeyDown"))
        report(node, `<${node.name.name}> without ${WRAPPER}`);
    },
  }).visit(source.program);
  return found;
}

describe("key handlers", () => {
  test("ignore keys during composition", () => {
    expect(studioSources().flatMap(bypassesIn)).toEqual([]);
  });

  test.each([
    ["a prop", "<a onKeyDown={(event) => go(event)} />"],
    ["a function that is handed on", "<a onKeyDown={go} />"],
    ["a prop in the capture phase", "<a onKeyDownCapture={go} />"],
    ["props in an object", "({ onKeyDown(event) { go(event); } })"],
    ["a listener", 'document.addEventListener("keydown", go)'],
    ["a form, which Enter submits", "<form onSubmit={go} />"],
    ["a dialog, which Escape closes", "<dialog />"],
  ])("are found when they do not: %s", (_name, code) => {
    expect(bypassesIn(parseSource("x.tsx", code))).toHaveLength(1);
    const wrapped = "<form onKeyDown={outsideComposition(go)} />";
    expect(bypassesIn(parseSource("x.tsx", wrapped))).toEqual([]);
  });
});
