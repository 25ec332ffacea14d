import { fileURLToPath } from "node:url";
import type { CodegenConfig } from "@graphql-codegen/cli";
import { addTypenameSelectionDocumentTransform } from "@graphql-codegen/client-preset";
import { scalars } from "imm-graphql/codegen";

// A text field may hold what is no number. It is sent as it is, for the graph to refuse by its field.
const typed = { input: "number | string", output: "number" };

const config: CodegenConfig = {
  schema: fileURLToPath(import.meta.resolve("imm-graphql/schema.graphql")),
  documents: ["src/**/*.{ts,tsx}", "!src/generated/**"],
  importExtension: ".ts",
  generates: {
    // The preset writes `eslint-disable` and `any` into these files itself. What uses them is linted and typed.
    "src/generated/": {
      preset: "client",
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: "getFragmentData" },
        // Writes persisted-documents.json: all that the page asks, for a gateway that runs nothing else.
        persistedDocuments: { hashAlgorithm: "sha256" },
      },
      // The cache adds it to what it sends, which a listed document must hold already.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { ...scalars, DatasetMaxBindCount: typed, DatasetMaxFileCount: typed, Float: typed },
      },
    },
  },
};

export default config;
