/**
 * The leader election as a state machine of one tab. Pure: `leadership.ts` asks for the lock, posts the messages and
 * sets the timer.
 *
 * The lock decides which tab leads. The messages decide when a tab steals it: from a frozen leader, which keeps the
 * lock but sends no heartbeat, or from a hidden one that yields to a visible tab.
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
  /** When the leader last sent a message. */
  leaderSeenAtMs: number;
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
  /** Whether it has let a tab steal the lock since its last heartbeat. */
  hasYielded: boolean;
}

export type Election = Follower | Leader;

export type ElectionEvent =
  /** The tab requests the lock. */
  | { type: "request-lock" }
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

/** The time and the tab's own data, which are not part of the state. */
export interface TabSituation {
  nowMs: number;
  isHidden: boolean;
  /** Identifies this tab among the others. */
  tab: string;
}

export interface Transition {
  state: Election;
  effects: readonly Effect[];
}

/** A tab that has not requested the lock yet. */
export function newFollower(nowMs: number): Follower {
  return { role: "follower", leaderSeenAtMs: nowMs, question: null, isStealing: false };
}

/** Returns the state after an event, and the effects to run. */
export function elect(state: Election, event: ElectionEvent, now: TabSituation): Transition {
  if (event.type === "request-lock") return awaitSilence(newFollower(now.nowMs), now);
  if (event.type === "elected") return beat(now);
  return state.role === "leader"
    ? handleAsLeader(state, event, now)
    : handleAsFollower(state, event, now);
}

type MemberEvent = Exclude<ElectionEvent, { type: "request-lock" | "elected" }>;

function handleAsFollower(state: Follower, event: MemberEvent, now: TabSituation): Transition {
  switch (event.type) {
    case "timer":
      return state.question === null
        ? checkSilence(state, now)
        : checkAnswer(state, state.question, now);
    case "message":
      return handleMessage(state, event.message, now);
    case "returned":
      return now.isHidden ? noEffects(state) : ask(state, now);
    case "left":
      return noEffects(state);
  }
}

function checkSilence(state: Follower, now: TabSituation): Transition {
  // A gap of hours may come from a clock change. Asking does no harm.
  const isLeaderRecent = Math.abs(now.nowMs - state.leaderSeenAtMs) < SILENCE_MS;
  return isLeaderRecent ? awaitSilence(state, now) : ask(state, now);
}

function checkAnswer(state: Follower, question: Question, now: TabSituation): Transition {
  if (question.isAnswered) return awaitSilence(state, now);
  // If this tab slept, the answer may still be queued.
  const isLate = now.nowMs - question.askedAtMs > 2 * ANSWER_MS;
  return isLate && !question.isRepeated ? ask(state, now, { isRepeated: true }) : steal(state);
}

function awaitSilence(state: Follower, { nowMs }: TabSituation): Transition {
  const delayMs = state.leaderSeenAtMs + SILENCE_MS - nowMs;
  return { state: { ...state, question: null }, effects: [{ type: "set-timer", delayMs }] };
}

/** Asks for a heartbeat. A visible tab wants to lead if the leader is hidden. */
function ask(
  state: Follower,
  { nowMs, isHidden, tab }: TabSituation,
  { isRepeated } = { isRepeated: false },
): Transition {
  return {
    state: { ...state, question: { askedAtMs: nowMs, isAnswered: false, isRepeated } },
    effects: [
      { type: "post", message: isHidden ? { kind: "ask" } : { kind: "claim", tab } },
      { type: "set-timer", delayMs: ANSWER_MS },
    ],
  };
}

function steal(state: Follower): Transition {
  return { state: { ...state, isStealing: true }, effects: [{ type: "steal" }] };
}

/** Handles the leader's messages and ignores those of other followers. */
function handleMessage(state: Follower, message: LeaderMessage, now: TabSituation): Transition {
  if (message.kind === "ask" || message.kind === "claim") return noEffects(state);
  const question = state.question && { ...state.question, isAnswered: true };
  const next: Follower = { ...state, leaderSeenAtMs: now.nowMs, question };
  if (now.isHidden) return noEffects(next);
  if (message.kind === "yield" && message.tab === now.tab) return steal(next);
  if (message.kind === "yield" || !message.isHidden) return noEffects(next);
  return { state: next, effects: [{ type: "post", message: { kind: "claim", tab: now.tab } }] };
}

function handleAsLeader(state: Leader, event: MemberEvent, now: TabSituation): Transition {
  switch (event.type) {
    case "timer":
      return now.nowMs - state.beatAtMs > SLEPT_MS ? withReturnNotice(beat(now)) : beat(now);
    case "message":
      return answer(state, event.message, now);
    case "returned":
      return { state, effects: [{ type: "notify-returned" }] };
    case "left":
      return beat(now);
  }
}

function beat({ nowMs, isHidden }: TabSituation): Transition {
  return {
    state: { role: "leader", beatAtMs: nowMs, hasYielded: false },
    effects: [
      { type: "post", message: { kind: "beat", isHidden } },
      { type: "set-timer", delayMs: BEAT_MS },
    ],
  };
}

function answer(state: Leader, message: LeaderMessage, now: TabSituation): Transition {
  if (message.kind === "ask") return beat(now);
  if (message.kind !== "claim") return noEffects(state);
  if (!now.isHidden) return withReturnNotice(beat(now));
  if (state.hasYielded) return noEffects(state);
  // Yields to one tab only. The tab leads until its lock is stolen, so nothing changes if the other one dies first.
  return {
    state: { ...state, hasYielded: true },
    effects: [{ type: "post", message: { kind: "yield", tab: message.tab } }],
  };
}

function withReturnNotice({ state, effects }: Transition): Transition {
  return { state, effects: [...effects, { type: "notify-returned" }] };
}

function noEffects(state: Election): Transition {
  return { state, effects: [] };
}
