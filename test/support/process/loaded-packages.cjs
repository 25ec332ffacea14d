// Given to a process by NODE_OPTIONS, it logs at the end which packages were loaded.
process.on("exit", () => {
  const packages = Object.keys(require.cache).map(
    (file) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1],
  );
  // A pipe takes only so much at once, and nothing is written later.
  const names = [...new Set(packages.filter(Boolean))];
  process.stderr.write(`${JSON.stringify({ level: 10, msg: `loaded ${names.join(" ")}` })}\n`);
});
