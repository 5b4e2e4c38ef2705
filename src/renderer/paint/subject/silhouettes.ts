/** Outlines of animals and people in a 100 × 100 box, feet at 100, facing right. */
import type { Subject } from "../../plan/scene-plan.ts";

/** Part of an outline in another tone than the coat. */
interface Marking {
  path: string;
  tone: "light" | "shade" | "dark";
}

/** A tail, which swings around its root. */
interface Tail {
  path: string;
  /** Height of its root in the box. */
  root: number;
  /** Line width, if the path is a line. */
  width?: number;
  /** The light part of the tail. */
  tip?: string;
}

/** An eye: position, radius and colour of its highlight. */
interface Eye {
  x: number;
  y: number;
  radius: number;
}

export interface Silhouette {
  /** Filled outlines as SVG path data. Each is filled separately, so they may overlap. */
  fill: string;
  /** Lines with a width, such as antlers or a staff, as SVG path data. */
  lines?: { path: string; width: number };
  tail?: Tail;
  markings?: readonly Marking[];
  eyes?: readonly Eye[];
  /** Height of the neck: the body below stands still, the head above turns. */
  neck?: number;
  /** Height relative to the other subjects. */
  size: number;
}

/** Silhouettes of subjects that stand on the ground. Birds and fish are painted elsewhere. */
export const SILHOUETTES: Readonly<Record<Exclude<Subject, "bird" | "fish">, Silhouette>> = {
  cat: {
    fill: "M32 100C23 99 20 91 22 82C24 67 35 59 40 49C37 44 36 38 37 31L36 12L47 21C50 19.8 57 19.8 60 21L71 12L70 31C72 40 69 47 64 51C71 61 75 75 75 90L77 96C77 99 75 100 72 100Z",
    tail: { path: "M30 96C8 99 1 84 9 72C13 66 18 70 15 76", width: 6.5, root: 97 },
    markings: [
      { path: "M44 50C50 56 57 56 63 50C66 64 62 78 54 80C46 78 42 64 44 50Z", tone: "light" },
      { path: "M47 41C50 38 57 38 60 41C60 47 57 49 53.5 49C50 49 47 47 47 41Z", tone: "light" },
      { path: "M38 17L45 22.5L39 29ZM69 17L62 22.5L68 29Z", tone: "dark" },
      { path: "M51.5 40.5L55.5 40.5L53.5 43Z", tone: "dark" },
      {
        path: "M52 21L53.5 28L55 21ZM46 22L48.5 27L49.5 21.5ZM61 22L58.5 27L57.5 21.5Z",
        tone: "shade",
      },
      {
        path: "M24 76C30 77 36 79 39 83C34 81 28 80 23 80ZM28 66C34 67 39 69 42 73C37 71 31 70 26 70ZM75 78C71 79 68 80 66 83C69 82 72 82 75 82Z",
        tone: "shade",
      },
      {
        path: "M53 82L54.5 82L54.5 100L53 100ZM64 96L65 100L63 100ZM46 96L47 100L45 100Z",
        tone: "shade",
      },
    ],
    eyes: [
      { x: 46.5, y: 34, radius: 2.6 },
      { x: 60.5, y: 34, radius: 2.6 },
    ],
    neck: 50,
    size: 0.8,
  },
  dog: {
    fill: "M29 100C22 96 22 84 27 71C31 61 40 54 43 45C40 38 43 22 51 17C56 12 64 12 69 17C71 19 72 21 74 22L85 24.5C91 26 91 37 86 40L73 44C70 46 69.5 49 70 53C72 66 71 80 71 93L79 96C80 99 79 100 76 100L62 100L59 84C55 89 53 94 54 100ZM51 18C44 21 39 34 42 46C46 52 53 49 55 42C57 33 58 24 57 19Z",
    tail: { path: "M31 95C17 97 9 90 8 78", width: 6, root: 96 },
    markings: [
      { path: "M51 18C44 21 39 34 42 46C46 52 53 49 55 42C57 33 58 24 57 19Z", tone: "shade" },
      { path: "M69 42C70 54 72 68 71 84C65 74 62 56 64 44Z", tone: "light" },
      {
        path: "M73 33C79 32 86 32 90.5 31C90.5 35 89 38.5 86 40L73 44C70 41 70 36 73 33Z",
        tone: "light",
      },
      { path: "M84 24.3L87 25C91 26.5 91 31 88 31C85.5 31 84 28 84 24.3Z", tone: "dark" },
      { path: "M59 70C62 78 60 90 54 100L50 100C55 90 57 80 59 70Z", tone: "shade" },
    ],
    eyes: [{ x: 67, y: 25, radius: 1.9 }],
    neck: 48,
    size: 0.95,
  },
  fox: {
    fill: "M41 100C34 92 34 80 40 68C44 58 49 52 49 44C46 38 46 30 49 25L47 6L58 17L63 17L71 5L72 22C75 26 79 30 89 35C90 37 88 39 84 39L71 43C67 47 67 53 68 60C70 74 69 88 71 96L74 100Z",
    tail: {
      path: "M45 97C30 106 8 98 4 83C1 72 9 63 17 60C17 72 24 79 38 82C44 84 47 91 45 97Z",
      root: 98,
      tip: "M17 60C17 66 18 71 22 75C15 75 7 79 3 86C-1 74 8 62 17 60Z",
    },
    markings: [
      { path: "M56 46C63 45 67 50 68 58C69 68 65 78 60 76C56 68 54 56 56 46Z", tone: "light" },
      {
        path: "M66 34C74 36 82 38 89 36L84 39L71 43C66 45 60 42 60 37C61 34 63 33 66 34Z",
        tone: "light",
      },
      { path: "M50 11L56 18L51 23ZM68 9.5L70 19L65 17Z", tone: "dark" },
      { path: "M84 33.5L89 35C90 37 88 38.5 86 38Z", tone: "dark" },
      { path: "M62 88L70 86L74 100L61 100Z", tone: "dark" },
      { path: "M58 80C56 88 56 94 58 100L54 100C53 92 55 84 58 80Z", tone: "shade" },
    ],
    eyes: [{ x: 69, y: 28, radius: 1.9 }],
    neck: 52,
    size: 0.85,
  },
  wolf: {
    fill: "M34 100C27 90 31 72 40 60C46 52 50 45 51 37C49 31 52 25 56 21L52 12L63 16C69 11 77 3 85 -2L88 1C86 10 82 19 77 28C73 36 71 46 71 56C73 70 71 86 74 97L76 100L64 100L61 82C57 90 55 96 56 100Z",
    tail: { path: "M40 95C24 101 11 97 5 88C15 89 24 87 35 81Z", root: 88 },
    markings: [
      { path: "M77 28C73 36 71 46 71 56C72 64 72 70 72 76C65 66 62 46 68 34Z", tone: "light" },
      { path: "M88 1C86 10 82 19 77 28C75 30 72 30 72 26C76 18 82 8 88 1Z", tone: "light" },
      { path: "M84 -3L89 1L85 4Z", tone: "dark" },
      { path: "M60 84C57 90 55 96 56 100L51 100C53 93 56 88 60 84Z", tone: "shade" },
    ],
    neck: 44,
    size: 1.05,
  },
  horse: {
    fill: "M20 48C29 43 44 46 56 46C64 45 69 38 73 29C76 19 81 11 88 7L89 1L93 7C97 12 101 20 105 28C106 32 103 35 99 33L91 28C89 33 88 41 87 50C87 57 85 62 83 66L82 80L81 96L83 100L77 100L76 82L73 68C64 71 52 71 43 68L38 78L37 96L39 100L33 100L32 82C30 76 28 72 26 67L21 79L21 96L23 100L17 100L16 80C17 70 18 62 17 56ZM72 64L69 80L67 96L69 100L63 100L65 80L64 64ZM34 64L29 78L28 96L30 100L24 100L25 78L28 62ZM89 5C79 9 71 24 67 38C62 45 56 46 53 46C60 33 68 12 88 4Z",
    tail: { path: "M22 47C10 49 4 64 7 86C14 80 20 66 22 56Z", root: 48 },
    markings: [
      { path: "M89 5C79 9 71 24 67 38C62 45 56 46 53 46C60 33 68 12 88 4Z", tone: "dark" },
      {
        path: "M72 64L69 80L67 96L69 100L63 100L65 80L64 64ZM34 64L29 78L28 96L30 100L24 100L25 78L28 62Z",
        tone: "shade",
      },
      {
        path: "M77 96L83 96L83 100L77 100ZM33 96L38 96L39 100L33 100ZM17 96L22 96L23 100L17 100ZM63 96L69 96L69 100L63 100ZM24 96L30 96L30 100L24 100Z",
        tone: "dark",
      },
      { path: "M99 33L91 28C94 26 100 26 105 28C106 32 103 35 99 33Z", tone: "shade" },
      { path: "M43 66C52 68 64 68 73 65C64 71 52 71 43 68Z", tone: "shade" },
    ],
    eyes: [{ x: 94.5, y: 14.5, radius: 1.4 }],
    neck: 46,
    size: 1.35,
  },
  deer: {
    fill: "M22 52C31 47 46 50 58 49C65 47 68 40 70 32C71 27 73 24 76 22L70 17L79 18C85 20 91 25 94 29C94 32 91 34 87 33L81 34C80 43 79 52 75 58L73 66L71 82L72 100L67 100L67 82L65 66C56 68 46 68 40 65L35 74L38 85L37 100L32 100L33 86L29 74L27 65L23 76L25 86L23 100L18 100L20 86L18 74C19 66 20 60 20 56L16 56C16 53 18 51 22 52ZM64 62L60 82L61 100L56 100L57 82L57 63Z",
    lines: {
      path: "M76 20C75 12 65 11 62 1M71 13C73 8 71 4 71 -1M67 10L59 9M79 19C80 11 89 9 93 0M83 13C80 8 83 3 83 -1M88 9L96 9",
      width: 2,
    },
    tail: { path: "M24 52C17 51 14 56 15 64C19 64 23 60 24 56Z", root: 53 },
    markings: [
      { path: "M40 65C48 68 58 68 65 66L66 62C58 65 48 64 40 62Z", tone: "light" },
      { path: "M15 56C14 60 15 62 15 64C18 63 20 61 21 58Z", tone: "light" },
      { path: "M80 38C79 46 78 52 75 58L72 58C75 51 76 44 77 36Z", tone: "light" },
      { path: "M91 28.5L94 29C94 32 91 34 89 33Z", tone: "dark" },
      { path: "M64 62L60 82L61 100L56 100L57 82L57 63ZM33 86L37 86L37 100L32 100Z", tone: "shade" },
    ],
    eyes: [{ x: 83, y: 24.5, radius: 1.3 }],
    neck: 48,
    size: 1.25,
  },
  bear: {
    fill: "M13 96L14 78C8 64 12 48 26 42C38 36 54 39 65 38C68 32 73 28 78 28C78 23 85 22 87 27L89 31C95 34 101 40 107 46C109 50 106 54 101 54L93 56C89 62 87 68 87 74L86 95L91 100L76 100L73 78C66 81 52 81 43 78L41 95L46 100L31 100L28 80L25 96L29 100L14 100Z",
    markings: [
      {
        path: "M95 40C101 42 104 44 107 46C109 50 106 54 101 54L94 54C91 49 92 43 95 40Z",
        tone: "light",
      },
      { path: "M104 44L107.5 46C108.5 48 107 50 105 49Z", tone: "dark" },
      {
        path: "M43 78C52 81 66 81 73 78L74 84C64 78 52 78 42 86ZM28 80L25 96L22 96L24 78Z",
        tone: "shade",
      },
      { path: "M79 30C80 27 83 26 85 28L84 32Z", tone: "dark" },
    ],
    eyes: [{ x: 93, y: 38, radius: 1.5 }],
    neck: 50,
    size: 1.2,
  },
  person: {
    fill: "M41 100L44 68L39 63C37 46 37 33 42 28L48 25.5C44 21 45 11 51 11C58 11 58 21 54 25.5L60 28C66 33 67 48 65 62L61 68L64 100L57 100L52.5 73L48 100ZM40 34C33 44 32 56 34 66L38 66L41 50ZM42 28C37 34 30 60 31 74C37 76 42 72 45 66Z",
    lines: { path: "M66 100L69 30M62 46L68 50", width: 2.2 },
    markings: [
      {
        path: "M52.5 73L57 100L54 100L51 74ZM40 34C33 44 32 56 34 66L37 66C36 54 37 44 42 34Z",
        tone: "shade",
      },
      { path: "M48 11.5C52 10 57 13 56.5 17L46 17.5C45.5 14 46 12.5 48 11.5Z", tone: "dark" },
    ],
    size: 1.15,
  },
};

