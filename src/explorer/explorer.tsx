import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { GraphiQL } from "graphiql";
import { CALLS_PLUGIN } from "./calls-panel.tsx";
import { CODE_PLUGIN } from "./code-panel.tsx";
import { fetcher } from "./fetcher.ts";
import { RunSummary } from "./run-summary.tsx";
import { starters } from "./starters.ts";
import { storage } from "./storage.ts";
import { SystemTheme } from "./system-theme.ts";

const plugins = [HISTORY_PLUGIN, CODE_PLUGIN, CALLS_PLUGIN];
/** What GraphiQL begins with where it was never here before; later it has its own memory. */
function firstVisit() {
  if (storage.getItem("graphiql:tabState") !== null) return {};
  // Code needs more room than documentation.
  storage.setItem("graphiql:docExplorerFlex", "0.6");
  // GraphiQL shows the variables of every default tab but the first.
  const { query: initialQuery, variables: initialVariables } = starters[0]!;
  return { initialQuery, initialVariables };
}

const initial = firstVisit();

/** GraphiQL over this gateway, with the panels that show code and calls. */
export function Explorer() {
  return (
    <main>
      <GraphiQL
        fetcher={fetcher}
        storage={storage}
        plugins={plugins}
        defaultTabs={[...starters]}
        defaultEditorToolsVisibility="variables"
        inputValueDeprecation
        {...initial}
      >
        <GraphiQL.Logo>
          <h1>imm-graphql</h1>
        </GraphiQL.Logo>
        <SystemTheme />
        <GraphiQL.Footer>
          <RunSummary />
        </GraphiQL.Footer>
      </GraphiQL>
    </main>
  );
}
