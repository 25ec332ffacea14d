export interface Sound {
  readonly seconds?: number;
  readonly sampleRate?: number;
  readonly channels?: number;
  /** Tags of the INFO list: INAM (title), IART (artist), IPRD (album). */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A WAV of silence, 16 bits a sample; a second of 8,000 Hz mono if nothing else is asked for. */
export function wav({ seconds = 1, sampleRate = 8000, channels = 1, tags = {} }: Sound = {}): Buffer {
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(sampleRate, 4);
  format.writeUInt32LE(sampleRate * channels * 2, 8);
  format.writeUInt16LE(channels * 2, 12);
  format.writeUInt16LE(16, 14);
  const info = Object.entries(tags).map(([name, text]) => chunk(name, Buffer.from(`${text}\0`)));
  return chunk(
    "RIFF",
    Buffer.concat([
      Buffer.from("WAVE"),
      chunk("fmt ", format),
      ...(info.length === 0 ? [] : [chunk("LIST", Buffer.concat([Buffer.from("INFO"), ...info]))]),
      chunk("data", Buffer.alloc(Math.round(seconds * sampleRate) * channels * 2)),
    ]),
  );
}

function chunk(name: string, content: Buffer): Buffer {
  const head = Buffer.from(`${name}    `);
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}
