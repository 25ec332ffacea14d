import assert from "node:assert/strict";
import { it } from "node:test";
import { checkResponse } from "../src/measure/check-response.ts";
import { aliases, createDataset } from "../src/workloads.ts";

const create = (text: string) => () => checkResponse(text, createDataset, "peer");

it("takes an answer with every dataset, in a graph's names or IMM's", () => {
  create('{"data":{"createDataset":{"dataset":{"datasetName":"photos"}}}}')();
  create('{"RequestId":"1","Dataset":{"DatasetName":"photos"}}')();
});

it("refuses an answer with errors, with too little, or that is none", () => {
  assert.throws(
    create('{"errors":[{}],"data":{"dataset":{"datasetName":"photos"}}}'),
    /peer answered create/,
  );
  assert.throws(
    create('{"data":{"createDataset":{"dataset":{"datasetName":null}}}}'),
    /0 datasets and 0 files, not 1 and 0/,
  );
  assert.throws(create("<html>"), SyntaxError);
  assert.throws(
    () => checkResponse('{"data":{"d0":{"datasetName":"photos"}}}', aliases, "peer"),
    /1 datasets and 0 files, not 50 and 0/,
  );
});
