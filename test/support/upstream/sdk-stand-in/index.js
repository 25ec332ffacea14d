// Stands for @alicloud/imm20200930 5.0.1, which not every registry has: the same classes over the same
// official runtime, which signs, sends, reads and makes the errors. What is generated there is made here,
// from the contract, when the package is loaded.
"use strict";

const { default: OpenApi, $OpenApiUtil, OpenApiUtil } = require("@alicloud/openapi-core");
const $dara = require("@darabonba/typescript");
const contract = require("../../../../schema/imm-2020-09-30.json");

// The SDK's models know no such fields.
const unknown = new Set(["ClusterType", "SmartClusterTaskStatus"]);

const numbers = new Set(["int32", "int64", "float", "double"]);

const nameOf = (wireName) =>
  /^[A-Z]{2}/.test(wireName) ? wireName : wireName[0].toLowerCase() + wireName.slice(1);

const models = {};
for (const [name, fields] of Object.entries(contract.models)) {
  models[name] = model(
    Object.entries(fields)
      .filter(([wireName]) => !unknown.has(wireName))
      .map(([wireName, { type }]) => ({ name: nameOf(wireName), wireName, type: () => typeOf(type) })),
  );
}

function typeOf(type) {
  if (type.endsWith("[]")) return { type: "array", itemType: typeOf(type.slice(0, -2)) };
  if (type === "map<any>") return { type: "map", keyType: "string", valueType: "any" };
  return models[type] ?? (numbers.has(type) ? "number" : type);
}

function model(fields) {
  return class extends $dara.Model {
    static names() {
      return Object.fromEntries(fields.map(({ name, wireName }) => [name, wireName]));
    }
    static types() {
      return Object.fromEntries(fields.map(({ name, type }) => [name, type()]));
    }
  };
}

function responseOf(body) {
  return model([
    { name: "headers", wireName: "headers", type: () => ({ type: "map" }) },
    { name: "statusCode", wireName: "statusCode", type: () => "number" },
    { name: "body", wireName: "body", type: () => body },
  ]);
}

class Client extends OpenApi {}

for (const [action, { request, response, query, body, json = [] }] of Object.entries(contract.operations)) {
  const Response = responseOf(models[response]);

  Client.prototype[`${nameOf(action)}WithOptions`] = async function (sent, runtime) {
    sent.validate();
    const write = (wireName) => {
      const value = sent[nameOf(wireName)];
      return json.includes(wireName)
        ? OpenApiUtil.arrayToStringWithSpecifiedStyle(value, wireName, "json")
        : value;
    };
    const written = (wireNames) =>
      Object.fromEntries(
        wireNames
          .filter((wireName) => !$dara.isNull(sent[nameOf(wireName)]))
          .map((wireName) => [wireName, write(wireName)]),
      );
    const params = new $OpenApiUtil.Params({
      action,
      version: contract.version,
      protocol: "HTTPS",
      pathname: "/",
      method: "POST",
      authType: "AK",
      style: "RPC",
      reqBodyType: "formData",
      bodyType: "json",
    });
    const req = new $OpenApiUtil.OpenApiRequest({
      query: OpenApiUtil.query(written(query)),
      ...(body && { body: OpenApiUtil.parseToMap(written(body)) }),
    });
    return $dara.cast(await this.callApi(params, req, runtime), new Response({}));
  };

  exports[request] = models[request];
}

Object.defineProperty(exports, "__esModule", { value: true });
exports.default = Client;
