import type * as wire from "../../../contract/wire.ts";
import { builder } from "../../schema/builder.ts";

export const AddressType = builder.objectRef<wire.Address>("Address").implement({
  description: "A postal address.",
  fields: (t) => ({
    addressLine: t.exposeString("AddressLine", {
      nullable: true,
      description: "The whole address. Example: `中国浙江省杭州市余杭区文一西路969号`.",
    }),
    country: t.exposeString("Country", { nullable: true, description: "The country. Example: `中国`." }),
    province: t.exposeString("Province", {
      nullable: true,
      description: "The province or state. Example: `浙江省`.",
    }),
    city: t.exposeString("City", { nullable: true, description: "The city. Example: `杭州市`." }),
    district: t.exposeString("District", {
      nullable: true,
      description: "The district of the city. Example: `余杭区`.",
    }),
    township: t.exposeString("Township", {
      nullable: true,
      description: "The street or township. Example: `文一西路`.",
    }),
    language: t.exposeString("Language", {
      nullable: true,
      description: "The language that it is written in, by BCP 47. Example: `zh-Hans`.",
    }),
  }),
});
