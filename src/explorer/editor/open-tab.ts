import { useGraphiQL } from "@graphiql/react";
import { useEffect } from "react";

/** What is known of the open tab as its operation is run. */
export interface OpenTab {
  readonly id: string;
  /** The variables as they are typed: GraphiQL hands them on as JSON reads them, which rounds large numbers. */
  readonly variables: () => string;
}

let openTab: OpenTab = { id: "", variables: () => "" };

/** The tab that is open. */
export function getOpenTab(): OpenTab {
  return openTab;
}

/** Keeps track of the open tab while a component is shown. */
export function useOpenTab(): void {
  const id = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.id ?? "");
  const editor = useGraphiQL(({ variableEditor }) => variableEditor);
  useEffect(() => {
    openTab = { id, variables: () => editor?.getValue() ?? "" };
  }, [id, editor]);
}
