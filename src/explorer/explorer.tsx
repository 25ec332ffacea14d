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
const isFirstVisit = storage.getItem("graphiql:tabState") === null;
if (isFirstVisit) {
  // GraphiQL takes from its default tabs all but the first one's variables, and that one's text after a reload.
  storage.setItem("graphiql:query", starters[0]!.query);
  storage.setItem("graphiql:variables", starters[0]!.variables);
  // Code needs more room than documentation.
  storage.setItem("graphiql:docExplorerFlex", "0.6");
}

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
