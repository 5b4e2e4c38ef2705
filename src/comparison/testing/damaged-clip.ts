/** A clip with some samples overwritten. Its container stays the same. */
import { BlobSource, EncodedPacketSink, Input, MP4 } from "mediabunny";

/** Overwrites the encoded bytes of these samples, numbered in decoding order, with undecodable ones. */
export async function damageSamples(clip: Blob, damaged: readonly number[]): Promise<Blob> {
  const bytes = new Uint8Array(await clip.arrayBuffer());
  const input = new Input({ formats: [MP4], source: new BlobSource(clip) });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error("no picture");
  let sample = 0;
  for await (const { data } of new EncodedPacketSink(track).packets()) {
    if (damaged.includes(sample))
      bytes.fill(0xa5, placeOf(bytes, data), placeOf(bytes, data) + data.length);
    sample += 1;
  }
  input.dispose();
  return new Blob([bytes], { type: "video/mp4" });
}

function placeOf(bytes: Uint8Array, wanted: Uint8Array): number {
  const at = bytes.findIndex((_, place) =>
    wanted.every((byte, index) => bytes[place + index] === byte),
  );
  if (at === -1) throw new Error("the sample is not in the file");
  return at;
}
