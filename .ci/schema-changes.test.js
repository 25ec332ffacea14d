import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const check = fileURLToPath(import.meta.resolve("./schema-changes.js"));
// Neither the settings of whoever runs the tests nor, in a hook, the repository that it is for.
const env = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "test",
  GIT_AUTHOR_EMAIL: "test@example.com",
  GIT_COMMITTER_NAME: "test",
  GIT_COMMITTER_EMAIL: "test@example.com",
};

const schema = `
type Query {
  dataset(projectName: String!, datasetName: String): Dataset
}

type Dataset {
  id: ID!
  fileCount: Int
}
`;
const subgraph = schema.replace("type Dataset", 'type Dataset @key(fields: "id") @key(fields: "fileCount")');

/** @param {string[]} lines */
const unreleased = (...lines) => `# Changelog\n\n## Unreleased\n\n${lines.join("\n")}\n`;
/** @type {(from: string, to: string) => Record<string, string>} */
const change = (from, to) => ({ "schema/schema.graphql": schema.replace(from, to) });
/** @type {(from: string, to: string) => Record<string, string>} */
const changeSubgraph = (from, to) => ({ "schema/subgraph.graphql": subgraph.replace(from, to) });
const withoutFileCount = change("  fileCount: Int\n", "");
const toldFileCount = {
  "CHANGELOG.md": unreleased("- Datasets.", "- **Breaking:** `Dataset.fileCount` is gone."),
};

/**
 * A repository where the check is in force, whose working tree is what was committed last.
 *
 * @param {import("node:test").TestContext} t
 */
function createRepository(t) {
  const root = mkdtempSync(join(tmpdir(), "schema-changes-"));
  t.after(() => rmSync(root, { recursive: true }));
  /** @param {string[]} args */
  const git = (...args) => execFileSync("git", args, { cwd: root, env, encoding: "utf8" }).trim();
  /** @param {Record<string, string>} files */
  const write = (files) => {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), content);
    }
  };
  /** @param {Record<string, string>} files */
  const commit = (files) => {
    write(files);
    git("add", ".");
    git("commit", "--quiet", "--message", "A commit");
    return git("rev-parse", "--short", "HEAD");
  };
  git("init", "--quiet", "--initial-branch", "main");
  commit({
    ".ci/schema-changes.js": "",
    "CHANGELOG.md": unreleased("- Datasets."),
    "schema/schema.graphql": schema,
    "schema/subgraph.graphql": subgraph,
  });
  return { root, git, write, commit };
}

/** @param {string} root */
function run(root, environment = env) {
  const { status, stderr } = spawnSync(process.execPath, [check], {
    cwd: root,
    env: environment,
    encoding: "utf8",
  });
  return { status, stderr };
}

const passed = { status: 0, stderr: "" };

/** @param {string} root */
function assertRefused(root, reason = /./) {
  const { status, stderr } = run(root);
  assert.equal(status, 1);
  assert.match(stderr, reason);
}

describe("a change of the schema", () => {
  it("that adds a field passes", (t) => {
    const { root, commit } = createRepository(t);
    commit(change("  fileCount", "  bindCount: Int\n  fileCount"));

    assert.deepEqual(run(root), passed);
  });

  it("that removes a field is refused, with its commit and what the changelog needs", (t) => {
    const { root, commit } = createRepository(t);
    const breaking = commit(withoutFileCount);
    commit({ "README.md": "Datasets." });

    assert.deepEqual(run(root), {
      status: 1,
      stderr:
        `schema/schema.graphql: Dataset.fileCount: Field 'fileCount' was removed from object type 'Dataset' (by ${breaking}).\n` +
        '  If that is meant, CHANGELOG.md needs under "## Unreleased": - **Breaking:** `Dataset.fileCount` …\n',
    });
  });

  it("that removes a field is refused before it is committed", (t) => {
    const { root, write } = createRepository(t);
    write(withoutFileCount);

    assertRefused(root, /Dataset\.fileCount.*\(by the working tree\)/);
  });

  it("that removes a field passes where the changelog says so", (t) => {
    const { root, commit } = createRepository(t);
    commit({ ...withoutFileCount, ...toldFileCount });

    assert.deepEqual(run(root), passed);
  });

  it("isn't excused by a line about another path", (t) => {
    const { root, commit } = createRepository(t);
    commit({
      ...withoutFileCount,
      "CHANGELOG.md": unreleased("- **Breaking:** `Dataset` and `Dataset.fileCounts`."),
    });

    assertRefused(root, /Dataset\.fileCount:/);
  });

  it("isn't excused by a line that doesn't call it breaking", (t) => {
    const { root, commit } = createRepository(t);
    commit({ ...withoutFileCount, "CHANGELOG.md": unreleased("- `Dataset.fileCount` is gone.") });

    assertRefused(root, /Dataset\.fileCount:/);
  });

  it("that requires an argument is refused", (t) => {
    const { root, commit } = createRepository(t);
    commit(change("datasetName: String", "datasetName: String!"));

    assertRefused(root, /Query\.dataset\.datasetName:/);
  });

  it("is of no concern where it is older than the check", (t) => {
    const { root, git, commit } = createRepository(t);
    git("rm", "--quiet", ".ci/schema-changes.js");
    git("commit", "--quiet", "--amend", "--message", "A commit");
    commit(withoutFileCount);
    commit({ ".ci/schema-changes.js": "" });

    assert.deepEqual(run(root), passed);
  });
});

