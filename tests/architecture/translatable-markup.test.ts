/**
 * Keeps markup safe from page translation. Chrome wraps every text node in <font> elements. React then cannot insert an
 * element before such a text, cannot remove the text, and updates a node that is no longer on the page. So text beside
 * conditional elements has its own element. Text that is the only child of its element is safe, because React replaces
 * the whole content.
 */
import { type ESTree, Visitor } from "vite";
import { describe, expect, test } from "vitest";
import { parseSource, placeIn, type StudioSource, studioSources } from "./studio-sources.ts";

type Child = ESTree.JSXChild;

/**
 * `element`: always one. `text`: constant bare text. `varying`: a conditional element or a list. `varying-text`:
 * changing or conditional text. `space`: ignored by translators, but text beside it is not an only child.
 */
type Kind = "element" | "text" | "space" | "varying" | "varying-text";

/** Props and variables that hold elements or nothing, but never bare text. */
const ELEMENTS = /^(icon|action|scoreboard|tools)$|(Button|Link)$|^render[A-Z]/;
/** A constant message, which never changes while it is shown. */
const CONSTANT = /^\{\w*messages\.\w+\}$/i;

function isNothing(node: ESTree.Expression): boolean {
  return (
    (node.type === "Literal" && (node.value === null || node.value === false)) ||
    (node.type === "Identifier" && node.name === "undefined")
  );
}

function kindOfExpression(node: ESTree.Expression): Kind {
  switch (node.type) {
    case "JSXElement":
      return "element";
    case "JSXFragment":
      return hasBareText(node) ? "text" : "element";
    case "ParenthesizedExpression":
      return kindOfExpression(node.expression);
    case "LogicalExpression":
      if (node.operator !== "&&") return kindOfExpression(node.right);
      return kindOfExpression(node.right).endsWith("text") ? "varying-text" : "varying";
    case "ConditionalExpression": {
      const branches = [node.consequent, node.alternate];
      const kinds = branches.filter((branch) => !isNothing(branch)).map(kindOfExpression);
      if (kinds.every((kind) => kind === "text")) {
        return kinds.length === branches.length ? "text" : "varying-text";
      }
      return kinds.some((kind) => kind.endsWith("text")) ? "varying-text" : "varying";
    }
    case "CallExpression": {
      const { callee } = node;
      const isMethod = callee.type === "MemberExpression" && callee.property.type === "Identifier";
      const name = isMethod
        ? (callee.property as ESTree.IdentifierName).name
        : callee.type === "Identifier"
          ? callee.name
          : "";
      return /^(map|flatMap)$/.test(name) || ELEMENTS.test(name) ? "varying" : "text";
    }
    case "Identifier":
      return ELEMENTS.test(node.name) ? "varying" : "text";
    default:
      return "text";
  }
}

function kindOf(child: Child, text: string): Kind | null {
  if (child.type === "JSXText") return kindOfText(child.value);
  if (child.type !== "JSXExpressionContainer") return "element";
  const { expression } = child;
  if (expression.type === "JSXEmptyExpression") return null;
  if (expression.type === "Literal" && String(expression.value).trim() === "") return "space";
  // Mostly elements. Changing text is the only child here.
  if (expression.type === "Identifier" && expression.name === "children") return "text";
  const kind = kindOfExpression(expression);
  const isConstant = CONSTANT.test(text.slice(child.start, child.end));
  return kind === "text" && expression.type !== "Literal" && !isConstant ? "varying-text" : kind;
}

/** JSX drops whitespace that contains a line break. */
function kindOfText(text: string): Kind | null {
  if (text.trim() !== "") return "text";
  return text.includes("\n") ? null : "space";
}

/** Whether a fragment contains bare text, including a space. */
function hasBareText({ children }: ESTree.JSXFragment): boolean {
  return children.some((child) => {
    if (child.type === "JSXText") return kindOfText(child.value) !== null;
    return (
      child.type === "JSXExpressionContainer" &&
      child.expression.type !== "JSXEmptyExpression" &&
      kindOfExpression(child.expression).endsWith("text")
    );
  });
}

/** Bare text beside conditional content. */
function untranslatableIn(source: StudioSource): string[] {
  const found: string[] = [];
  const check = (children: Child[]) => {
    const kinds = children.flatMap((child) => {
      const kind = kindOf(child, source.text);
      return kind === null ? [] : [{ kind, child }];
    });
    if (kinds.length < 2) return;
    kinds.forEach(({ kind, child }, index) => {
      const before = kinds[index - 1]?.kind;
      const isAfterVarying = kind === "text" && before?.startsWith("varying");
      if (isAfterVarying || kind === "varying-text") {
        found.push(`${placeIn(source, child.start)}: ${source.text.slice(child.start, child.end)}`);
      }
    });
  };
  new Visitor({
    JSXElement(node) {
      check(node.children);
    },
    JSXFragment(node) {
      check(node.children);
    },
  }).visit(source.program);
  return found;
}

describe("bare text", () => {
  test("is never beside conditional content", () => {
    expect(studioSources().flatMap(untranslatableIn)).toEqual([]);
  });

  test.each([
    ["an element that comes and goes before it", "<b>{busy && <Spinner />}Generate</b>"],
    ["the same before an expression", "<b>{busy ? <Spinner /> : null} {label}</b>"],
    ["a list before it", "<b>{all.map((one) => <i />)} in all</b>"],
    ["text that comes and goes beside an element", "<b><i />{busy && messages.busy}</b>"],
    ["text in place of an element", "<b><i />{busy ? <Spinner /> : label}</b>"],
    ["text that changes beside an element", "<b><i />{label}</b>"],
    ["children that may be text", "<b>{icon}{children}</b>"],
    ["text that changes after a space", "<b> {price}</b>"],
    ["text that changes beside text", "<b>{messages.price} {price}</b>"],
    ["a space that comes and goes", '<b><i />{busy && <>{" "}<Spinner /></>}</b>'],
  ])("is found: %s", (_name, code) => {
    expect(untranslatableIn(parseSource("x.tsx", code))).toHaveLength(1);
  });

  test.each([
    ["an element of its own", "<b>{busy && <Spinner />}<span>Generate</span></b>"],
    ["the only child", "<b>{busy && messages.busy}</b>"],
    ["what comes after it", "<b>{messages.generate} {busy && <Spinner />}</b>"],
    ["one text out of several parts", "<b>{price + seconds}</b>"],
  ])("is accepted: %s", (_name, code) => {
    expect(untranslatableIn(parseSource("x.tsx", code))).toEqual([]);
  });
});
