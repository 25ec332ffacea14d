import { beforeEach } from "vitest";
import type { EndpointName } from "./endpoints.ts";

/** What an endpoint does not do as the suite says, or can't be asked: a test or a group of them, and why it is skipped. */
export const differences: Record<EndpointName, Record<string, string>> = {
  "the local IMM": {
    "refuses calls beyond its ProjectQueriesPerSecond":
      "It takes as many calls as the machine bears, and counts none.",
  },
  "the cloud": {
    "a project's name may begin with":
      "There the names of all projects begin with the prefix that was given.",
    "have the ServiceRole that they were given, until they are given another":
      "A role must exist, and have been granted to IMM.",
    "has room again once its quota is raised": "A project's settings take up to five minutes to have effect.",
    "keeps what it has when its quota is lowered":
      "A project's settings take up to five minutes to have effect.",
    ...(process.env["LIVE_IMM_BUCKET"] === undefined && {
      "of a bucket that is there": "LIVE_IMM_BUCKET names none.",
      "of a bucket to one project": "LIVE_IMM_BUCKET names none.",
    }),
    "read from a bucket": "Only a client of OSS could put the files there.",
    "of files that lie in a bucket": "Only a client of OSS could put the files there.",
    "of several buckets": "LIVE_IMM_BUCKET names one.",
    "of several to a project": "LIVE_IMM_BUCKET names one.",
    "hands changed limits on to its new datasets alone":
      "A project's settings take up to five minutes to have effect.",
  },
};

/** Skips, in the group where it is called, the tests that are listed for an endpoint, each with its reason. */
export function skipDifferences(endpoint: EndpointName): void {
  beforeEach(({ task, skip }) => {
    const names = [task.name];
    for (let suite = task.suite; suite; suite = suite.suite) names.push(suite.name);
    const reason = names.map((name) => differences[endpoint][name]).find((found) => found !== undefined);
    skip(reason !== undefined, reason);
  });
}
