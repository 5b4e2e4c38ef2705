import { type ComponentProps, type ReactNode, useId } from "react";

interface SwitchProps extends Omit<ComponentProps<"input">, "type" | "role" | "id"> {
  label: string;
  /** The accessible description: what the switch does, or why it is in this state. */
  hint?: ReactNode;
}

/** A native check box with the role of a switch. Spread react-hook-form's `register` into it. */
export function Switch({ label, hint, ...rest }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <label htmlFor={id} className="block text-13 font-medium">
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-12 text-muted">
            {hint}
          </p>
        )}
      </div>
      <span className="relative inline-grid shrink-0 place-items-center pointer-coarse:size-11">
        <input
          {...rest}
          id={id}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native check box carries its own state
          role="switch"
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          className="switch"
        />
      </span>
    </div>
  );
}
