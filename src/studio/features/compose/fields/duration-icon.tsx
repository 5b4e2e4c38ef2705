const FRAME_WIDTH = 18;
const HEIGHT = 22;

/** A strip of film with a number of frames between two rows of holes. */
export function DurationIcon({ frames }: { frames: number }) {
  const width = frames * FRAME_WIDTH + 2;
  const starts = Array.from({ length: frames }, (_, index) => 1 + index * FRAME_WIDTH);
  return (
    <svg
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      fill="none"
      aria-hidden="true"
    >
      <rect
        x="0.75"
        y="0.75"
        width={width - 1.5}
        height={HEIGHT - 1.5}
        rx="3"
        className="stroke-current"
        strokeWidth="1.5"
      />
      {starts.map((x) => (
        <g key={x}>
          <rect
            x={x + 2}
            y="6"
            width={FRAME_WIDTH - 4}
            height="10"
            rx="1.5"
            className="fill-line"
          />
          {[3, 10].map((offset) => (
            <g key={offset} className="fill-current">
              <rect x={x + offset} y="3" width="4" height="1.5" rx="0.75" />
              <rect x={x + offset} y={HEIGHT - 4.5} width="4" height="1.5" rx="0.75" />
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
