import { useMutation } from "urql";
import { graphql } from "../generated/gql.ts";
import type { DatasetKey } from "./dataset-key.ts";
import { OneField } from "./one-field.tsx";

const BindBucketMutation = graphql(`
  mutation BindBucket($input: CreateBindingInput!) {
    createBinding(input: $input) {
      binding {
        id
        uri
      }
    }
  }
`);

/** The form that binds a bucket: IMM indexes what is in it, and whatever comes into it. */
export function BindBucket({ dataset, onBound }: { dataset: DatasetKey; onBound: () => void }) {
  const [{ error }, bind] = useMutation(BindBucketMutation);
  const send = async (bucket: string) => {
    const { data } = await bind({ input: { ...dataset, uri: `oss://${bucket}` } });
    if (data) onBound();
    return data && `Bound ${data.createBinding.binding.uri}.`;
  };
  return (
    <OneField
      label="Bucket"
      button="Bind"
      error={error}
      // IMM refuses a bucket that isn't there, or is bound, without naming the parameter.
      isToBlame={({ code, field }) =>
        field === "input.uri" || (!field && (code === "BAD_USER_INPUT" || code === "CONFLICT"))
      }
      send={send}
    />
  );
}
