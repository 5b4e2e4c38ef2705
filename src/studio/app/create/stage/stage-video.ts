import { createStore, type Store } from "#store/create-store.ts";

/** The video on the stage, from which the details save a picture. Null while there is none. */
export const stageVideo: Store<HTMLVideoElement | null> = createStore<HTMLVideoElement | null>(
  null,
);
