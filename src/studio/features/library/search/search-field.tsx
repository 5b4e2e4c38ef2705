import { Search, X } from "lucide-react";
import { useRef } from "react";
import * as messages from "#messages/library-filters.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { classes } from "#studio/ui/classes.ts";
import { FIELD_CLASSES } from "#studio/ui/forms/field-frame.tsx";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";

interface SearchFieldProps {
  text: string;
  onType: (text: string) => void;
}

/** Searches as you type. Escape clears it. */
export function SearchField({ text, onType }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <search className="relative grid min-w-40 flex-1 basis-64 items-center max-sm:basis-full sm:max-w-96">
      <Search
        size={16}
        aria-hidden="true"
        className="pointer-events-none absolute left-3 text-muted"
      />
      <input
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        dir="auto"
        aria-label={messages.search}
        placeholder={messages.searchHint}
        value={text}
        onChange={({ target }) => onType(target.value)}
        onKeyDown={outsideComposition((event) => {
          if (event.key !== "Escape" || text === "") return;
          event.stopPropagation();
          onType("");
        })}
        className={classes(FIELD_CLASSES, "min-h-9 py-1 pr-10 pl-9 pointer-coarse:min-h-11")}
      />
      {text !== "" && (
        <IconButton
          label={messages.clearSearch}
          icon={<X size={16} />}
          className="absolute right-0.5"
          onClick={() => {
            onType("");
            input.current?.focus();
          }}
        />
      )}
    </search>
  );
}
