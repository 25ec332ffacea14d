import { expect } from "vitest";

/** A time as IMM writes it. */
export const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?\+08:00$/;

/** The refusal of a name that no resource of the kind has. */
export function notFound(resource: string) {
  return refusal("ResourceNotFound", `${resource} is not found`);
}

/** The refusal of a name that another resource of the kind has. */
export function alreadyExists(resource: string) {
  return refusal("ResourceAlreadyExists", `${resource} already exists`);
}

function refusal(code: string, what: string) {
  const message = expect.stringMatching(new RegExp(`^The specified resource ${what}\\.$`, "i")) as string;
  return { code, httpStatus: 400, message };
}
