import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** The bytes that are held once what nobody holds is gone. */
export function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