describe("a change of the subgraph", () => {
  it("that adds a key, or puts them in another order, passes", (t) => {
    const { root, commit } = createRepository(t);
    commit(changeSubgraph('@key(fields: "id")', '@key(fields: "id fileCount") @key(fields: "id")'));
    commit(
      changeSubgraph(
        '@key(fields: "id") @key(fields: "fileCount")',
        '@key(fields: "fileCount") @key(fields: "id") @key(fields: "id fileCount")',
      ),
    );

    assert.deepEqual(run(root), passed);
  });

  it("that removes a key is refused, and passes where the changelog says so", (t) => {
    const { root, commit } = createRepository(t);
    commit(changeSubgraph(' @key(fields: "fileCount")', ""));
    assertRefused(
      root,
      /schema\/subgraph\.graphql: Dataset\.@key: "Dataset @key\(fields: "fileCount"\)" was removed/,
    );

    commit({ "CHANGELOG.md": unreleased("- **Breaking:** `Dataset.@key`, the one of `fileCount`.") });
    assert.deepEqual(run(root), passed);
  });

  it("that takes a tag away, by which contracts leave a field out, is refused", (t) => {
    const { root, commit } = createRepository(t);
    commit(changeSubgraph("fileCount: Int", 'fileCount: Int @tag(name: "imm-get")'));
    assert.deepEqual(run(root), passed);

    commit(changeSubgraph("", ""));
    assertRefused(root, /Dataset\.fileCount\.@tag: "Dataset\.fileCount @tag\(name: "imm-get"\)" was removed/);
  });

  it("that makes a field inaccessible is refused, a field that comes so passes", (t) => {
    const { root, commit } = createRepository(t);
    commit(changeSubgraph("  fileCount", "  bindCount: Int @inaccessible\n  fileCount"));
    assert.deepEqual(run(root), passed);

    commit(changeSubgraph("fileCount: Int", "fileCount: Int @inaccessible"));
    assertRefused(root, /Dataset\.fileCount\.@inaccessible:/);
  });
});

describe("after a release", () => {
  it("is refused what breaks it, also where the release's own section tells the same", (t) => {
    const { root, git, commit } = createRepository(t);
    const released = "## 0.1.0 (2026-12-01)\n\n- **Breaking:** `Dataset.fileCount` is gone.\n";
    commit({ "CHANGELOG.md": `${unreleased()}\n${released}` });
    git("tag", "v0.1.0");
    commit(withoutFileCount);

    assertRefused(root, /Dataset\.fileCount.*\(since v0\.1\.0\)/);
  });

  it("passes what only broke what was never released, and the next release as it is prepared", (t) => {
    const { root, git, commit } = createRepository(t);
    commit({ "CHANGELOG.md": `${unreleased()}\n## 0.1.0\n` });
    git("tag", "v0.1.0");
    commit(change("  fileCount", "  bindCount: Int\n  fileCount"));
    commit({ "schema/schema.graphql": schema });
    assert.deepEqual(run(root), passed);

    const told = "## 0.2.0\n\n- **Breaking:** `Dataset.fileCount` is gone.\n";
    commit({ ...withoutFileCount, "CHANGELOG.md": `${unreleased()}\n${told}\n## 0.1.0\n` });
    assert.deepEqual(run(root), passed);
  });
});

describe("without the history", () => {
  it("a shallow clone is refused", (t) => {
    const { root, git, commit } = createRepository(t);
    commit({ "README.md": "Datasets." });
    git("clone", "--quiet", "--depth", "1", `file://${root}`, "clone");

    assertRefused(join(root, "clone"), /git fetch --unshallow --tags/);
  });

  it("a folder that is no repository is refused", (t) => {
    const { root } = createRepository(t);
    rmSync(join(root, ".git"), { recursive: true });

    assertRefused(root, /not a git repository/);
  });

  it("a machine without git is refused", (t) => {
    const { root } = createRepository(t);

    const { status, stderr } = run(root, { ...env, PATH: "" });
    assert.equal(status, 1);
    assert.match(stderr, /spawnSync git ENOENT/);
  });
});
