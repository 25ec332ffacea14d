/** A 64-bit number as the graph has it. */
export const text = (number: number | undefined) => number?.toString();
