/** A lighthouse at dusk, drawn. */
export function LighthouseScene() {
  return (
    <svg viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <linearGradient id="dusk-sky" x2="0" y2="1">
          <stop offset="0" stopColor="#1b2145" />
          <stop offset="0.45" stopColor="#6b4a78" />
          <stop offset="0.78" stopColor="#e0875e" />
          <stop offset="1" stopColor="#f8c779" />
        </linearGradient>
        <linearGradient id="dusk-sea" x2="0" y2="1">
          <stop offset="0" stopColor="#b9694f" />
          <stop offset="0.25" stopColor="#4b4162" />
          <stop offset="1" stopColor="#10162e" />
        </linearGradient>
        <linearGradient id="dusk-beam">
          <stop offset="0" stopColor="#fff3c4" stopOpacity="0" />
          <stop offset="1" stopColor="#fff3c4" stopOpacity="0.75" />
        </linearGradient>
        <radialGradient id="dusk-glow">
          <stop offset="0" stopColor="#ffe9b0" stopOpacity="0.9" />
          <stop offset="1" stopColor="#ffce7a" stopOpacity="0" />
        </radialGradient>
      </defs>
      <path d="M0 0h320v118H0z" fill="url(#dusk-sky)" />
      <circle cx="96" cy="116" r="70" fill="url(#dusk-glow)" />
      <path d="M82 116a14 14 0 0 1 28 0z" fill="#fff0c9" />
      <path d="M0 116h320v64H0z" fill="url(#dusk-sea)" />
      <g stroke="#ffdca0" strokeLinecap="round" strokeWidth="1.6">
        <path d="M78 121h37M84 127h26M70 134h20M100 134h16M86 142h22" opacity="0.75" />
        <path d="M20 128h22M140 131h26M46 148h30M132 150h34M90 160h20" opacity="0.22" />
      </g>
      <path d="M228 46 0 20v40z" fill="url(#dusk-beam)" />
      <path
        d="M186 180c6-20 10-38 26-46 12-6 18-14 34-13 20 2 22 14 38 18 14 4 22 10 36 12v29z"
        fill="#0b0d18"
      />
      <path d="M186 180c8-10 16-12 26-9s18-8 30-4 22 0 34 6z" fill="#3d4562" opacity="0.7" />
      <path d="m221 122 4-66h14l4 66z" fill="#f4ece2" />
      <path d="m233 56 1.5 66H243l-4-66z" fill="#a98a93" />
      <path d="m223.8 76 .8-12h14.800l.8 12zM222 104l.8-12h18.400l.8 12z" fill="#c2483f" />
      <path d="M223 52h18v4h-18z" fill="#23263a" />
      <path d="M226 40h12v12h-12z" fill="#fff3c4" />
      <path d="M224 40c1-6 4-9 8-9s7 3 8 9z" fill="#7c2f33" />
      <circle cx="232" cy="46" r="20" fill="url(#dusk-glow)" />
      <g fill="none" stroke="#221d38" strokeLinecap="round" strokeWidth="1.6">
        <path d="M142 58q5-5 8 0q4-5 9-1M166 72q3-4 6 0q3-4 7-1" />
      </g>
    </svg>
  );
}
