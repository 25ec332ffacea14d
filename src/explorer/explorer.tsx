import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import type { TabsState } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import { defaultTabs } from "./editor/default-tabs.ts";
import { SystemTheme } from "./editor/system-theme.ts";
import { CALLS_PLUGIN } from "./panels/calls-panel.tsx";
import { CODE_PLUGIN } from "./panels/code-panel.tsx";
import { RunSummary } from "./panels/run-summary.tsx";
import { fetcher } from "./running/fetcher.ts";
import { storage } from "./storage/storage.ts";

const plugins = [HISTORY_PLUGIN, CODE_PLUGIN, CALLS_PLUGIN];

/** The content of the editors at first: the tab that was open last, or the first of the defaultTabs. */
function textAtFirst(): TabText {
  const stored = storage.getItem("graphiql:tabState");
  if (stored === null) return defaultTabs[0]!;
  const { tabs, activeTabIndex } = JSON.parse(stored) as TabsState;
  return tabs[activeTabIndex]!;
}

type TabText = Pick<TabsState["tabs"][number], "query" | "variables">;

const { query, variables } = textAtFirst();
// Code needs more room than documentation.
if (storage.getItem("graphiql:docExplorerFlex") === null) storage.setItem("graphiql:docExplorerFlex", "0.5");

/** GraphiQL over this gateway, with the panels that show code and calls. */
export function Explorer() {
  return (
    <main>
      <GraphiQL
        fetcher={fetcher}
        storage={storage}
        plugins={plugins}
        defaultTabs={[...defaultTabs]}
        // Left to itself, GraphiQL shows no variables in the first tab, and after a quick reload those of another.
        initialQuery={query ?? ""}
        initialVariables={variables ?? ""}
        shouldPersistHeaders={false}
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
