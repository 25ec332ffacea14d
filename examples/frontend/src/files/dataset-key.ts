/** What identifies the dataset that was chosen. */
export interface DatasetKey {
  readonly projectName: string;
  readonly datasetName: string;
}
