/** A night market in the rain, drawn. */
export function MarketScene() {
  return (
    <svg viewBox="0 0 180 320" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <linearGradient id="market-air" x2="0" y2="1">
          <stop offset="0" stopColor="#0b1026" />
          <stop offset="0.5" stopColor="#2a1f4d" />
          <stop offset="0.66" stopColor="#7b3155" />
          <stop offset="1" stopColor="#0d0f20" />
        </linearGradient>
        <radialGradient id="market-lamp">
          <stop offset="0" stopColor="#ffd98a" />
          <stop offset="0.35" stopColor="#ff8a3d" stopOpacity="0.75" />
          <stop offset="1" stopColor="#ff5a3d" stopOpacity="0" />
        </radialGradient>
        <linearGradient id="market-wet" x2="0" y2="1">
          <stop offset="0" stopColor="#ff9d57" stopOpacity="0.8" />
          <stop offset="1" stopColor="#ff9d57" stopOpacity="0" />
        </linearGradient>
      </defs>
      <path d="M0 0h180v320H0z" fill="url(#market-air)" />
      <path d="M0 0h46l14 60v150H0zM180 0h-44l-16 70v140h60z" fill="#090b1a" />
      <path d="M60 60h60v150H60z" fill="#c8527a" opacity="0.25" />
      <path d="M12 34h20v62H12zM150 52h16v54h-16z" fill="#2fd3d8" opacity="0.85" />
      <path
        d="M17 44h10v4H17zm0 12h10v4H17zm0 12h10v4H17zM154 62h8v4h-8zm0 12h8v4h-8z"
        fill="#073a48"
      />
      <path d="m0 130 66 14v10L0 150zM180 138l-64 12v9l64-7z" fill="#d9553f" />
      <path d="m0 150 66 4v50l-66 18zM180 152l-64 7v44l64 15z" fill="#f3b063" opacity="0.55" />
      <path d="M0 176 66 170v34L0 222zM180 180l-64-6v29l64 15z" fill="#150f22" />
      <g fill="url(#market-lamp)">
        <circle cx="38" cy="120" r="26" />
        <circle cx="70" cy="132" r="17" />
        <circle cx="142" cy="124" r="24" />
        <circle cx="112" cy="138" r="14" />
      </g>
      <g fill="#e8452f">
        <ellipse cx="38" cy="120" rx="8" ry="10" />
        <ellipse cx="70" cy="132" rx="5" ry="6.5" />
        <ellipse cx="142" cy="124" rx="7.5" ry="9.5" />
        <ellipse cx="112" cy="138" rx="4" ry="5" />
      </g>
      <path d="M0 222 66 204h50l64 14v102H0z" fill="#0c0e1e" />
      <g fill="url(#market-wet)">
        <path
          d="M26 226h22l-4 70H20zM62 210h12l-2 62h-14zM132 222h20l8 74h-22zM104 208h12l4 56h-12z"
          opacity="0.55"
        />
        <path d="M82 214h18l6 90H78z" opacity="0.35" />
      </g>
      <path
        d="M62 178a29 27 0 0 1 58 0q-7-5-14.5 0q-7-5-14.5 0q-7-5-14.5 0q-7-5-14.5 0z"
        fill="#dfeaff"
        opacity="0.55"
      />
      <path d="M90.4 150h1.400v50h-1.400z" fill="#e9efff" />
      <circle cx="91" cy="186" r="6.5" fill="#f0c3a2" />
      <path d="M84 185c0-10 14-10 14 0-3-4-11-4-14 0z" fill="#1a1222" />
      <path d="M80 232c0-22 2-36 11-38 9 2 11 16 11 38z" fill="#b3243a" />
      <path d="M84 232h5v20h-5zM93 232h5v20h-5z" fill="#120d1a" />
      <g stroke="#cfe0ff" strokeLinecap="round" strokeWidth="1" opacity="0.4">
        <path d="m20 8-5 26M60 20l-5 28M104 6l-5 26M150 14l-5 28M36 74l-5 26M84 88l-5 26M128 76l-5 26M168 118l-5 26M14 170l-5 26M54 222l-5 26M120 240l-5 26M160 236l-5 26M30 268l-5 26M92 276l-5 26" />
      </g>
    </svg>
  );
}
