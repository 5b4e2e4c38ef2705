/** A fox in fresh snow, drawn. */
export function FoxScene() {
  return (
    <svg viewBox="0 0 240 240" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <linearGradient id="snow-air" x2="0" y2="1">
          <stop offset="0" stopColor="#8fb0c9" />
          <stop offset="1" stopColor="#e9eef2" />
        </linearGradient>
        <linearGradient id="snow-fur" x2="0" y2="1">
          <stop offset="0" stopColor="#ec8a43" />
          <stop offset="1" stopColor="#b64a20" />
        </linearGradient>
        <linearGradient id="snow-ground" x2="0" y2="1">
          <stop offset="0" stopColor="#f8fbfd" />
          <stop offset="1" stopColor="#b7cbdc" />
        </linearGradient>
      </defs>
      <path d="M0 0h240v240H0z" fill="url(#snow-air)" />
      <g fill="#7895ad" opacity="0.5">
        <path d="M18 0h10v150H18zM62 0h6v140h-6zM150 0h7v140h-7zM112 0h4v132h-4z" />
      </g>
      <path d="M196 0h26l4 170h-34z" fill="#f3f1ec" />
      <path d="M212 0h10l4 170h-12z" fill="#cfd3d6" />
      <g fill="#3c3b40">
        <path d="M197 30q9-2 14 3q-8 2-14 0zM206 62q9-2 16 2q-9 3-16 0zM195 96q9-3 13 2q-7 3-13 1zM208 128q8-2 14 2q-8 3-14 1z" />
      </g>
      <path d="M0 142q60-22 120-8t120-4v110H0z" fill="url(#snow-ground)" />
      <path d="M34 196q70 26 164-2l-8 16q-70 20-150 2z" fill="#90abc4" opacity="0.7" />
      <path
        d="M48 190c-6-44 34-72 76-68 44 4 72 32 68 62-3 22-36 28-74 28-40 0-66-4-70-22z"
        fill="url(#snow-fur)"
      />
      <path d="M104 214c34 4 76-2 92-26 6-10 2-22-6-28 0 26-34 38-72 36z" fill="#a33f1b" />
      <path d="M66 214c34 6 82 2 104-12-16-10-48-6-72-6-16 0-34 4-32 18z" fill="#e07a38" />
      <path d="M66 214c-2-12 12-17 26-18-4 6-4 13 2 20-10 1-20 0-28-2z" fill="#fbf5ee" />
      <path d="m54 112 6-32 24 18zM116 102l18-24 8 32z" fill="#b64a20" />
      <path d="m60 106 4-16 12 9zM122 100l9-12 4 17z" fill="#2b1a1a" />
      <path
        d="M48 132c2-28 24-40 48-40s46 14 48 40c-8 20-26 38-48 40-22-2-40-20-48-40z"
        fill="#ea8540"
      />
      <path
        d="M50 136c14-2 30 6 38 22h16c8-16 24-24 38-22-8 20-26 34-46 36-20-2-38-16-46-36z"
        fill="#fdf8f2"
      />
      <path
        d="M70 132q7-6 13 1M110 133q6-7 13-1"
        fill="none"
        stroke="#2b1a1a"
        strokeLinecap="round"
        strokeWidth="4"
      />
      <path d="M89 157q7-5 14 0q-2 8-7 9-5-1-7-9z" fill="#241717" />
      <g fill="#fff">
        <circle cx="30" cy="50" r="3" />
        <circle cx="92" cy="34" r="2.5" />
        <circle cx="140" cy="58" r="3.5" />
        <circle cx="178" cy="96" r="2.5" />
        <circle cx="36" cy="104" r="2.5" />
        <circle cx="168" cy="24" r="2.5" />
        <circle cx="16" cy="160" r="3" />
        <circle cx="214" cy="196" r="3" />
        <circle cx="226" cy="48" r="2.5" />
      </g>
    </svg>
  );
}
