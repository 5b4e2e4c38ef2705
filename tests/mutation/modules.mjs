/**
 * The modules of `npm run mutation`: the files to mutate and the unit tests that have to notice. Files that only a
 * browser can test are left out: what decodes, paints, plays, stores in IndexedDB or the Cache API, or is part of
 * React.
 */

/**
 * @typedef {object} Module
 * @property {number} threshold Lowest share of killed mutants in per cent: 90 for the submit path, money and access, else 80.
 * @property {string[]} files Globs of the files to mutate. Tests and test helpers are never mutated.
 * @property {string[]} tests Globs of the unit tests; those with "!" are left out.
 * @property {number} [sample] Runs only every n-th mutant, where all would take hours.
 */

/** @type {Record<string, Module>} */
export const modules = {
  submit: {
    threshold: 90,
    files: [
      "src/studio/domain/life/{life,life-table,failed-read,prepare-entry,hold,entry-rules,retry-rules,parameter-differences}.ts",
      "src/studio/domain/{queue,submit}/*.ts",
      "src/studio/features/compose/{press-guard,press-name}.ts",
      "src/studio/features/compose/draft/{draft-storage,pending-draft}.ts",
      "src/studio/features/generations/{create-generations,prepare-entries}.ts",
      "src/studio/features/generations/background/polling/{poll-rules,read-entry}.ts",
      "src/studio/features/generations/background/clips/download-rules.ts",
      "src/studio/features/generations/background/leadership/election.ts",
      "src/studio/features/generations/background/sending/{dispatcher,claim-entry,send-rules,server-check,coalesced-run,abandoned-creates}.ts",
    ],
    tests: [
      "src/studio/domain/{life,queue,submit}/*.test.ts",
      "src/studio/features/compose/**/*.test.ts",
      "src/studio/features/generations/*.test.ts",
      "src/studio/features/generations/background/{polling,sending,leadership}/*.test.ts",
      "src/studio/features/generations/background/clips/download-rules.test.ts",
    ],
  },
  money: {
    threshold: 90,
    files: [
      "src/kirin/{usage,quote}.ts",
      "src/kirin/values/{money,decimal}.ts",
      "src/contract/cost.ts",
      "src/studio/domain/usage/*.ts",
      "src/studio/format/money.ts",
      "src/simulator/tasks/{ledger,prices}.ts",
    ],
    tests: [
      "src/kirin/{usage,quote}.test.ts",
      "src/kirin/values/*.test.ts",
      "src/contract/*.test.ts",
      "src/studio/domain/usage/*.test.ts",
      "src/studio/format/money.test.ts",
      "src/simulator/tasks/{ledger,prices}.test.ts",
    ],
  },
  access: {
    threshold: 90,
    files: [
      "src/proxy/access/*.ts",
      "src/proxy/clips/clip-address.ts",
      "src/proxy/upstream/{usable-key,upstream-settings}.ts",
      "src/proxy/responses/{redact,response-headers}.ts",
      "src/hosts/node/server/bind-address.ts",
      "src/hosts/node/outgoing/guarded-lookup.ts",
      "src/hosts/node/static/security-headers.ts",
    ],
    tests: [
      "src/proxy/access/*.test.ts",
      "src/proxy/clips/clip-address.test.ts",
      "src/proxy/upstream/{usable-key,upstream-settings}.test.ts",
      "src/proxy/responses/{redact,response-headers}.test.ts",
      "src/hosts/node/server/bind-address.test.ts",
      "src/hosts/node/outgoing/guarded-lookup.test.ts",
      "src/hosts/node/static/{security-headers,static-files}.test.ts",
    ],
  },
  kirin: {
    threshold: 80,
    files: [
      "src/kirin/**/*.ts",
      "!src/kirin/{usage,quote}.ts",
      "!src/kirin/values/{money,decimal}.ts",
    ],
    tests: ["src/kirin/**/*.test.ts"],
  },
  contract: {
    threshold: 80,
    files: ["src/contract/*.ts", "!src/contract/cost.ts"],
    tests: ["src/contract/*.test.ts"],
  },
  proxy: {
    threshold: 80,
    files: [
      "src/proxy/**/*.ts",
      "!src/proxy/access/*.ts",
      "!src/proxy/clips/clip-address.ts",
      "!src/proxy/upstream/{usable-key,upstream-settings}.ts",
      "!src/proxy/responses/{redact,response-headers}.ts",
    ],
    tests: ["src/proxy/**/*.test.ts"],
    sample: 3,
  },
  hosts: {
    threshold: 80,
    files: [
      "src/hosts/**/*.ts",
      // The entry points and what they wire are tested on the built product, in tests/product.
      "!src/hosts/node/{main,simulator-main,open-simulator,output}.ts",
      "!src/hosts/node/server/bind-address.ts",
      "!src/hosts/node/outgoing/guarded-lookup.ts",
      "!src/hosts/node/static/security-headers.ts",
    ],
    tests: ["src/hosts/**/*.test.ts"],
  },
  simulator: {
    threshold: 80,
    files: ["src/simulator/**/*.ts", "!src/simulator/tasks/{ledger,prices}.ts"],
    // Without the trials of power cuts: they run every line, and end by the time limit on a busy machine.
    tests: ["src/simulator/**/*.test.ts", "!src/simulator/power-cuts.test.ts"],
    sample: 6,
  },
  renderer: {
    threshold: 80,
    // What decides: what a clip shows and says, and who renders it. What draws and synthesises is left out, because the
    // figures in looks.txt and sounds.txt test it, which takes minutes with counted mutants in the loops over pixels.
    files: [
      "src/renderer/semaphore.ts",
      "src/renderer/plan/*.ts",
      "src/renderer/compose/camera.ts",
      "src/renderer/paint/{color,palette}.ts",
      "src/renderer/sound/{sound-plan,loudness,dsp,stereo-sound}.ts",
      "src/renderer/sound/speech/{spoken-lines,syllables,voice,melody,place-lines}.ts",
      "src/renderer/encode/mp4-{boxes,creation-times}.ts",
      "src/renderer/pool/{render-pool,render-worker,render-failure}.ts",
    ],
    tests: [
      "src/renderer/*.test.ts",
      "!src/renderer/create-painter.test.ts",
      "src/renderer/plan/*.test.ts",
      "src/renderer/compose/*.test.ts",
      "src/renderer/paint/*.test.ts",
      "src/renderer/sound/{sound-plan,loudness,dsp}.test.ts",
      "src/renderer/sound/speech/*.test.ts",
      "src/renderer/encode/mp4-*.test.ts",
      "src/renderer/pool/render-pool.test.ts",
    ],
    sample: 4,
  },
  store: {
    threshold: 80,
    files: ["src/store/*.ts"],
    tests: ["src/store/*.test.ts"],
  },
  domain: {
    threshold: 80,
    files: [
      "src/studio/domain/*.ts",
      "src/studio/domain/{polling,judging}/*.ts",
      "src/studio/domain/life/{clip-saving,clock-jump,entry-status,entry-times,pairs,studio-problem}.ts",
    ],
    tests: ["src/studio/domain/**/*.test.ts"],
  },
  text: {
    threshold: 80,
    files: [
      "src/studio/format/*.ts",
      "!src/studio/format/money.ts",
      "src/studio/messages/create-format.ts",
    ],
    tests: ["src/studio/format/*.test.ts", "src/studio/messages/**/*.test.ts"],
  },
  storage: {
    threshold: 80,
    files: [
      "src/studio/storage/database/{reconnecting,migrations,storage-problem}.ts",
      "src/studio/storage/judgements/{judgement-schema,judgements-state,judgements}.ts",
      "src/studio/storage/library/{entry-schema,library-state,library-writes,library,throttled-library}.ts",
    ],
    tests: ["src/studio/storage/**/*.test.ts"],
  },
  comparison: {
    threshold: 80,
    files: [
      "src/comparison/*.ts",
      "src/comparison/{clock,geometry,link,transport}/*.ts",
      // Only wires timers and events of the browser.
      "!src/comparison/clock/comparison-clock.ts",
      "src/comparison/takes/{thumbnail-track,thumbnail-tracks,sheet-playback,sheet-player}.ts",
      "src/comparison/frames/{decoding-plan,decoding-run,failure-check,frame-cache,frame-plan,next-frame,stand-in,work-loop}.ts",
      "src/comparison/export/{layout,sheet-layout,captions,paint-text}.ts",
      "src/comparison/export/planes/scale-plane.ts",
      "src/comparison/media/sample-order.ts",
      "src/comparison/decode/shrink.ts",
      "src/comparison/engine/{playback,playback-state,playback-tick,clock-settings,state-store,damage-place,shown-pair}.ts",
      "src/comparison/sound/{sound-laps,sound-run}.ts",
      "src/comparison/stage/{stage-moves,stage-state}.ts",
      "src/comparison/measures/*.ts",
      "src/comparison/measures/{picture,sound}/*.ts",
      "!src/comparison/measures/{measure-worker,measure-clip,measure-messages}.ts",
      "!src/comparison/measures/picture/read-luma.ts",
    ],
    tests: ["src/comparison/**/*.test.ts"],
    sample: 2,
  },
  compare: {
    threshold: 80,
    files: [
      "src/studio/features/compare/export/{captions,file-names}.ts",
      "src/studio/features/compare/facts/{difference-sentence,fact-rows,ratio,word-diff}.ts",
      "src/studio/features/compare/pairs/pair-verdict.ts",
      "src/studio/features/compare/shortcuts/{speeds,transport-shortcuts}.ts",
      "src/studio/features/compare/sides/{choose-sides,file-kind,find-clips,read-clip,side-names}.ts",
      "src/studio/features/compare/takes/{blind-order,ranking-store,takes-order}.ts",
      "src/studio/features/compare/transport/transport-announcement.ts",
    ],
    tests: ["src/studio/features/compare/**/*.test.ts"],
    sample: 3,
  },
  generations: {
    threshold: 80,
    files: [
      "src/studio/features/generations/background/clock-watch.ts",
      "src/studio/features/generations/background/clips/{clip-saver,lost-copies}.ts",
      "src/studio/features/generations/background/leadership/leadership.ts",
      "src/studio/features/generations/background/notifications/{end-notifications,end-tracker}.ts",
      "src/studio/features/generations/background/polling/watcher.ts",
      "src/studio/features/generations/views/strip-columns.ts",
    ],
    tests: ["src/studio/features/generations/{background,views}/**/*.test.ts"],
    sample: 3,
  },
  player: {
    threshold: 80,
    files: [
      "src/studio/ui/playback/{frame-time,playback-labels,playback-memory}.ts",
      "src/studio/features/player/describe-failure.ts",
    ],
    tests: ["src/studio/ui/playback/*.test.ts", "src/studio/features/player/*.test.ts"],
  },
};
