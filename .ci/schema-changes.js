// Fails where a schema broke what its callers rely on and the changelog doesn't say so.
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema, parse, print, visit } from "graphql";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const files = ["schema/schema.graphql", "schema/subgraph.graphql"];

/**
 * What a subgraph offers to those who compose with it, or cut contracts out of what was composed:
 * `@key(fields: "id")` → `Dataset.@key`.
 *
 * @param {string} sdl
 * @returns {Map<string, string>}
 */
function offersOf(sdl) {
  const offers = new Map();
  visit(parse(sdl), {
    Directive(node, _key, _parent, _path, ancestors) {
      if (!["key", "shareable", "tag"].includes(node.name.value)) return;
      const names = ancestors.flatMap((ancestor) => ("name" in ancestor ? [ancestor.name?.value] : []));
      offers.set(`${names.join(".")} ${print(node)}`, `${names.join(".")}.@${node.name.value}`);
    },
  });
  return offers;
}

/**
 * What breaks those who rely on `before`: what inspector calls breaking, and since that doesn't know federation, what
 * is offered no longer and what turned inaccessible.
 *
 * @param {string} before
 * @param {string} after
 */
async function breaksBetween(before, after) {
  // Not validated: the directives of federation have no definition in an SDL.
  const [old, next] = [before, after].map((sdl) => buildSchema(sdl, { assumeValidSDL: true }));
  const changes = (await diff(old, next)).filter(
    ({ type, path, criticality: { level } }) =>
      level === CriticalityLevel.Breaking ||
      (level === CriticalityLevel.Dangerous && /_ADDED .+\.@inaccessible$/.test(`${type} ${path}`)),
  );
  const kept = offersOf(after);
  return [
    ...changes.map(({ path = "schema", message }) => ({ path, message })),
    ...Array.from(offersOf(before))
      .filter(([offer]) => !kept.has(offer))
      .map(([offer, path]) => ({ path, message: `"${offer}" was removed` })),
  ];
}

/**
 * The paths that the changelog tells as broken since the last release: in its sections above that release's.
 *
 * @param {string} changelog
 * @param {string | undefined} release
 */
function toldBreaks(changelog, release) {
  const sections = changelog.split(/^## /m);
  const end = release
    ? sections.findIndex((section) => section.match(/^\S+/)?.[0] === release.slice(1))
    : Infinity;
  if (end === -1)
    throw new Error(`CHANGELOG.md has no section "## ${release?.slice(1)}", the last release's.`);
  const lines = sections.slice(0, end).flatMap((section) => section.split("\n"));
  const told = lines.filter((line) => line.startsWith("- **Breaking:**")).join("\n");
  return new Set(Array.from(told.matchAll(/`([^`\n]+)`/g), ([, path]) => path));
}

/**
 * The versions of a file that callers rely on, the oldest first, the working tree's last. Those before are the last
 * release's; until the first release, those of all commits since there is this check.
 *
 * @param {string} root
 * @param {string} file
 * @param {string | undefined} release
 */
function versionsOf(root, file, release) {
  /** @param {string[]} args */
  const log = (...args) =>
    git(root, "log", "--first-parent", "--format=%h", ...args)
      .split("\n")
      .filter(Boolean);
  const start = release ?? log("--diff-filter=A", "--", ".ci/schema-changes.js").at(-1) ?? "HEAD";
  const later = release ? [] : log("--diff-filter=AM", "--reverse", `${start}..HEAD`, "--", file);
  return [
    ...[start, ...later].map((commit) => ({ commit, sdl: git(root, "show", `${commit}:${file}`) })),
    { commit: "the working tree", sdl: readFileSync(join(root, file), "utf8") },
  ];
}

/**
 * What was broken and isn't told, each as a message that says what to do.
 *
 * @param {string} root
 */
async function untoldBreaks(root) {
  if (git(root, "rev-parse", "--is-shallow-repository") === "true") {
    throw new Error(
      "The clone is shallow, so there is nothing to compare with: git fetch --unshallow --tags",
    );
  }
  const tags = git(root, "tag", "--merged", "HEAD", "--sort=-creatordate", "--list", "v*.*.*");
  const release = tags.split("\n")[0] || undefined;
  const told = toldBreaks(readFileSync(join(root, "CHANGELOG.md"), "utf8"), release);
  const untold = [];
  for (const file of files) {
    const versions = versionsOf(root, file, release);
    for (const [index, { commit, sdl }] of versions.slice(1).entries()) {
      for (const { path, message } of await breaksBetween(versions[index].sdl, sdl)) {
        if (told.has(path)) continue;
        untold.push(
          `${file}: ${path}: ${message} (${release ? `since ${release}` : `by ${commit}`}).\n` +
            `  If that is meant, CHANGELOG.md needs under "## Unreleased": - **Breaking:** \`${path}\` …`,
        );
      }
    }
  }
  return untold;
}

/**
 * @param {string} root
 * @param {string[]} args
 */
function git(root, ...args) {
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).trimEnd();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const untold = await untoldBreaks(process.cwd());
  for (const message of untold) console.error(message);
  process.exitCode = untold.length > 0 ? 1 : 0;
}
