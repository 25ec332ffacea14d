import { pathToFileURL } from "node:url";
import { inspect } from "node:util";

// Runs programs by their paths, one after the other, each once. One has ended when Node itself would end: nothing is left
// to wait for but the path of the next.
let printed = "";
let failure;
const fail = (error) => {
  failure ??= inspect(error);
};

process.stdout.write = (text) => {
  printed += text;
  return true;
};
process.on("uncaughtException", fail);
process.on("message", (path) => {
  printed = "";
  failure = undefined;
  let isLoaded = false;
  process.channel.unref();
  import(pathToFileURL(path)).catch(fail).finally(() => {
    isLoaded = true;
  });
  process.once("beforeExit", () => {
    if (!isLoaded) fail(new Error("It ended before its last line."));
    process.channel.ref();
    process.send({ printed, failure });
  });
});
