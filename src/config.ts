import { readBackend, type BackendConfig } from "./config/backend.ts";
import { readCallers, type CallersConfig } from "./config/callers.ts";
import { readCalls, type CallsConfig } from "./config/calls.ts";
import { readGraph, type GraphConfig } from "./config/graph.ts";
import { readLimits } from "./config/limits.ts";
import { readProfile, type Profile } from "./config/profile.ts";
import { readProxies } from "./config/proxies.ts";
import { createReader } from "./config/reader.ts";
import { readTelemetry, type TelemetryConfig } from "./config/telemetry.ts";
import type { Limits } from "./gateway/operations/limits.ts";
import type { Proxies } from "./network/proxies.ts";

/** All that the environment decides. */
export interface Config extends BackendConfig, CallersConfig, CallsConfig, GraphConfig, TelemetryConfig {
  readonly profile: Profile;
  /** What a request may cost. */
  readonly limits: Limits;
  /** What is logged at the start, and doesn't stop it. */
  readonly warnings: readonly string[];
  /** By which proxies IMM and the issuer's keys are reached; undefined for none. */
  readonly proxies: Proxies | undefined;
}

/** The settings are not usable; the message names every problem. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`The settings are not usable:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
  }
}

// Kubernetes puts these into every container for each service of its namespace, one named imm-something too.
const serviceLink = /_SERVICE_HOST$|_SERVICE_PORT(_.*)?$|_PORT$|_PORT_\d+_/;

/**
 * Reads the environment.
 *
 * @throws ConfigError where a value is unusable or an `IMM_*` variable unknown.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const reader = createReader(environment);
  const profile = readProfile(reader);
  const backend = readBackend(reader);
  const isLocal = backend.backend.kind === "local";
  const callers = readCallers(reader, backend);
  const config: Config = {
    profile,
    ...backend,
    ...callers,
    ...readCalls(reader),
    ...readGraph(reader, { isLocal, isProduction: profile === "production" }),
    limits: readLimits(reader),
    proxies: readProxies(reader, { ...backend, ...callers }),
    ...readTelemetry(reader, callers),
    warnings: reader.warnings,
  };
  const problems = reader.problems(
    (name) => serviceLink.test(name) || (!isLocal && name.startsWith("IMM_LOCAL_")),
  );
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}
