import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Provider } from "urql";
import { client } from "./client.ts";
import { Page } from "./page.tsx";

const projectName = new URLSearchParams(location.search).get("project") ?? "test-project";

createRoot(document.getElementById("page")!).render(
  <StrictMode>
    <Provider value={client}>
      <Page projectName={projectName} />
    </Provider>
  </StrictMode>,
);
