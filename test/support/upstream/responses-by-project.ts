import { json, neverRespond, raw, RequestId, type Responder } from "./upstream.ts";

const tooMany = json(400, { RequestId, Code: "Throttling.User", Message: "Too many." });

/** What the upstream does in a project, by how its name begins. */
const responders: Readonly<Record<string, Responder>> = {
  fine: (request, response) => {
    const { ProjectName = "", DatasetName = "" } = request.query;
    json(200, { RequestId, Dataset: { ProjectName, DatasetName } })(request, response);
  },
  throttled: tooMany,
  reset: raw("", "reset"),
  silent: neverRespond,
};

/** Does what the name of a call's project begins with. */
export const byProject: Responder = (request, response) =>
  responders[request.query["ProjectName"]!.split("-")[0]!]!(request, response);
