import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Provider } from "urql";
import { client } from "./client.ts";
import { Page } from "./page.tsx";
import { Pictures } from "./pictures/pictures.tsx";

const address = new URLSearchParams(location.search);
const projectName = address.get("project") ?? "test-project";
const datasetName = address.get("dataset");

createRoot(document.getElementById("page")!).render(
  <StrictMode>
    <Provider value={client}>
      {datasetName && address.get("view") === "pictures" ? (
        <Pictures dataset={{ projectName, datasetName }} />
      ) : (
        <Page projectName={projectName} datasetName={datasetName} />
      )}
    </Provider>
  </StrictMode>,
);
