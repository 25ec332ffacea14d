// The rules for schema/schema.graphql. subgraph.graphql is printed of the same types; composition tests its directives.
import { configs, parser, rules } from "@graphql-eslint/eslint-plugin";

const { rules: all } = configs["flat/schema-all"];
const [, names] = all["@graphql-eslint/naming-convention"];

export default [
  {
    files: ["schema/schema.graphql"],
    linterOptions: { noInlineConfig: true },
    languageOptions: {
      parser,
      parserOptions: { graphQLConfig: { schema: "schema/schema.graphql" } },
    },
    plugins: { "@graphql-eslint": { rules } },
    rules: {
      ...all,
      ...configs["flat/schema-relay"].rules,
      "@graphql-eslint/naming-convention": [
        "error",
        { ...names, InputObjectTypeDefinition: { style: "PascalCase", requiredSuffixes: ["Input"] } },
      ],
      "@graphql-eslint/require-description": [
        "error",
        {
          types: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
        },
      ],
      "@graphql-eslint/input-name": ["error", { checkInputType: true, caseSensitiveInputType: false }],
      "@graphql-eslint/strict-id-in-types": [
        "error",
        {
          exceptions: {
            suffixes: ["Payload", "Connection", "Edge", "Aggregate"],
            // Each is a part of what has an id, or of who calls.
            types: [
              ...["PageInfo", "DatasetTaskStatus", "ProjectTag", "TaskTag", "WorkflowParameter"],
              ...["Address", "AudioStream", "Boundary", "Clip", "Coordinates", "CroppingSuggestion"],
              ...["CustomLabel", "Element", "ElementContent", "ElementRelation", "ExifTag", "Figure"],
              ...["HeadPose", "Image", "ImageInsight", "ImageScore", "Insights", "Label", "OcrContents"],
              ...["OssTag", "OssUserMeta", "PointInt64", "SceneElement", "SubtitleStream", "VideoInsight"],
              ...["VideoStream", "FileUpdateOutcome", "ValueGroup"],
              ...["Viewer", "Decision", "PolicyStatement", "PolicyCondition"],
            ],
          },
        },
      ],
      // IMM's lists go forward only.
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
      // Relay itself takes other lists: `nodes`, tags, parameters.
      "@graphql-eslint/relay-edge-types": ["error", { listTypeCanWrapOnlyEdgeType: false }],

      // Fields stand in the order in which they are best read.
      "@graphql-eslint/alphabetize": "off",
      // `Dataset.datasetName`: a field bears IMM's name, one to one.
      "@graphql-eslint/no-typename-prefix": "off",
      // It would forbid mutations.
      "@graphql-eslint/no-root-type": "off",
      // IMM says what is deprecated, not until when.
      "@graphql-eslint/require-deprecation-date": "off",
      // Reading more after a mutation costs calls to IMM, which are the caller's to ask for.
      "@graphql-eslint/require-field-of-type-query-in-mutation-result": "off",
      // A mutation answers or fails; the README says what failing means to others of its document.
      "@graphql-eslint/require-nullable-result-in-root": "off",
    },
  },
];
