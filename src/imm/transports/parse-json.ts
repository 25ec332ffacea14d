import { parse } from "lossless-json";

/** Parses JSON text and keeps every digit: an integer that a number doesn't hold is a bigint. */
export function parseJson(text: string): unknown {
  // Plain parsing is several times faster.
  return losesDigits(text) ? parse(text, undefined, exactNumber) : JSON.parse(text);
}

/** Whether plain parsing may lose a digit: a number holds every integer of fewer than 16. */
function losesDigits(text: string): boolean {
  let known = "";
  // Of 16 digits in a row one is at such a place. To look at every character would take four times as long.
  for (let at = minDigits - 1; at < text.length; at += minDigits) {
    if (!isDigit(text, at)) continue;
    let start = at;
    while (isDigit(text, start - 1)) start -= 1;
    let end = at + 1;
    while (isDigit(text, end)) end += 1;
    if (end - start < minDigits || !beforeNumber.test(text.charAt(start - 1))) continue;
    const digits = text.slice(start, end);
    // Of a page's datasets many have the same limit.
    if (digits !== known && !holds(Number(digits), digits)) return true;
    known = digits;
    at = end - 1;
  }
  return false;
}

const minDigits = 16;
const beforeNumber = /^[-:,[\s]?$/;

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function exactNumber(text: string): bigint | number {
  const value = Number(text);
  return /^-?\d+$/.test(text) && !holds(value, text) ? BigInt(text) : value;
}

function holds(value: number, digits: string): boolean {
  return String(value) === digits;
}
