/** Measures the true peak, including between samples, by four times oversampling: ITU-R BS.1770-4, Annex 2. */

/** Filter coefficients of the standard. The other two phases are these reversed. */
const PHASES = [
  [
    0.001708984375, 0.010986328125, -0.0196533203125, 0.033203125, -0.0594482421875,
    0.1373291015625, 0.97216796875, -0.102294921875, 0.047607421875, -0.026611328125,
    0.014892578125, -0.00830078125,
  ],
  [
    -0.0291748046875, 0.029296875, -0.0517578125, 0.089111328125, -0.16650390625, 0.465087890625,
    0.77978515625, -0.2003173828125, 0.1015625, -0.0582275390625, 0.0330810546875, -0.0189208984375,
  ],
] as const;
const TAPS = 12;
const FILTERS = [...PHASES, ...PHASES.map((phase) => [...phase].reverse())].map((phase) =>
  Float64Array.from(phase),
);

/** In dBTP: 0 is full scale, and most players clip anything above. -Infinity for silence. */
export function truePeak(channels: readonly Float32Array[]): number {
  return 20 * Math.log10(Math.max(0, ...channels.map(highestOf)));
}

function highestOf(samples: Float32Array): number {
  let highest = 0;
  for (let at = 0; at < samples.length; at += 1) {
    highest = Math.max(highest, Math.abs(samples[at] ?? 0));
    for (const filter of FILTERS) {
      let value = 0;
      for (let tap = 0; tap < TAPS; tap += 1)
        value += (filter[tap] ?? 0) * (samples[at - tap] ?? 0);
      highest = Math.max(highest, Math.abs(value));
    }
  }
  return highest;
}
