import { makePhoto, type Photo } from "./documents.ts";
import { DatasetId, names, openStore, smallDatasetId } from "./local-store.ts";
import { createRandom } from "./random.ts";

// Fills the store of a new data folder with so many files of a dataset, and a tenth of them of another.

const files = Number(process.env["FILES"]);
const batchSize = 100;
const limits = {
  ...{ DatasetMaxBindCount: 10n, DatasetMaxFileCount: 100_000_000n, DatasetMaxEntityCount: 1n },
  ...{ DatasetMaxRelationCount: 1n, DatasetMaxTotalFileSize: 10n ** 17n },
};
const texts = { Description: "", TemplateId: "" };
const times = { CreateTime: 1n, UpdateTime: 1n };

const { ProjectName, DatasetName } = names;
using store = openStore(process.env["DIR"]!);
store.transaction(() => {
  store.projects.insert({
    ...{ ...limits, ...texts, ...times, ProjectName, ServiceRole: "", Tags: [] },
    ...{ ProjectMaxDatasetCount: 10n, DatasetCount: 0n },
  });
  for (const name of ["small", DatasetName]) {
    store.datasets.insert({ ...limits, ...texts, ...times, ProjectName, DatasetName: name });
  }
});

const random = createRandom(19);
const stored = Date.UTC(2026, 0, 1);

function save(id: bigint, n: number, { URI, fields }: Photo): void {
  const time = BigInt(stored + n) * 1_000_000n;
  store.files.save({
    ...{ DatasetId: id, URI, ObjectStatus: "Indexed", CreateTime: time, UpdateTime: time },
    ...{ Size: BigInt(fields["Size"] as number), Document: JSON.stringify(fields), Given: "{}" },
    ...{ fields, Text: null, ImageHash: null },
  });
}

const before = process.cpuUsage();
for (let first = 0; first < files; first += batchSize) {
  store.transaction(() => {
    for (let n = first; n < Math.min(files, first + batchSize); n++) {
      const photo = makePhoto(n, random);
      save(DatasetId, n, photo);
      if (n % 10 === 0) save(smallDatasetId, n, photo);
    }
  });
}
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ cpu: (user + system) / (files * 1.1) }));