/** A curled-up sleeping animal from the front, which raises its head now and then. */
export const CURLED: Silhouette = {
  fill: "M2.7 78.7C-1.3 49.3 25.3 30.7 53.3 33.3C82.7 36 101.3 54.7 98.7 74.7C96.7 89.3 74.7 95 49.3 95C22.7 95 5.3 90.7 2.7 78.7ZM2.7 40C4 21.3 18.7 13.3 34.7 13.3C50.7 13.3 65.3 22.7 66.7 40C61.3 53.3 49.3 65.3 34.7 66.7C20 65.3 8 53.3 2.7 40ZM5 32L10.7 5.3L28 17.3ZM46 20L60 4L65.3 30ZM14.7 94.7C37.3 100 69.3 99 84 90.7C93 90 99 84 101.3 77.3C105.3 70.7 102.7 62.7 97.3 58.7Z",
  markings: [
    {
      path: "M40 94.7C62.7 97.3 90.7 93.3 101.3 77.3C105.3 70.7 102.7 62.7 97.3 58.7C97.3 76 74.7 84 49.3 82.7Z",
      tone: "shade",
    },
    { path: "M12 60C20 70 34 74 50 66C44 76 20 78 12 60Z", tone: "shade" },
    {
      path: "M14.7 94.7C13.3 86.7 22.7 83.3 32 82.7C29.3 86.7 29.3 91.3 33.3 99L15 97Z",
      tone: "light",
    },
    { path: "M10.7 22.7L13.3 12L21.3 18ZM52 18.7L58 10.7L60.7 22Z", tone: "dark" },
    {
      path: "M4 42.7C13.3 41.3 24 46.7 29.3 57.3L40 57.3C45.3 46.7 56 41.3 65.3 42.7C60 56 48 65.3 34.7 66.7C21.3 65.3 9.3 56 4 42.7Z",
      tone: "light",
    },
    { path: "M30 56.7Q34.7 53.3 39.3 56.7Q38 62 34.7 62.7Q31.3 62 30 56.7Z", tone: "dark" },
  ],
  eyes: [
    { x: 21.7, y: 39.5, radius: 2.4 },
    { x: 48.3, y: 39.5, radius: 2.4 },
  ],
  neck: 66,
  size: 0.72,
};

