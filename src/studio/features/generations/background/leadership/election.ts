/**
 * The leader election as a state machine of one tab. Pure: `leadership.ts` asks for the lock, posts the messages and
 * sets the timer.
 *
 * The lock decides which tab leads. The messages decide when a tab steals it: from a frozen leader, which keeps the lock
 * but sends no heartbeat, or from a hidden one that yields to a visible tab.
 */

const BEAT_MS = 2000;
/**
 * After this long without a heartbeat a follower asks for one, since the browser may only have throttled the leader's
 * timers.
 */
const SILENCE_MS = 4000;
/** Messages reach even a hidden tab at once, so a leader that has not answered within this time is frozen. */
const ANSWER_MS = 2000;
/** No browser throttles a timer this much, so a longer gap means that the machine slept. */
const SLEPT_MS = 150_000;

/**
 * `beat`: heartbeat of the leader · `ask`: asks for a heartbeat · `claim`: the same, from a visible tab that wants to
 * replace a hidden leader · `yield`: the leader lets that tab steal the lock.
 */
export type LeaderMessage =
  | { kind: "beat"; isHidden: boolean }
  | { kind: "ask" }
  | { kind: "claim"; tab: string }
  | { kind: "yield"; tab: string };

/** A tab that waits for the lock. */
export interface Follower {
  role: "follower";
  /** When the leader was last heard. */
  heardAtMs: number;
  /** The question that waits for a heartbeat. */
  question: Question | null;
  /** Whether the next lock request steals the lock instead of waiting for it. */
  isStealing: boolean;
}

interface Question {
  askedAtMs: number;
  isAnswered: boolean;
  /** Whether it was asked again because this tab slept. */
  isRepeated: boolean;
}

/** The tab that has the lock, or any tab where there are no locks. */
export interface Leader {
  role: "leader";
  beatAtMs: number;
  /** Whether it has told a tab since its last heartbeat to steal the lock. */
  hasYielded: boolean;
}

export type Election = Follower | Leader;

export type ElectionEvent =
  /** The lock is requested. */
  | { type: "stand" }
  /** The lock was granted, or there are no locks. */
  | { type: "elected" }
  /** The timer set last has fired. */
  | { type: "timer" }
  | { type: "message"; message: LeaderMessage }
  /** The tab became visible again, or the network is back. */
  | { type: "returned" }
  /** The tab was hidden. */
  | { type: "left" };

export type Effect =
  | { type: "post"; message: LeaderMessage }
  /** Replaces the timer. */
  | { type: "set-timer"; delayMs: number }
  /** Gives up the pending lock request and steals the lock. */
  | { type: "steal" }
  /** Tells the background job that the creator or the network is back. */
  | { type: "notify-returned" };

/** What the tab knows apart from its state. */
export interface TabSituation {
  nowMs: number;
  isHidden: boolean;
  /** Identifies this tab among the others. */
  tab: string;
}

export interface Move {
  state: Election;
  effects: readonly Effect[];
}

/** A tab that has not asked for the lock yet. */
export function newFollower(nowMs: number): Follower {
  return { role: "follower", heardAtMs: nowMs, question: null, isStealing: false };
}

/** Returns the state after an event, and what is to be done. */
export function elect(state: Election, event: ElectionEvent, now: TabSituation): Move {
  if (event.type === "stand") return awaitSilence(newFollower(now.nowMs), now);
  if (event.type === "elected") return beat(now);
  return state.role === "leader" ? lead(state, event, now) : follow(state, event, now);
}

type MemberEvent = Exclude<ElectionEvent, { type: "stand" | "elected" }>;

function follow(state: Follower, event: MemberEvent, now: TabSituation): Move {
  switch (event.type) {
    case "timer":
      return state.question === null
        ? checkSilence(state, now)
        : checkAnswer(state, state.question, now);
    case "message":
      return hear(state, event.message, now);
    case "returned":
      return now.isHidden ? stay(state) : ask(state, now);
    case "left":
      return stay(state);
  }
}

function checkSilence(state: Follower, now: TabSituation): Move {
  // A gap of hours may come from a clock change. Asking does no harm.
  const isHeard = Math.abs(now.nowMs - state.heardAtMs) < SILENCE_MS;
  return isHeard ? awaitSilence(state, now) : ask(state, now);
}

function checkAnswer(state: Follower, question: Question, now: TabSituation): Move {
  if (question.isAnswered) return awaitSilence(state, now);
  // If this tab slept, the answer may still be queued.
  const isLate = now.nowMs - question.askedAtMs > 2 * ANSWER_MS;
  return isLate && !question.isRepeated ? ask(state, now, { isRepeated: true }) : steal(state);
}

function awaitSilence(state: Follower, { nowMs }: TabSituation): Move {
  const delayMs = state.heardAtMs + SILENCE_MS - nowMs;
  return { state: { ...state, question: null }, effects: [{ type: "set-timer", delayMs }] };
}

/** Asks for a heartbeat. A visible tab wants to lead if the leader is hidden. */
function ask(
  state: Follower,
  { nowMs, isHidden, tab }: TabSituation,
  { isRepeated } = { isRepeated: false },
): Move {
  return {
    state: { ...state, question: { askedAtMs: nowMs, isAnswered: false, isRepeated } },
    effects: [
      { type: "post", message: isHidden ? { kind: "ask" } : { kind: "claim", tab } },
      { type: "set-timer", delayMs: ANSWER_MS },
    ],
  };
}

function steal(state: Follower): Move {
  return { state: { ...state, isStealing: true }, effects: [{ type: "steal" }] };
}

/** Only the leader's messages are signs of it. */
function hear(state: Follower, message: LeaderMessage, now: TabSituation): Move {
  if (message.kind === "ask" || message.kind === "claim") return stay(state);
  const question = state.question && { ...state.question, isAnswered: true };
  const heard: Follower = { ...state, heardAtMs: now.nowMs, question };
  if (now.isHidden) return stay(heard);
  if (message.kind === "yield" && message.tab === now.tab) return steal(heard);
  if (message.kind === "yield" || !message.isHidden) return stay(heard);
  return { state: heard, effects: [{ type: "post", message: { kind: "claim", tab: now.tab } }] };
}

function lead(state: Leader, event: MemberEvent, now: TabSituation): Move {
  switch (event.type) {
    case "timer":
      return now.nowMs - state.beatAtMs > SLEPT_MS ? withReturn(beat(now)) : beat(now);
    case "message":
      return answer(state, event.message, now);
    case "returned":
      return { state, effects: [{ type: "notify-returned" }] };
    case "left":
      return beat(now);
  }
}

function beat({ nowMs, isHidden }: TabSituation): Move {
  return {
    state: { role: "leader", beatAtMs: nowMs, hasYielded: false },
    effects: [
      { type: "post", message: { kind: "beat", isHidden } },
      { type: "set-timer", delayMs: BEAT_MS },
    ],
  };
}

function answer(state: Leader, message: LeaderMessage, now: TabSituation): Move {
  if (message.kind === "ask") return beat(now);
  if (message.kind !== "claim") return stay(state);
  if (!now.isHidden) return withReturn(beat(now));
  if (state.hasYielded) return stay(state);
  // Yields to one tab only. The tab leads until its lock is stolen, so nothing changes if the other one dies first.
  return {
    state: { ...state, hasYielded: true },
    effects: [{ type: "post", message: { kind: "yield", tab: message.tab } }],
  };
}

function withReturn({ state, effects }: Move): Move {
  return { state, effects: [...effects, { type: "notify-returned" }] };
}

function stay(state: Election): Move {
  return { state, effects: [] };
}
