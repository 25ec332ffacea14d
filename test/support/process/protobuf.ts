/** A field of a message in protobuf's wire format: a number, or the bytes of a text or of a message inside. */
export interface Field {
  readonly number: number;
  readonly value: bigint | Buffer;
}

/** Reads a message field by field; whoever knows the message knows what each is. */
export function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at++]!;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const bytes = (length: number) => message.subarray(at, (at += length));
  while (at < message.length) {
    const tag = Number(varint());
    const number = tag >> 3;
    const type = tag & 7;
    if (type === 0) fields.push({ number, value: varint() });
    else if (type === 1) fields.push({ number, value: bytes(8).readBigUInt64LE() });
    else if (type === 2) fields.push({ number, value: bytes(Number(varint())) });
    else if (type === 5) fields.push({ number, value: BigInt(bytes(4).readUInt32LE()) });
    else throw new Error(`There is no wire type ${type}.`);
  }
  return fields;
}
