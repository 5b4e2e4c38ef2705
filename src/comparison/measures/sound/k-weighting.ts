/**
 * The K-weighting of ITU-R BS.1770: a high shelf for the acoustic effect of the head, then a high-pass. The standard
 * gives coefficients for 48 kHz only; these are derived from the underlying analogue filters (B. De Man, "Evaluation of
 * Implementations of the EBU R128 Loudness Measurement", AES 145, 2018), for any sample rate.
 */

/** y[n] = b0 x[n] + b1 x[n-1] + b2 x[n-2] - a1 y[n-1] - a2 y[n-2] */
export interface Biquad {
  b: readonly [number, number, number];
  a: readonly [number, number];
}

/** Both filter stages for a sample rate. */
export function kWeighting(sampleRate: number): readonly [Biquad, Biquad] {
  return [highShelf(sampleRate), highPass(sampleRate)];
}

/** Returns the samples with K-weighting applied. */
export function applyKWeighting(samples: Float32Array, sampleRate: number): Float64Array {
  const signal = Float64Array.from(samples);
  for (const filter of kWeighting(sampleRate)) applyBiquad(signal, filter);
  return signal;
}

function highShelf(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const q = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b: [
      (high + (band * k) / q + k * k) / a0,
      (2 * (k * k - high)) / a0,
      (high - (band * k) / q + k * k) / a0,
    ],
    a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
  };
}

function highPass(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
}

/** Filters the signal in place. */
function applyBiquad(signal: Float64Array, { b: [b0, b1, b2], a: [a1, a2] }: Biquad): void {
  let [s1, s2] = [0, 0];
  for (let at = 0; at < signal.length; at += 1) {
    const x = signal[at] ?? 0;
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    signal[at] = y;
  }
}
