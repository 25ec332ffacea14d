import { fileURLToPath } from "node:url";
import type { CodegenConfig } from "@graphql-codegen/cli";
import { scalars } from "imm-graphql/codegen";

// A text field may hold what is no number. It is sent as it is, for the graph to refuse by its field.
const typed = { input: "number | string", output: "number" };

const config: CodegenConfig = {
  schema: fileURLToPath(import.meta.resolve("imm-graphql/schema.graphql")),
  documents: ["src/**/*.{ts,tsx}", "!src/generated/**"],
  importExtension: ".ts",
  generates: {
    "src/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: { unmaskFunctionName: "getFragmentData" } },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { ...scalars, DatasetMaxBindCount: typed, DatasetMaxFileCount: typed },
      },
    },
  },
};

export default config;