/** A person in a coat from the front, for town scenes. */
export const WALKER: Silhouette = {
  fill: "M54 9C59 9 61.5 13 61 18C60.6 23 57.5 26 54 26C50.5 26 47.4 23 47 18C46.5 13 49 9 54 9ZM46 29C49 26.5 59 26.5 62 29C65 33 66 44 67 54L68 76C62 79 46 79 40 76L41 54C42 44 43 33 46 29ZM47 74L47.5 100L52.5 100L53 75ZM55 75L55.5 100L60.5 100L61 74ZM46 30C40 36 39 50 42 59L46 58L48 44ZM62 30C67 36 66 44 57 49L55 46L60 40Z",
  markings: [
    { path: "M46 78L53.5 78L53 100L47 100ZM54.5 78L62 78L61 100L55 100Z", tone: "dark" },
    {
      path: "M54 28L55 78L53.4 78L53.2 28ZM62 32C64 44 65 60 66 77C63 78 61 78 60 78C62 62 62 46 60 40Z",
      tone: "shade",
    },
    {
      path: "M48.5 17.5C50 14 58 14 59.5 17.5C60 22 57.5 25 54 25C50.5 25 48 22 48.5 17.5Z",
      tone: "light",
    },
    {
      path: "M54 8C61 8 62.5 14 61.5 23C60 18 58 15 54 14.5C50 15 48 18 46.5 23C45.5 14 47 8 54 8Z",
      tone: "dark",
    },
  ],
  eyes: [
    { x: 51.6, y: 19, radius: 0.7 },
    { x: 56.4, y: 19, radius: 0.7 },
  ],
  neck: 26,
  size: 1.05,
};
