import { empty, values } from "#messages/result.ts";
import { classes } from "#studio/ui/classes.ts";
import { Disclosure } from "#studio/ui/disclosure.tsx";
import { childrenOf, countLeaves, leafText } from "./data-shape.ts";
import { LongText } from "./long-text.tsx";
import { Rows } from "./rows.tsx";

/** A tree with more values than this starts collapsed. */
const OPEN_MAX_VALUES = 12;
/** Below this depth a value is shown as JSON, because there is no room for indentation. */
const DEPTH_MAX = 5;
const NARROW_MAX_CHARACTERS = 48;

/** Renders any JSON readably, with Kirin's own names and values and nested values indented. */
export function DataTree({ value, depth = 0 }: { value: unknown; depth?: number }) {
  const children = childrenOf(value);
  if (children === null || depth >= DEPTH_MAX) return <LongText text={leafText(value)} />;
  if (children.length === 0) return <span className="text-muted">{empty}</span>;
  const rows = (
    <Rows
      className={classes(depth > 0 && "border-l border-line pl-3")}
      items={children.map(([key, child]) => ({
        label: key,
        value: <DataTree value={child} depth={depth + 1} />,
        isWide: needsWidth(child),
      }))}
    />
  );
  const count = countLeaves(value);
  return depth === 0 && count > OPEN_MAX_VALUES ? (
    <Disclosure summary={values(count)}>{rows}</Disclosure>
  ) : (
    rows
  );
}

/** Whether a value goes on the line below its label, because it is nested or a long text. */
function needsWidth(value: unknown): boolean {
  const children = childrenOf(value);
  return children === null ? leafText(value).length > NARROW_MAX_CHARACTERS : children.length > 0;
}
