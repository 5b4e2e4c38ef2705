/** The product's logo: a film frame with a K whose arm is a kirin's horn. */
export function BrandMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="fill-ink" />
      <g className="fill-paper">
        <path d="M8 7h4v18H8z" />
        <path d="M12.6 16.6C17.4 15.6 20.9 12.3 23.6 6.4c.5 7-3.2 11.9-9.1 13.3z" />
        <path d="M17.3 18.9 20 17.4 25.2 25h-4.7z" />
      </g>
    </svg>
  );
}
