import { z } from "zod";

/** A parameter that is an integer of this range, written as a decimal number. */
export function integer(min: bigint, max: bigint): z.ZodType<bigint> {
  return z.string().transform((value, { issues }) => {
    // By length first: a number of a million digits takes long to read.
    const read = value.length <= 20 && decimal.test(value) ? BigInt(value) : undefined;
    if (read !== undefined && read >= min && read <= max) return read;
    issues.push({ code: "custom", message: between(min, max), input: value });
    return z.NEVER;
  });
}

/** An integer of this range inside JSON, exact up to 64 bits. */
export function jsonInteger(min: bigint, max: bigint): z.ZodType<bigint> {
  return z.unknown().transform((value, { issues }) => {
    const read = exactInteger(value);
    if (read !== undefined && read >= min && read <= max) return read;
    const message = value === undefined ? "is required" : between(min, max);
    issues.push({ code: "custom", message, input: value });
    return z.NEVER;
  });
}

function exactInteger(value: unknown): bigint | undefined {
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  return typeof value === "bigint" ? value : undefined;
}

const decimal = /^(0|-?[1-9][0-9]*)$/;

function between(min: bigint, max: bigint): string {
  return `must be an integer from ${min} to ${max}`;
}
