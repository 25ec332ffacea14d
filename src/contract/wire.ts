// Made by codegen.ts from schema/imm-2020-09-30.json. Never edited.

/** A 64-bit integer. A reply holds a bigint where a number would lose digits; a request may hold decimal text too. */
export type Long = bigint | number | string;

/** The parameters and the reply of every action. */
export interface Actions {
  AddStoryFiles: { request: AddStoryFilesRequest; response: AddStoryFilesResponseBody };
  AttachOSSBucket: { request: AttachOSSBucketRequest; response: AttachOSSBucketResponseBody };
  BatchDeleteFileMeta: { request: BatchDeleteFileMetaRequest; response: BatchDeleteFileMetaResponseBody };
  BatchGetFigureCluster: { request: BatchGetFigureClusterRequest; response: BatchGetFigureClusterResponseBody };
  BatchGetFileMeta: { request: BatchGetFileMetaRequest; response: BatchGetFileMetaResponseBody };
  BatchIndexFileMeta: { request: BatchIndexFileMetaRequest; response: BatchIndexFileMetaResponseBody };
  BatchUpdateFileMeta: { request: BatchUpdateFileMetaRequest; response: BatchUpdateFileMetaResponseBody };
  ContextualRetrieval: { request: ContextualRetrievalRequest; response: ContextualRetrievalResponseBody };
  CreateBinding: { request: CreateBindingRequest; response: CreateBindingResponseBody };
  CreateCustomizedStory: { request: CreateCustomizedStoryRequest; response: CreateCustomizedStoryResponseBody };
  CreateDataset: { request: CreateDatasetRequest; response: CreateDatasetResponseBody };
  CreateFacesSearchingTask: { request: CreateFacesSearchingTaskRequest; response: CreateFacesSearchingTaskResponseBody };
  CreateFigureClusteringTask: { request: CreateFigureClusteringTaskRequest; response: CreateFigureClusteringTaskResponseBody };
  CreateFigureClustersMergingTask: { request: CreateFigureClustersMergingTaskRequest; response: CreateFigureClustersMergingTaskResponseBody };
  CreateLocationDateClusteringTask: { request: CreateLocationDateClusteringTaskRequest; response: CreateLocationDateClusteringTaskResponseBody };
  CreateProject: { request: CreateProjectRequest; response: CreateProjectResponseBody };
  CreateSimilarImageClusteringTask: { request: CreateSimilarImageClusteringTaskRequest; response: CreateSimilarImageClusteringTaskResponseBody };
  CreateStory: { request: CreateStoryRequest; response: CreateStoryResponseBody };
  DeleteBinding: { request: DeleteBindingRequest; response: DeleteBindingResponseBody };
  DeleteDataset: { request: DeleteDatasetRequest; response: DeleteDatasetResponseBody };
  DeleteFileMeta: { request: DeleteFileMetaRequest; response: DeleteFileMetaResponseBody };
  DeleteLocationDateCluster: { request: DeleteLocationDateClusterRequest; response: DeleteLocationDateClusterResponseBody };
  DeleteProject: { request: DeleteProjectRequest; response: DeleteProjectResponseBody };
  DeleteStory: { request: DeleteStoryRequest; response: DeleteStoryResponseBody };
  DetachOSSBucket: { request: DetachOSSBucketRequest; response: DetachOSSBucketResponseBody };
  FuzzyQuery: { request: FuzzyQueryRequest; response: FuzzyQueryResponseBody };
  GetBinding: { request: GetBindingRequest; response: GetBindingResponseBody };
  GetDataset: { request: GetDatasetRequest; response: GetDatasetResponseBody };
  GetFigureCluster: { request: GetFigureClusterRequest; response: GetFigureClusterResponseBody };
  GetFileMeta: { request: GetFileMetaRequest; response: GetFileMetaResponseBody };
  GetOSSBucketAttachment: { request: GetOSSBucketAttachmentRequest; response: GetOSSBucketAttachmentResponseBody };
  GetProject: { request: GetProjectRequest; response: GetProjectResponseBody };
  GetStory: { request: GetStoryRequest; response: GetStoryResponseBody };
  GetTask: { request: GetTaskRequest; response: GetTaskResponseBody };
  IndexFileMeta: { request: IndexFileMetaRequest; response: IndexFileMetaResponseBody };
  ListAttachedOSSBuckets: { request: ListAttachedOSSBucketsRequest; response: ListAttachedOSSBucketsResponseBody };
  ListBindings: { request: ListBindingsRequest; response: ListBindingsResponseBody };
  ListDatasets: { request: ListDatasetsRequest; response: ListDatasetsResponseBody };
  ListProjects: { request: ListProjectsRequest; response: ListProjectsResponseBody };
  ListTasks: { request: ListTasksRequest; response: ListTasksResponseBody };
  QueryFigureClusters: { request: QueryFigureClustersRequest; response: QueryFigureClustersResponseBody };
  QueryLocationDateClusters: { request: QueryLocationDateClustersRequest; response: QueryLocationDateClustersResponseBody };
  QuerySimilarImageClusters: { request: QuerySimilarImageClustersRequest; response: QuerySimilarImageClustersResponseBody };
  QueryStories: { request: QueryStoriesRequest; response: QueryStoriesResponseBody };
  RemoveStoryFiles: { request: RemoveStoryFilesRequest; response: RemoveStoryFilesResponseBody };
  SearchImageFigureCluster: { request: SearchImageFigureClusterRequest; response: SearchImageFigureClusterResponseBody };
  SemanticQuery: { request: SemanticQueryRequest; response: SemanticQueryResponseBody };
  SimpleQuery: { request: SimpleQueryRequest; response: SimpleQueryResponseBody };
  UpdateDataset: { request: UpdateDatasetRequest; response: UpdateDatasetResponseBody };
  UpdateFigureCluster: { request: UpdateFigureClusterRequest; response: UpdateFigureClusterResponseBody };
  UpdateFileMeta: { request: UpdateFileMetaRequest; response: UpdateFileMetaResponseBody };
  UpdateLocationDateCluster: { request: UpdateLocationDateClusterRequest; response: UpdateLocationDateClusterResponseBody };
  UpdateProject: { request: UpdateProjectRequest; response: UpdateProjectResponseBody };
  UpdateStory: { request: UpdateStoryRequest; response: UpdateStoryResponseBody };
}

export type Action = keyof Actions;
export type Request<A extends Action> = Actions[A]["request"];
export type Reply<A extends Action> = Actions[A]["response"];

export interface AddStoryFilesRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  Files: AddStoryFilesRequestFiles[];
  /** Example: `testid`. */
  ObjectId: string;
  /** Example: `test-project`. */
  ProjectName: string;
}

export interface AddStoryFilesRequestFiles {
  /** Example: `oss://test-bucket/test-object`. */
  URI?: string;
}

export interface AddStoryFilesResponseBody {
  Files?: AddStoryFilesResponseBodyFiles[];
  /** Example: `6E93D6C9-5AC0-49F9-914D-E02678D3****`. */
  RequestId?: string;
}

export interface AddStoryFilesResponseBodyFiles {
  /** Example: `ResourceNotFound`. */
  ErrorCode?: string;
  /** Example: `The specified resource %s is not found.`. */
  ErrorMessage?: string;
  /** Example: `oss://test-bucket/test-object`. */
  URI?: string;
}

export interface Address {
  /** Example: `中国浙江省杭州市余杭区文一西路969号`. */
  AddressLine?: string;
  /** Example: `杭州市`. */
  City?: string;
  /** Example: `中国`. */
  Country?: string;
  /** Example: `余杭区`. */
  District?: string;
  /** Example: `zh-Hans`. */
  Language?: string;
  /** Example: `浙江省`. */
  Province?: string;
  /** Example: `文一西路`. */
  Township?: string;
}

export interface AddressForStory {
  /** Example: `杭州市`. */
  City?: string;
  /** Example: `中国`. */
  Country?: string;
  /** Example: `滨江区`. */
  District?: string;
  /** Example: `浙江省`. */
  Province?: string;
  /** Example: `长河街道`. */
  Township?: string;
}

export interface AttachOSSBucketRequest {
  /** Example: `test-attachment`. */
  Description?: string;
  /** Example: `examplebucket`. */
  OSSBucket: string;
  /** Example: `immtest`. */
  ProjectName: string;
}

export interface AttachOSSBucketResponseBody {
  /** Example: `5F74C5C9-5AC0-49F9-914D-E01589D3****`. */
  RequestId?: string;
}

export interface AudioStream {
  /** Example: `320087`. */
  Bitrate?: Long;
  /** Example: `stereo`. */
  ChannelLayout?: string;
  /** Example: `2`. */
  Channels?: Long;
  /** Example: `AAC (Advanced Audio Coding)`. */
  CodecLongName?: string;
  /** Example: `aac`. */
  CodecName?: string;
  /** Example: `0x6134706d`. */
  CodecTag?: string;
  /** Example: `mp4a`. */
  CodecTagString?: string;
  /** Example: `1/44100`. */
  CodecTimeBase?: string;
  /** Example: `3.690667`. */
  Duration?: number;
  /** Example: `173`. */
  FrameCount?: Long;
  /** Example: `1`. */
  Index?: Long;
  /** Example: `en`. */
  Language?: string;
  /** Example: `test`. */
  Lyric?: string;
  /** Example: `fltp`. */
  SampleFormat?: string;
  /** Example: `48000`. */
  SampleRate?: Long;
  /** Example: `0.0235`. */
  StartTime?: number;
  /** Example: `1/48000`. */
  TimeBase?: string;
}

export interface BatchDeleteFileMetaRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `test-project`. */
  ProjectName: string;
  URIs: string[];
}

export interface BatchDeleteFileMetaResponseBody {
  /** Example: `3A82F6C9-5AC0-38F9-914F-F02623B3****`. */
  RequestId?: string;
}

export interface BatchGetFigureClusterRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  ObjectIds: string[];
  /** Example: `test-project`. */
  ProjectName: string;
}

export interface BatchGetFigureClusterResponseBody {
  FigureClusters?: FigureCluster[];
  /** Example: `CA995EFD-083D-4F40-BE8A-BDF75FFF****`. */
  RequestId?: string;
}

export interface BatchGetFileMetaRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `test-project`. */
  ProjectName: string;
  URIs: string[];
  WithFields?: string[];
}

export interface BatchGetFileMetaResponseBody {
  Files?: File[];
  /** Example: `7F84C6D9-5AC0-49F9-914D-F02678E3****`. */
  RequestId?: string;
}

export interface BatchIndexFileMetaRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  Files: InputFile[];
  Notification?: Notification;
  /** Example: `test-project`. */
  ProjectName: string;
  UserData?: string;
}

export interface BatchIndexFileMetaResponseBody {
  /** Example: `387-1DAPFFZplUZhuCuhnB6I9H****`. */
  EventId?: string;
  /** Example: `8F93E6D9-5AC0-49F9-914D-E02678A3****`. */
  RequestId?: string;
}

export interface BatchUpdateFileMetaRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  Files: InputFile[];
  /** Example: `test-project`. */
  ProjectName: string;
}

export interface BatchUpdateFileMetaResponseBody {
  Files?: BatchUpdateFileMetaResponseBodyFiles[];
  /** Example: `F5BF215E-3237-0852-B9C6-F233D44A****`. */
  RequestId?: string;
}

export interface BatchUpdateFileMetaResponseBodyFiles {
  Message?: string;
  /** Example: `false`. */
  Success?: boolean;
  /** Example: `oss://examplebucket/example.jpg`. */
  URI?: string;
}

export interface Binding {
  /** Example: `2021-06-29T14:50:13.011643661+08:00`. */
  CreateTime?: string;
  /** Example: `dataset001`. */
  DatasetName: string;
  /** Example: `FullScanning`. */
  Phase?: string;
  /** Example: `immtest`. */
  ProjectName: string;
  /** Example: `pause usage`. */
  Reason?: string;
  /** Example: `Running`. */
  State?: string;
  /** Example: `oss://examplebucket`. */
  URI: string;
  /** Example: `2021-06-29T14:50:13.011643661+08:00`. */
  UpdateTime?: string;
}

export interface Boundary {
  /** Example: `300`. */
  Height?: Long;
  /** Example: `10`. */
  Left?: Long;
  Polygon?: PointInt64[];
  /** Example: `30`. */
  Top?: Long;
  /** Example: `200`. */
  Width?: Long;
}

export interface Clip {
  TimeRange?: Long[];
}

export interface ContextualFile {
  /** Example: `text/x-imm-faq`. */
  ContentType?: string;
  /** Example: `test-dataset`. */
  DatasetName?: string;
  Elements?: Element[];
  /** Example: `document`. */
  MediaType?: string;
  /** Example: `oss://test-bucket/test-object.jpg`. */
  OSSURI?: string;
  /** Example: `0939d7ed-73fa-4009-bbe6-fbbe07b92b2e`. */
  ObjectId?: string;
  /** Example: `1482910009923706`. */
  OwnerId?: string;
  /** Example: `test-project`. */
  ProjectName?: string;
  /** Example: `oss://test-bucket`. */
  URI?: string;
}

export interface ContextualMessage {
  /** Example: `你好`. */
  Content?: string;
  Files?: ContextualFile[];
  /** Example: `user`. */
  Role?: string;
}

export interface ContextualRetrievalRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  Messages: ContextualMessage[];
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `false`. */
  RecallOnly?: boolean;
  SmartClusterIds?: string[];
}

export interface ContextualRetrievalResponseBody {
  /** Example: `6E93D6C9-5AC0-49F9-914D-E02678D3****`. */
  RequestId?: string;
  Results?: File[];
}

export interface CreateBindingRequest {
  /** Example: `test-dataset`. */
  DatasetName?: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `oss://test-bucket`. */
  URI: string;
}

export interface CreateBindingResponseBody {
  Binding: Binding;
  /** Example: `5F74C5C9-5AC0-49F9-914D-E01589D3****`. */
  RequestId?: string;
}

export interface CreateCustomizedStoryRequest {
  Cover: CreateCustomizedStoryRequestCover;
  CustomLabels?: Record<string, unknown>;
  /** Example: `dataset001`. */
  DatasetName: string;
  Files: CreateCustomizedStoryRequestFiles[];
  /** Example: `immtest`. */
  ProjectName: string;
  /** Example: `name1`. */
  StoryName: string;
  /** Example: `Solo`. */
  StorySubType: string;
  /** Example: `PeopleMemory`. */
  StoryType: string;
}

export interface CreateCustomizedStoryRequestCover {
  /** Example: `oss://test-bucket/test-object.jpg`. */
  URI: string;
}

export interface CreateCustomizedStoryRequestFiles {
  URI: string;
}

export interface CreateCustomizedStoryResponseBody {
  /** Example: `563062c0b085733f34ab****`. */
  ObjectId?: string;
  /** Example: `BC91D091-D49F-0ACD-95D5-F0621045****`. */
  RequestId?: string;
}

export interface CreateDatasetRequest {
  /** Example: `10`. */
  DatasetMaxBindCount?: Long;
  /** Example: `10000000000`. */
  DatasetMaxEntityCount?: Long;
  /** Example: `100000000`. */
  DatasetMaxFileCount?: Long;
  /** Example: `100000000000`. */
  DatasetMaxRelationCount?: Long;
  /** Example: `90000000000000000`. */
  DatasetMaxTotalFileSize?: Long;
  /** Example: `dataset001`. */
  DatasetName: string;
  /** Example: `immtest`. */
  Description?: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `Official:ImageManagement`. */
  TemplateId?: string;
  /** @deprecated */
  WorkflowParameters?: WorkflowParameter[];
}

export interface CreateDatasetResponseBody {
  Dataset: Dataset;
  /** Example: `6D74B3A9-5AC0-49F9-914D-E01589D3****`. */
  RequestId?: string;
}

export interface CreateFacesSearchingTaskRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `100`. */
  MaxResult?: Long;
  Notification?: Notification;
  /** Example: `test-project`. */
  ProjectName: string;
  Sources?: CreateFacesSearchingTaskRequestSources[];
  UserData?: string;
}

export interface CreateFacesSearchingTaskRequestSources {
  /** Example: `oss://test-bucket/test-object`. */
  URI?: string;
}

export interface CreateFacesSearchingTaskResponseBody {
  /** Example: `0ED-1Bz8z71k5TtsUejT4UJ16****`. */
  EventId?: string;
  /** Example: `B1E79399-05F7-06D8-95FE-EBE17BA*****`. */
  RequestId?: string;
  /** Example: `CreateFacesSearchingTask-00bec802-073a-4b61-ba*****`. */
  TaskId?: string;
}

export interface CreateFigureClusteringTaskRequest {
  /** Example: `dataset001`. */
  DatasetName: string;
  Notification?: Notification;
  /** Example: `immtest`. */
  ProjectName: string;
  /** Example: `{"test": "val1"}`. */
  Tags?: Record<string, unknown>;
  UserData?: string;
}

export interface CreateFigureClusteringTaskResponseBody {
  /** Example: `0ED-1Bz8z71k5TtsUejT4UJ16****`. */
  EventId?: string;
  /** Example: `1B3D5E0A-D8B8-4DA0-8127-ED32C851****`. */
  RequestId?: string;
  /** Example: `formatconvert-00bec802-073a-4b61-ba3b-39bc****`. */
  TaskId?: string;
}

export interface CreateFigureClustersMergingTaskRequest {
  /** Example: `dataset001`. */
  DatasetName: string;
  /** Example: `Cluster-2ab85905-23ba-4632-b2d8-1c21cfe****`. */
  From?: string;
  Froms?: string[];
  Notification?: Notification;
  /** Example: `immtest`. */
  ProjectName: string;
  /** Example: `{"key":"val"}`. */
  Tags?: Record<string, unknown>;
  /** Example: `Cluster-4a3a71c1-c092-4788-8826-2f65d17****`. */
  To: string;
  UserData?: string;
}

export interface CreateFigureClustersMergingTaskResponseBody {
  /** Example: `0ED-1Bz8z71k5TtsUejT4UJ16E****`. */
  EventId?: string;
  /** Example: `CA995EFD-083D-4F40-BE8A-BDF75FF****`. */
  RequestId?: string;
  /** Example: `92376fbb-171f-4259-913f-705f7ee0****`. */
  TaskId?: string;
}

export interface CreateLocationDateClusteringTaskRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  DateOptions: CreateLocationDateClusteringTaskRequestDateOptions;
  LocationOptions: CreateLocationDateClusteringTaskRequestLocationOptions;
  Notification?: Notification;
  /** Example: `test-project`. */
  ProjectName: string;
  Tags?: Record<string, unknown>;
  /** Example: `test-data`. */
  UserData?: string;
}

export interface CreateLocationDateClusteringTaskRequestDateOptions {
  /** Example: `1`. */
  GapDays: Long;
  /** Example: `15`. */
  MaxDays: Long;
  /** Example: `1`. */
  MinDays: Long;
}

export interface CreateLocationDateClusteringTaskRequestLocationOptions {
  LocationDateClusterLevels: string[];
}

export interface CreateLocationDateClusteringTaskResponseBody {
  /** Example: `25B-1W2ChgujA3Q8MbBY6mSp2mh****`. */
  EventId?: string;
  /** Example: `B121940C-9794-4EE3-8D6E-F8EC525F****`. */
  RequestId?: string;
  /** Example: `LocationDateClustering-c10dce07-1de7-4da7-abee-1a3aba7****`. */
  TaskId?: string;
}

export interface CreateProjectRequest {
  /** Example: `10`. */
  DatasetMaxBindCount?: Long;
  /** Example: `10000000000`. */
  DatasetMaxEntityCount?: Long;
  /** Example: `100000000`. */
  DatasetMaxFileCount?: Long;
  /** Example: `100000000000`. */
  DatasetMaxRelationCount?: Long;
  /** Example: `90000000000000000`. */
  DatasetMaxTotalFileSize?: Long;
  /** Example: `immtest`. */
  Description?: string;
  /** Example: `1000000000`. */
  ProjectMaxDatasetCount?: Long;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `AliyunIMMDefaultRole`. */
  ServiceRole?: string;
  Tag?: CreateProjectRequestTag[];
  /** Example: `Official:ImageManagement`. */
  TemplateId?: string;
}

export interface CreateProjectRequestTag {
  /** Example: `TestKey`. */
  Key?: string;
  /** Example: `TestValue`. */
  Value?: string;
}

export interface CreateProjectResponseBody {
  Project: Project;
  /** Example: `7F7D235C-76FF-4B65-800C-8238AE3F****`. */
  RequestId?: string;
}

export interface CreateSimilarImageClusteringTaskRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  Notification?: Notification;
  /** Example: `test-project`. */
  ProjectName: string;
  Tags?: Record<string, unknown>;
  /** Example: `test-data`. */
  UserData?: string;
}

export interface CreateSimilarImageClusteringTaskResponseBody {
  /** Example: `3BF-1UhtFyrua71eOkFlqYq23Co****`. */
  EventId?: string;
  /** Example: `1B3D5E0A-D8B8-4DA0-8127-ED32C851****`. */
  RequestId?: string;
  /** Example: `SimilarImageClustering-48d0a0f3-8459-47f4-b8af-ff49c64****`. */
  TaskId?: string;
}

export interface CreateStoryRequest {
  Address?: AddressForStory;
  /** Example: `test`. */
  CustomId?: string;
  /** Example: `{"Bucket": "examplebucket"}`. */
  CustomLabels?: Record<string, unknown>;
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `3`. */
  MaxFileCount?: Long;
  /** Example: `1`. */
  MinFileCount?: Long;
  Notification?: Notification;
  /** Example: `test-topic`. */
  NotifyTopicName?: string;
  /** Example: `id1`. */
  ObjectId?: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `2021-12-30T16:00:00Z`. */
  StoryEndTime?: string;
  /** Example: `name1`. */
  StoryName?: string;
  /** Example: `2016-12-30T16:00:00Z`. */
  StoryStartTime?: string;
  /** Example: `Solo`. */
  StorySubType?: string;
  /** Example: `PeopleMemory`. */
  StoryType: string;
  /** Example: `{"key":"val"}`. */
  Tags?: Record<string, unknown>;
  UserData?: string;
}

export interface CreateStoryResponseBody {
  /** Example: `392-1CqzvESGTEeNZ2OWFbRKIM****`. */
  EventId?: string;
  /** Example: `1B3D5E0A-D8B8-4DA0-8127-ED32C851****`. */
  RequestId?: string;
  /** Example: `CreateStory-4ef6ff43-edf3-4612-9cc4-0c7f9e19****`. */
  TaskId?: string;
}

export interface CredentialConfig {
  Chain?: CredentialConfigChain[];
  Policy?: string;
  /** Example: `AliyunSTSAssumeForIMMServiceRole`. */
  ServiceRole?: string;
}

export interface CredentialConfigChain {
  /** Example: `10232100246xxxxx`. */
  AssumeRoleFor?: string;
  /** Example: `AliyunOSSRole`. */
  Role?: string;
  /** Example: `user`. */
  RoleType?: string;
}

export interface CroppingSuggestion {
  /** Example: `2:3`. */
  AspectRatio?: string;
  Boundary?: Boundary;
  /** Example: `0.742`. */
  Confidence?: number;
}

export interface Dataset {
  /** Example: `2`. */
  BindCount?: Long;
  /** Example: `manual`. */
  ClusterType?: string;
  /** Example: `2021-06-29T14:50:13.011643661+08:00`. */
  CreateTime?: string;
  /** Example: `10`. */
  DatasetMaxBindCount?: Long;
  /** Example: `10000000000`. */
  DatasetMaxEntityCount?: Long;
  /** Example: `100000000`. */
  DatasetMaxFileCount?: Long;
  /** Example: `100000000000`. */
  DatasetMaxRelationCount?: Long;
  /** Example: `90000000000000000`. */
  DatasetMaxTotalFileSize?: Long;
  /** Example: `dataset001`. */
  DatasetName: string;
  /** Example: `测试数据集`. */
  Description?: string;
  /** Example: `10`. */
  FileCount?: Long;
  /** Example: `immtest`. */
  ProjectName: string;
  SmartClusterTaskStatus?: DatasetTaskStatus;
  /** Example: `Official:ImageManagement`. */
  TemplateId?: string;
  /** Example: `100000`. */
  TotalFileSize?: Long;
  /** Example: `2021-06-29T14:50:13.011643661+08:00`. */
  UpdateTime?: string;
  /** @deprecated */
  WorkflowParameters?: WorkflowParameter[];
}

export interface DatasetTaskStatus {
  /** Example: `2024-06-29T14:50:13.011643661+08:00`. */
  LastSucceededTime?: string;
  /** Example: `2024-06-29T14:50:13.011643661+08:00`. */
  StartTime?: string;
  /** Example: `Succeeded`. */
  Status?: string;
}

export interface DeleteBindingRequest {
  /** Example: `test-dataset`. */
  DatasetName?: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `oss://test-bucket`. */
  URI?: string;
}

export interface DeleteBindingResponseBody {
  /** Example: `ACDFE467-C817-4B36-951A-6EB5A592****`. */
  RequestId?: string;
}

export interface DeleteDatasetRequest {
  /** Example: `dataset001`. */
  DatasetName: string;
  /** Example: `immtest`. */
  ProjectName: string;
}

export interface DeleteDatasetResponseBody {
  /** Example: `EC564B8B-BA5C-4499-B196-D9B9E76E****`. */
  RequestId?: string;
}

export interface DeleteFileMetaRequest {
  /** Example: `test-datset`. */
  DatasetName: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `oss://test-bucket/test-object`. */
  URI: string;
}

export interface DeleteFileMetaResponseBody {
  /** Example: `7F82D6C9-5AC0-49F9-914D-F02678F3****`. */
  RequestId?: string;
}

export interface DeleteLocationDateClusterRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `location-date-cluster-71dd4f32-9597-4085-a2ab-3a7b0fd0aff9`. */
  ObjectId: string;
  /** Example: `test-project`. */
  ProjectName: string;
}

export interface DeleteLocationDateClusterResponseBody {
  /** Example: `B121940C-9794-4EE3-8D6E-F8EC525F****`. */
  RequestId?: string;
}

export interface DeleteProjectRequest {
  /** Example: `immtest`. */
  ProjectName: string;
}

export interface DeleteProjectResponseBody {
  /** Example: `FEDC9B1F-30F2-4C1F-8ED2-B7860187****`. */
  RequestId?: string;
}

export interface DeleteStoryRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `id1`. */
  ObjectId: string;
  /** Example: `test-project`. */
  ProjectName: string;
}

export interface DeleteStoryResponseBody {
  /** Example: `1B3D5E0A-D8B8-4DA0-8127-ED32C851****`. */
  RequestId?: string;
}

export interface DetachOSSBucketRequest {
  /** Example: `examplebucket`. */
  OSSBucket: string;
}

export interface DetachOSSBucketResponseBody {
  /** Example: `5F74C5C9-5AC0-49F9-914D-E01589D3****`. */
  RequestId?: string;
}

export interface Element {
  ElementContents?: ElementContent[];
  ElementRelations?: ElementRelation[];
  /** Example: `title - 标题； image - 图片 ； table - 表格 ； narrative-text - 正文`. */
  ElementType?: string;
  /** Example: `id1`. */
  ObjectId?: string;
  /** Example: `0.8`. */
  SemanticSimilarity?: number;
}

export interface ElementContent {
  /** Example: `文本片段`. */
  Content?: string;
  TimeRange?: Long[];
  /** Example: `text`. */
  Type?: string;
  /** Example: `http://aliyun.com`. */
  URL?: string;
}

export interface ElementRelation {
  /** Example: `id1`. */
  ObjectId?: string;
  /** Example: `child，parent`. */
  Type?: string;
}

export interface Figure {
  /** Example: `29`. */
  Age?: Long;
  /** Example: `5`. */
  AgeSD?: number;
  /** Example: `0.96`. */
  Attractive?: number;
  /** Example: `none`. */
  Beard?: string;
  /** Example: `1`. */
  BeardConfidence?: number;
  Boundary?: Boundary;
  /** Example: `happiness`. */
  Emotion?: string;
  /** Example: `0.707845687866210`. */
  EmotionConfidence?: number;
  /** Example: `0.960875928401947`. */
  FaceQuality?: number;
  /** Example: `1`. */
  FigureClusterConfidence?: number;
  /** Example: `Cluster-dbe72fec-b84c-4ab6-885b-3678e64****`. */
  FigureClusterId?: string;
  /** Example: `1`. */
  FigureConfidence?: number;
  /** Example: `868a9e74-cde5-4c7a-9013-28bb984****`. */
  FigureId?: string;
  /** Example: `face`. */
  FigureType?: string;
  /** Example: `female`. */
  Gender?: string;
  /** Example: `1`. */
  GenderConfidence?: number;
  /** Example: `none`. */
  Glasses?: string;
  /** Example: `0.8`. */
  GlassesConfidence?: number;
  /** Example: `none`. */
  Hat?: string;
  /** Example: `1`. */
  HatConfidence?: number;
  HeadPose?: HeadPose;
  /** Example: `none`. */
  Mask?: string;
  /** Example: `1`. */
  MaskConfidence?: number;
  /** Example: `close`. */
  Mouth?: string;
  /** Example: `1`. */
  MouthConfidence?: number;
  /** Example: `0.7`. */
  Sharpness?: number;
}

export interface FigureCluster {
  /** Example: `26`. */
  AverageAge?: number;
  Cover?: File;
  /** Example: `2022-01-14T10:10:52.83948013+08:00`. */
  CreateTime?: string;
  /** Example: `abc`. */
  CustomId?: string;
  /** Example: `{"Bucket": "examplebucket"}`. */
  CustomLabels?: Record<string, unknown>;
  /** Example: `dataset001`. */
  DatasetName?: string;
  /** Example: `3`. */
  FaceCount?: Long;
  /** Example: `female`. */
  Gender?: string;
  /** Example: `5`. */
  ImageCount?: Long;
  /** Example: `44`. */
  MaxAge?: number;
  /** Example: `0`. */
  MetaLockVersion?: Long;
  /** Example: `12`. */
  MinAge?: number;
  /** Example: `abc`. */
  Name?: string;
  /** Example: `Cluster-ae6e3472-999e-410b-b54e-cd5dba****`. */
  ObjectId?: string;
  /** Example: `figure-cluster`. */
  ObjectType?: string;
  /** Example: `102321002****`. */
  OwnerId?: string;
  /** Example: `immtest`. */
  ProjectName?: string;
  /** Example: `2022-01-14T10:10:52.83948013+08:00`. */
  UpdateTime?: string;
  /** Example: `3`. */
  VideoCount?: Long;
}

export interface FigureClusterForReq {
  Cover?: FigureClusterForReqCover;
  /** Example: `abc`. */
  CustomId?: string;
  /** Example: `{"Bucket": "examplebucket"}`. */
  CustomLabels?: Record<string, unknown>;
  /** Example: `1`. */
  MetaLockVersion?: Long;
  /** Example: `abc`. */
  Name?: string;
  /** Example: `Cluster-99b1c333-86dc-45da-8c6****`. */
  ObjectId?: string;
}

export interface FigureClusterForReqCover {
  Figures?: FigureClusterForReqCoverFigures[];
}

export interface FigureClusterForReqCoverFigures {
  /** Example: `2cb3c51e-b406-4b0c-af1b-897d88e1****`. */
  FigureId?: string;
}

export interface File {
  /** Example: `https://aliyundoc.com`. */
  AccessControlAllowOrigin?: string;
  /** Example: `PUT`. */
  AccessControlRequestMethod?: string;
  Addresses?: Address[];
  /** Example: `FirstAlbum`. */
  Album?: string;
  /** Example: `Jane`. */
  AlbumArtist?: string;
  /** Example: `Jane`. */
  Artist?: string;
  AudioCovers?: Image[];
  AudioStreams?: AudioStream[];
  /** Example: `13091201`. */
  Bitrate?: Long;
  /** Example: `no-cache`. */
  CacheControl?: string;
  /** Example: `Jane`. */
  Composer?: string;
  /** Example: `attachment; filename =test.jpg`. */
  ContentDisposition?: string;
  /** Example: `UTF-8`. */
  ContentEncoding?: string;
  /** Example: `zh-CN`. */
  ContentLanguage?: string;
  /** Example: `HZwoCnxPZ/fvhz4oRJ2+Fw==`. */
  ContentMd5?: string;
  /** Example: `image/jpeg`. */
  ContentType?: string;
  /** Example: `2021-06-29T14:50:13.011643661+08:00`. */
  CreateTime?: string;
  CroppingSuggestions?: CroppingSuggestion[];
  /** Example: `member-image-id-0001`. */
  CustomId?: string;
  CustomLabels?: Record<string, unknown>;
  /** Example: `test-dataset`. */
  DatasetName?: string;
  /** Example: `15.263000`. */
  Duration?: number;
  /** Example: `"1D9C280A7C4F67F7EF873E28449****"`. */
  ETag?: string;
  EXIF?: string;
  Elements?: Element[];
  /** Example: `10`. */
  FigureCount?: Long;
  Figures?: Figure[];
  /** Example: `2021-06-29T14:50:13.011643661+08:00`. */
  FileAccessTime?: string;
  /** Example: `2021-06-29T14:50:13.011643661+08:00`. */
  FileCreateTime?: string;
  /** Example: `1d9c280a7c4f67f7ef873e28449dbe17`. */
  FileHash?: string;
  /** Example: `2021-06-29T14:50:13.011643661+08:00`. */
  FileModifiedTime?: string;
  /** Example: `sampleobject.jpg`. */
  Filename?: string;
  /** Example: `QuickTime / MOV`. */
  FormatLongName?: string;
  /** Example: `mov`. */
  FormatName?: string;
  /** Example: `500`. */
  ImageHeight?: Long;
  ImageScore?: ImageScore;
  /** Example: `270`. */
  ImageWidth?: Long;
  Insights?: Insights;
  Labels?: Label[];
  /** Example: `eng`. */
  Language?: string;
  /** Example: `30.134390,120.074997`. */
  LatLong?: string;
  /** Example: `image`. */
  MediaType?: string;
  OCRContents?: OCRContents[];
  /** Example: `阿里云IMM`. */
  OCRTexts?: string;
  /** Example: `559890638950338001`. */
  OSSCRC64?: string;
  /** Example: `CAEQMhiBgIDXiaaB0BYiIGQzYmRkZGUxMTM1ZDRjOTZhNjk4YjRjMTAyZjhl****`. */
  OSSDeleteMarker?: string;
  /** Example: `2120-01-01T12:00:00.000Z`. */
  OSSExpiration?: string;
  /** Example: `Normal`. */
  OSSObjectType?: string;
  /** Example: `Standard`. */
  OSSStorageClass?: string;
  /** Example: `{"key": "val"}`. */
  OSSTagging?: Record<string, unknown>;
  /** Example: `2`. */
  OSSTaggingCount?: Long;
  /** Example: `oss://examplebucket/sampleobject.jpg`. */
  OSSURI?: string;
  /** Example: `{"key": "val"}`. */
  OSSUserMeta?: Record<string, unknown>;
  /** Example: `CAEQNhiBgMDJgZCA0BYiIDc4MGZjZGI2OTBjOTRmNTE5NmU5NmFhZjhjYmY0****`. */
  OSSVersionId?: string;
  /** Example: `default`. */
  ObjectACL?: string;
  /** Example: `75d5de2c50754e3dadd5c35dbca5f9949369e37eb342a73821f690c94c36c7f7`. */
  ObjectId?: string;
  /** Example: `Indexed`. */
  ObjectStatus?: string;
  /** Example: `file`. */
  ObjectType?: string;
  /** Example: `0`. */
  Orientation?: Long;
  /** Example: `102321002467****`. */
  OwnerId?: string;
  /** Example: `5`. */
  PageCount?: Long;
  /** Example: `Jane`. */
  Performer?: string;
  /** Example: `2021-06-29T14:50:13.011643661+08:00`. */
  ProduceTime?: string;
  /** Example: `1`. */
  ProgramCount?: Long;
  /** Example: `test-project`. */
  ProjectName?: string;
  Reason?: string;
  SceneElements?: SceneElement[];
  SemanticTypes?: string[];
  /** Example: `SM4`. */
  ServerSideDataEncryption?: string;
  /** Example: `AES256`. */
  ServerSideEncryption?: string;
  /** Example: `SM4`. */
  ServerSideEncryptionCustomerAlgorithm?: string;
  /** Example: `9468da86-3509-4f8d-a61e-6eab1eac****`. */
  ServerSideEncryptionKeyId?: string;
  /** Example: `1000`. */
  Size?: Long;
  /** Example: `0.000000`. */
  StartTime?: number;
  /** Example: `1`. */
  StreamCount?: Long;
  Subtitles?: SubtitleStream[];
  /** Example: `""`. */
  Timezone?: string;
  /** Example: `test`. */
  Title?: string;
  /** Example: `-`. */
  TravelClusterId?: string;
  /** Example: `oss://test-bucket/test-object.jpg`. */
  URI?: string;
  /** Example: `2021-06-29T14:50:13.011643661+08:00`. */
  UpdateTime?: string;
  /** Example: `1920`. */
  VideoHeight?: Long;
  VideoStreams?: VideoStream[];
  /** Example: `1080`. */
  VideoWidth?: Long;
}

export interface FuzzyQueryRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `1`. */
  MaxResults?: Long;
  /** Example: `MTIzNDU2Nzg6aW1tdGVzdDpleGFtcGxlYnVja2V0OmRhdGFzZXQwMDE6b3NzOi8vZXhhbXBsZWJ1Y2tldC9zYW1wbGVvYmplY3QxLmpwZw==`. */
  NextToken?: string;
  /** Example: `asc,desc`. */
  Order?: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `阿里云`. */
  Query: string;
  /** Example: `Size,Filename`. */
  Sort?: string;
  WithFields?: string[];
}

export interface FuzzyQueryResponseBody {
  Files?: File[];
  /** Example: `MTIzNDU2Nzg6aW1tdGVzdDpleGFtcGxlYnVja2V0OmRhdGFzZXQwMDE6b3NzOi8vZXhhbXBsZWJ1Y2tldC9zYW1wbGVvYmplY3QxLmpwZw==`. */
  NextToken: string;
  /** Example: `1B3D5E0A-D8B8-4DA0-8127-ED32C851****`. */
  RequestId?: string;
  /** Example: `10`. */
  TotalHits?: Long;
}

export interface GetBindingRequest {
  /** Example: `test-dataset`. */
  DatasetName?: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `oss://test-bucket`. */
  URI?: string;
}

export interface GetBindingResponseBody {
  Binding: Binding;
  /** Example: `AEFCD467-C928-4A36-951A-6EB5A592****`. */
  RequestId?: string;
}

export interface GetDatasetRequest {
  /** Example: `dataset001`. */
  DatasetName: string;
  /** Example: `immtest`. */
  ProjectName: string;
  /** Example: `true`. */
  WithStatistics?: boolean;
}

export interface GetDatasetResponseBody {
  Dataset: Dataset;
  /** Example: `6D74B3A9-5AC0-49F9-914D-E01589D3****`. */
  RequestId?: string;
}

export interface GetFigureClusterRequest {
  /** Example: `dataset001`. */
  DatasetName: string;
  /** Example: `Cluster-1f2e1a2c-d5ee-4bc5-84f6-fef94ea****`. */
  ObjectId: string;
  /** Example: `immtest`. */
  ProjectName: string;
}

export interface GetFigureClusterResponseBody {
  FigureCluster?: FigureCluster;
  /** Example: `5F74C5C9-5AC0-49F9-914D-E01589D3****`. */
  RequestId?: string;
}

export interface GetFileMetaRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `oss://test-bucket/test-object`. */
  URI: string;
  WithFields?: string[];
}

export interface GetFileMetaResponseBody {
  Files?: File[];
  /** Example: `7F84C6D9-5AC0-49F9-914D-F02678E3****`. */
  RequestId?: string;
}

export interface GetOSSBucketAttachmentRequest {
  /** Example: `examplebucket`. */
  OSSBucket: string;
}

export interface GetOSSBucketAttachmentResponseBody {
  /** Example: `""2023-12-19T17:29:34.790931971+08:00"`. */
  CreateTime?: string;
  /** Example: `"数据集"`. */
  Description?: string;
  /** Example: `immtest`. */
  ProjectName: string;
  /** Example: `5F74C5C9-5AC0-49F9-914D-E01589D3****`. */
  RequestId?: string;
  /** Example: `"2023-12-19T17:29:34.790931971+08:00"`. */
  UpdateTime?: string;
}

export interface GetProjectRequest {
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `true`. */
  WithStatistics?: boolean;
}

export interface GetProjectResponseBody {
  Project: Project;
  /** Example: `5A022F78-B9A8-4ACC-BB6B-B3597553`. */
  RequestId?: string;
}

export interface GetStoryRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `id1`. */
  ObjectId: string;
  /** Example: `test-project`. */
  ProjectName: string;
}

export interface GetStoryResponseBody {
  /** Example: `1B3D5E0A-D8B8-4DA0-8127-ED32C851****`. */
  RequestId?: string;
  Story?: Story;
}

export interface GetTaskRequest {
  /** Example: `immtest`. */
  ProjectName: string;
  /** Example: `true`. */
  RequestDefinition?: boolean;
  /** Example: `FileCompression-2f157087-91df-4fda-8c3e-232407ec*****`. */
  TaskId: string;
  /** Example: `FileCompression`. */
  TaskType: string;
}

export interface GetTaskResponseBody {
  /** Example: `ResourceNotFound`. */
  Code?: string;
  /** Example: `2021-12-24T03:01:49.480109219Z`. */
  EndTime?: string;
  /** Example: `2F6-1Bz99Xi93EnRpNEyLudILJm****`. */
  EventId?: string;
  /** Example: `The specified resource project is not found.`. */
  Message?: string;
  /** Example: `100`. */
  Progress?: number;
  /** Example: `test-project`. */
  ProjectName?: string;
  /** Example: `2C5C1E0F-D8B8-4DA0-8127-EC32C771****`. */
  RequestId?: string;
  /** Example: `2021-12-24T03:01:41.662060377Z`. */
  StartTime?: string;
  /** Example: `Running`. */
  Status?: string;
  /** Example: `{"test": "val1"}`. */
  Tags?: Record<string, unknown>;
  /** Example: `c2b277b9-0d30-4882-ad6d-ad661382****`. */
  TaskId?: string;
  TaskRequestDefinition?: string;
  /** Example: `FileCompression`. */
  TaskType?: string;
  UserData?: string;
}

export interface HeadPose {
  /** Example: `18.385589599609375`. */
  Pitch?: number;
  /** Example: `4.204030513763428`. */
  Roll?: number;
  /** Example: `2.4945924282073975`. */
  Yaw?: number;
}

export interface Image {
  CroppingSuggestions?: CroppingSuggestion[];
  /** Example: `{"FileSize":{"value":"29304"},"Format":{"value":"jpg"}}`. */
  EXIF?: string;
  /** Example: `820`. */
  ImageHeight?: Long;
  ImageScore?: ImageScore;
  /** Example: `500`. */
  ImageWidth?: Long;
  OCRContents?: OCRContents[];
}

export interface ImageInsight {
  Caption?: string;
  Description?: string;
}

export interface ImageScore {
  /** Example: `0.736`. */
  OverallQualityScore?: number;
}

export interface IndexFileMetaRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  File: InputFile;
  Notification?: Notification;
  /** Example: `test-project`. */
  ProjectName: string;
  UserData?: string;
}

export interface IndexFileMetaResponseBody {
  /** Example: `30F-1D8FxFzDXKJH9YQdve4CjR****`. */
  EventId?: string;
  /** Example: `6E93D6C9-5AC0-49F9-914D-E02678D3****`. */
  RequestId?: string;
}

export interface InputFile {
  Addresses?: Address[];
  /** Example: `FirstAlbum`. */
  Album?: string;
  /** Example: `Jane`. */
  AlbumArtist?: string;
  /** Example: `Jane`. */
  Artist?: string;
  /** Example: `Jane`. */
  Composer?: string;
  /** Example: `image/jpeg`. */
  ContentType?: string;
  /** Example: `member-image-id-0001`. */
  CustomId?: string;
  CustomLabels?: Record<string, unknown>;
  Figures?: InputFileFigures[];
  /** Example: `1d9c280a7c4f67f7ef873e28449dbe17`. */
  FileHash?: string;
  Labels?: Label[];
  /** Example: `30.134390,120.074997`. */
  LatLong?: string;
  /** Example: `image`. */
  MediaType?: string;
  /** Example: `oss://test-bucket/test-object.jpg`. */
  OSSURI?: string;
  /** Example: `Jane`. */
  Performer?: string;
  /** Example: `2021-06-29T14:50:13.011643661+08:00`. */
  ProduceTime?: string;
  /** Example: `test`. */
  Title?: string;
  /** Example: `oss://test-bucket/test-object`. */
  URI: string;
}

export interface InputFileFigures {
  /** Example: `Cluster-dbe72fec-b84c-4ab6-885b-3678e64****`. */
  FigureClusterId?: string;
  /** Example: `2cb3c51e-b406-4b0c-af1b-897d88e1****`. */
  FigureId?: string;
  /** Example: `face`. */
  FigureType?: string;
}

export interface Insights {
  Image?: ImageInsight;
  Video?: VideoInsight;
}

export interface Label {
  /** Example: `0.877`. */
  CentricScore?: number;
  Clips?: Clip[];
  /** Example: `座椅`. */
  LabelAlias?: string;
  /** Example: `0.95`. */
  LabelConfidence?: number;
  /** Example: `2`. */
  LabelLevel?: Long;
  /** Example: `椅子`. */
  LabelName?: string;
  /** Example: `zh-Hans`. */
  Language?: string;
  /** Example: `家具`. */
  ParentLabelName?: string;
}

export interface ListAttachedOSSBucketsRequest {
  /** Example: `1`. */
  MaxResults?: Long;
  /** Example: `MTIzNDU2Nzg6aW1tdGVzdDpleGFtcGxlYnVja2V0OmRhdGFzZXQwMDE6b3NzOi8vZXhhbXBsZWJ1Y2tldC9zYW1wbGVvYmplY3QxLmpwZw==`. */
  NextToken?: string;
  /** Example: `test-project`. */
  ProjectName: string;
}

export interface ListAttachedOSSBucketsResponseBody {
  AttachedOSSBuckets?: ListAttachedOSSBucketsResponseBodyAttachedOSSBuckets[];
  /** Example: `MTIzNDU2Nzg6aW1tdGVzdDpleGFtcGxlYnVja2V0OmRhdGFzZXQwMDE6b3NzOi8vZXhhbXBsZWJ1Y2tldC9zYW1wbGVvYmplY3QxLmpwZw==`. */
  NextToken?: string;
  /** Example: `9847E7D0-A9A3-0053-84C6-BA16FF******`. */
  RequestId?: string;
}

export interface ListAttachedOSSBucketsResponseBodyAttachedOSSBuckets {
  /** Example: `2021-06-29T14:50:13.011643661+08:00`. */
  CreateTime?: string;
  /** Example: `test bucket`. */
  Description?: string;
  /** Example: `test-bucket`. */
  OSSBucket: string;
  /** Example: `1023***********`. */
  OwnerId?: string;
  /** Example: `test-project`. */
  ProjectName?: string;
  /** Example: `2021-06-29T14:50:13.011643661+08:00`. */
  UpdateTime?: string;
}

export interface ListBindingsRequest {
  /** Example: `test-dataset`. */
  DatasetName?: string;
  /** Example: `20`. */
  MaxResults?: Long;
  /** Example: `imm`. */
  Name?: string;
  /** Example: `immtest:dataset001:examplebucket01`. */
  NextToken?: string;
  /** Example: `test-project`. */
  ProjectName: string;
}

export interface ListBindingsResponseBody {
  Bindings?: Binding[];
  /** Example: `immtest:dataset001:examplebucket01`. */
  NextToken?: string;
  /** Example: `EFDFD356-C928-4A36-951A-6EB5A592****`. */
  RequestId?: string;
}

export interface ListDatasetsRequest {
  /** Example: `1`. */
  MaxResults?: Long;
  /** Example: `12345678:immtest:dataset002`. */
  NextToken?: string;
  /** Example: `dataset`. */
  Prefix?: string;
  /** Example: `test-project`. */
  ProjectName: string;
}

export interface ListDatasetsResponseBody {
  Datasets?: Dataset[];
  /** Example: `12345678:immtest:dataset002`. */
  NextToken?: string;
  /** Example: `FEEDE356-C928-4A36-951A-6EB5A592****`. */
  RequestId?: string;
}

export interface ListProjectsRequest {
  /** Example: `100`. */
  MaxResults?: Long;
  /** Example: `MTIzNDU2Nzg6aW1tdGVzdDAx`. */
  NextToken?: string;
  /** Example: `immtest`. */
  Prefix?: string;
  Tag?: ListProjectsRequestTag[];
}

export interface ListProjectsRequestTag {
  /** Example: `TestKey`. */
  Key?: string;
  /** Example: `TestValue`. */
  Value?: string;
}

export interface ListProjectsResponseBody {
  /** Example: `MTIzNDU2Nzg6aW1tdGVzdDAx`. */
  NextToken?: string;
  Projects?: Project[];
  /** Example: `4A7A2D0E-D8B8-4DA0-8127-EB32C660`. */
  RequestId?: string;
}

export interface ListTasksRequest {
  EndTimeRange?: TimeRange;
  /** Example: `1`. */
  MaxResults?: Long;
  /** Example: `MTIzNDU2Nzg6aW1tdGVzdDpleGFtcGxlYnVja2V0OmRhdGFzZXQwMDE6b3NzOi8vZXhhbXBsZWJ1Y2tldC9zYW1wbGVvYmplY3QxLmpwZw==`. */
  NextToken?: string;
  /** Example: `asc`. */
  Order?: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `True`. */
  RequestDefinition?: boolean;
  /** Example: `TaskId`. */
  Sort?: string;
  StartTimeRange?: TimeRange;
  /** Example: `Succeeded`. */
  Status?: string;
  /** Example: `test=val1`. */
  TagSelector?: string;
  TaskTypes?: string[];
}

export interface ListTasksResponseBody {
  /** Example: `1`. */
  MaxResults?: string;
  /** Example: `MTIzNDU2Nzg6aW1tdGVzdDpleGFtcGxlYnVja2V0OmRhdGFzZXQwMDE6b3NzOi8vZXhhbXBsZWJ1Y2tldC9zYW1wbGVvYmplY3QxLmpwZw==`. */
  NextToken?: string;
  /** Example: `immtest`. */
  ProjectName?: string;
  /** Example: `9847E7D0-A9A3-0053-84C6-BA16FFFA726E`. */
  RequestId?: string;
  Tasks?: TaskInfo[];
}

export interface LocationDateCluster {
  Addresses?: Address[];
  /** Example: `2022-11-16T13:14:34.882523669+08:00`. */
  CreateTime?: string;
  /** Example: `user-01`. */
  CustomId?: string;
  CustomLabels?: Record<string, unknown>;
  /** Example: `2022-05-02T23:59:59.999999999+08:00`. */
  LocationDateClusterEndTime?: string;
  /** Example: `province`. */
  LocationDateClusterLevel?: string;
  /** Example: `2022-05-01T00:00:00+08:00`. */
  LocationDateClusterStartTime?: string;
  /** Example: `location-date-cluster-14f48cb3-079d-4595-80c4-5735284b****`. */
  ObjectId?: string;
  /** Example: `杭州一日游`. */
  Title?: string;
  /** Example: `2022-11-16T13:15:05.65746784+08:00`. */
  UpdateTime?: string;
}

export interface MNS {
  /** Example: `topic1`. */
  TopicName?: string;
}

export interface Notification {
  /** Example: `oss://test-bucket/test-object.json`. */
  ExtendedMessageURI?: string;
  MNS?: MNS;
  RocketMQ?: RocketMQ;
}

export interface OCRContents {
  Boundary?: Boundary;
  /** Example: `0.8254936695098877`. */
  Confidence?: number;
  /** Example: `欢迎使用智能媒体管理`. */
  Contents?: string;
  /** Example: `zh-hans`. */
  Language?: string;
}

export interface PointInt64 {
  /** Example: `10`. */
  X?: Long;
  /** Example: `10`. */
  Y?: Long;
}

export interface Project {
  /** Example: `2021-06-29T14:50:13.011643661+08:00`. */
  CreateTime?: string;
  /** Example: `5`. */
  DatasetCount?: Long;
  /** Example: `10`. */
  DatasetMaxBindCount?: Long;
  /** Example: `10000000000`. */
  DatasetMaxEntityCount?: Long;
  /** Example: `100000000`. */
  DatasetMaxFileCount?: Long;
  /** Example: `100000000000`. */
  DatasetMaxRelationCount?: Long;
  /** Example: `90000000000000000`. */
  DatasetMaxTotalFileSize?: Long;
  /** Example: `test project`. */
  Description?: string;
  /** Example: `100`. */
  EngineConcurrency?: Long;
  /** Example: `10`. */
  FileCount?: Long;
  /** Example: `1000000000`. */
  ProjectMaxDatasetCount?: Long;
  /** Example: `immtest`. */
  ProjectName: string;
  /** Example: `100`. */
  ProjectQueriesPerSecond?: Long;
  /** Example: `AliyunIMMDefaultRole`. */
  ServiceRole?: string;
  Tags?: ProjectTags[];
  /** Example: `Official:ImageManagement`. */
  TemplateId?: string;
  /** Example: `100000`. */
  TotalFileSize?: Long;
  /** Example: `2021-06-29T14:50:13.011643661+08:00`. */
  UpdateTime?: string;
}

export interface ProjectTags {
  /** Example: `TestKey`. */
  TagKey?: string;
  /** Example: `TestValue`. */
  TagValue?: string;
}

export interface QueryFigureClustersRequest {
  CreateTimeRange?: TimeRange;
  /** Example: `key=value`. */
  CustomLabels?: string;
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `100`. */
  MaxResults?: Long;
  NextToken?: string;
  /** Example: `asc`. */
  Order?: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `ImageCount`. */
  Sort?: string;
  UpdateTimeRange?: TimeRange;
  /** Example: `false`. */
  WithTotalCount?: boolean;
}

export interface QueryFigureClustersResponseBody {
  FigureClusters?: FigureCluster[];
  NextToken?: string;
  /** Example: `CA995EFD-083D-4F40-BE8A-BDF75FFF****`. */
  RequestId?: string;
  /** Example: `100`. */
  TotalCount?: Long;
}

export interface QueryLocationDateClustersRequest {
  Address?: Address;
  CreateTimeRange?: TimeRange;
  /** Example: `key=value`. */
  CustomLabels?: string;
  /** Example: `test-dataset`. */
  DatasetName: string;
  LocationDateClusterEndTimeRange?: TimeRange;
  LocationDateClusterLevels?: string[];
  LocationDateClusterStartTimeRange?: TimeRange;
  /** Example: `20`. */
  MaxResults?: number;
  /** Example: `MzQNjmY2MzYxNhNjk2ZNjEu****`. */
  NextToken?: string;
  /** Example: `location-date-cluster-71dd4f32-9597-4085-a2ab-3a7b0fd0aff9`. */
  ObjectId?: string;
  /** Example: `asc`. */
  Order?: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `LocationDateClusterStartTime`. */
  Sort?: string;
  /** Example: `Hangzhou`. */
  Title?: string;
  UpdateTimeRange?: TimeRange;
}

export interface QueryLocationDateClustersResponseBody {
  LocationDateClusters?: LocationDateCluster[];
  /** Example: `MzQNjmY2MzYxNhNjk2ZNjEu****`. */
  NextToken?: string;
  /** Example: `7055FCF7-4D7B-098E-BD4D-DD2932B0****`. */
  RequestId?: string;
}

export interface QuerySimilarImageClustersRequest {
  /** Example: `{"key": "val"}`. */
  CustomLabels?: string;
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `20`. */
  MaxResults?: number;
  /** Example: `CAESEgoQCg4KClVwZGF0ZVRpbWUQARgBIs8ECgkAAJLUwUCAQ****`. */
  NextToken?: string;
  /** Example: `asc`. */
  Order?: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `UpdateTime`. */
  Sort?: string;
}

export interface QuerySimilarImageClustersResponseBody {
  /** Example: `CAESEgoQCg4KClVwZGF0ZVRpbWUQARgBIs8ECgkAAJLUwUCAQ****`. */
  NextToken?: string;
  /** Example: `CA995EFD-083D-4F40-BE8A-BDF75FFF****`. */
  RequestId?: string;
  SimilarImageClusters?: SimilarImageCluster[];
}

export interface QueryStoriesRequest {
  CreateTimeRange?: TimeRange;
  /** Example: `key=value`. */
  CustomLabels?: string;
  /** Example: `test-dataset`. */
  DatasetName: string;
  FigureClusterIds?: string[];
  /** Example: `10`. */
  MaxResults?: Long;
  /** Example: `MTIzNDU2Nzg6aW1tdGVzdDpleGFtcGxlYnVja2V0OmRhdGFzZXQwMDE6b3NzOi8vZXhhbXBsZWJ1Y2tldC9zYW1wbGVvYmplY3QxLmpw****`. */
  NextToken?: string;
  /** Example: `id1`. */
  ObjectId?: string;
  /** Example: `asc`. */
  Order?: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `CreateTime`. */
  Sort?: string;
  StoryEndTimeRange?: TimeRange;
  /** Example: `name1`. */
  StoryName?: string;
  StoryStartTimeRange?: TimeRange;
  /** Example: `SeasonHighlights`. */
  StorySubType?: string;
  /** Example: `TimeMemory`. */
  StoryType?: string;
  /** Example: `true`. */
  WithEmptyStories?: boolean;
}

export interface QueryStoriesResponseBody {
  /** Example: `MTIzNDU2Nzg6aW1tdGVzdDpleGFtcGxlYnVja2V0OmRhdGFzZXQwMDE6b3NzOi8vZXhhbXBsZWJ1Y2tldC9zYW1wbGVvYmplY3Qx****`. */
  NextToken?: string;
  /** Example: `2C5C1E0F-D8B8-4DA0-8127-EC32C771****`. */
  RequestId?: string;
  Stories?: Story[];
}

export interface RemoveStoryFilesRequest {
  /** Example: `testdataset`. */
  DatasetName: string;
  Files: RemoveStoryFilesRequestFiles[];
  /** Example: `testid`. */
  ObjectId: string;
  /** Example: `immtest`. */
  ProjectName: string;
}

export interface RemoveStoryFilesRequestFiles {
  /** Example: `oss://test-bucket/test-object`. */
  URI?: string;
}

export interface RemoveStoryFilesResponseBody {
  /** Example: `6E93D6C9-5AC0-49F9-914D-E02678D3****`. */
  RequestId?: string;
}

export interface RocketMQ {
  /** Example: `MQ_INST_11111111111_BYcNy2Nc`. */
  InstanceId?: string;
  /** Example: `topic1`. */
  TopicName?: string;
}

export interface SceneElement {
  FrameTimes?: Long[];
  Labels?: Label[];
  TimeRange?: Long[];
  /** Example: `0`. */
  VideoStreamIndex?: Long;
}

export interface SearchImageFigureClusterRequest {
  CredentialConfig?: CredentialConfig;
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `oss://test-bucket/test-object`. */
  SourceURI?: string;
}

export interface SearchImageFigureClusterResponseBody {
  Clusters?: SearchImageFigureClusterResponseBodyClusters[];
  /** Example: `C2734912-E6D5-052C-AC67-6A9FD02*****`. */
  RequestId?: string;
}

export interface SearchImageFigureClusterResponseBodyClusters {
  Boundary?: Boundary;
  /** Example: `Cluster-ca730577-06b1-42c7-a25b-8f2c7******`. */
  ClusterId?: string;
  /** Example: `0.87413794`. */
  Similarity?: number;
}

export interface SemanticQueryRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `20`. */
  MaxResults?: number;
  MediaTypes?: string[];
  /** Example: `Reserved. Not supported yet.`. */
  NextToken?: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `Scenery of Hangzhou in April 2021`. */
  Query?: string;
  /** Example: `oss://test-bucket/test-object`. */
  SourceURI?: string;
  WithFields?: string[];
}

export interface SemanticQueryResponseBody {
  Files?: File[];
  /** Example: `2C5C1E0F-D8B8-4DA0-8127-EC32C771****`. */
  RequestId?: string;
}

export interface SimilarImage {
  /** Example: `0.709`. */
  ImageScore?: number;
  /** Example: `oss://test-bucket/test-object`. */
  URI?: string;
}

export interface SimilarImageCluster {
  /** Example: `2023-02-08T09:42:34.354969088+08:00`. */
  CreateTime?: string;
  CustomLabels?: Record<string, unknown>;
  Files?: SimilarImage[];
  /** Example: `SimilarImageCluster-748a041e-4ebc-4487-9e74-9c89b1****`. */
  ObjectId?: string;
  /** Example: `2023-02-08T09:42:34.354969088+08:00`. */
  UpdateTime?: string;
}

export interface SimpleQuery {
  /** Example: `Size`. */
  Field: string;
  /** Example: `and`. */
  Operation: string;
  SubQueries?: SimpleQuery[];
  /** Example: `10`. */
  Value?: string;
}

export interface SimpleQueryRequest {
  Aggregations?: SimpleQueryRequestAggregations[];
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `10`. */
  MaxResults?: number;
  /** Example: `MTIzNDU2Nzg6aW1tdGVzdDpleGFtcGxlYnVja2V0OmRhdGFzZXQwMDE6b3NzOi8vZXhhbXBsZWJ1Y2tldC9zYW1wbGVvYmplY3QxLmpwZw==`. */
  NextToken?: string;
  /** Example: `asc,desc`. */
  Order?: string;
  /** Example: `test-project`. */
  ProjectName: string;
  Query?: SimpleQuery;
  /** Example: `Size,Filename`. */
  Sort?: string;
  WithFields?: string[];
  WithoutTotalHits?: boolean;
}

export interface SimpleQueryRequestAggregations {
  /** Example: `Size`. */
  Field?: string;
  /** Example: `sum`. */
  Operation?: string;
}

export interface SimpleQueryResponseBody {
  Aggregations?: SimpleQueryResponseBodyAggregations[];
  Files?: File[];
  /** Example: `MTIzNDU2Nzg6aW1tdGVzdDpleGFtcGxlYnVja2V0OmRhdGFzZXQwMDE6b3NzOi8vZXhhbXBsZWJ1Y2tldC9zYW1wbGVvYmplY3QxLmpwZw==`. */
  NextToken: string;
  /** Example: `2C5C1E0F-D8B8-4DA0-8127-EC32C771****`. */
  RequestId?: string;
  /** Example: `10`. */
  TotalHits?: Long;
}

export interface SimpleQueryResponseBodyAggregations {
  /** Example: `Size`. */
  Field?: string;
  Groups?: SimpleQueryResponseBodyAggregationsGroups[];
  /** Example: `sum`. */
  Operation?: string;
  /** Example: `200`. */
  Value?: number;
}

export interface SimpleQueryResponseBodyAggregationsGroups {
  /** Example: `5`. */
  Count?: Long;
  /** Example: `100`. */
  Value?: string;
}

export interface Story {
  Addresses?: Address[];
  Cover?: File;
  /** Example: `2022-01-14T10:17:18.102700407+08:00`. */
  CreateTime?: string;
  /** Example: `test`. */
  CustomId?: string;
  /** Example: `{"key": "val"}`. */
  CustomLabels?: Record<string, unknown>;
  /** Example: `dataset001`. */
  DatasetName?: string;
  FigureClusterIds?: string[];
  Files?: File[];
  /** Example: `id1`. */
  ObjectId?: string;
  /** Example: `story`. */
  ObjectType?: string;
  /** Example: `102321002****`. */
  OwnerId?: string;
  /** Example: `immtest`. */
  ProjectName?: string;
  /** Example: `2022-01-14T10:17:18.102700407+08:00`. */
  StoryEndTime?: string;
  /** Example: `name1`. */
  StoryName?: string;
  /** Example: `2022-01-14T10:17:18.102700407+08:00`. */
  StoryStartTime?: string;
  /** Example: `ImportantPerson`. */
  StorySubType?: string;
  /** Example: `PeopleMemory`. */
  StoryType?: string;
  /** Example: `2022-01-14T10:17:18.102700407+08:00`. */
  UpdateTime?: string;
}

export interface SubtitleStream {
  /** Example: `74`. */
  Bitrate?: Long;
  /** Example: `MOV text`. */
  CodecLongName?: string;
  /** Example: `mov_text`. */
  CodecName?: string;
  /** Example: `0x67337874`. */
  CodecTag?: string;
  /** Example: `tx3g`. */
  CodecTagString?: string;
  /** Example: `欢迎`. */
  Content?: string;
  /** Example: `71.378`. */
  Duration?: number;
  /** Example: `30`. */
  Height?: Long;
  /** Example: `2`. */
  Index?: Long;
  /** Example: `en`. */
  Language?: string;
  /** Example: `0.000000`. */
  StartTime?: number;
  /** Example: `600`. */
  Width?: Long;
}

export interface TaskInfo {
  /** Example: `ResourceNotFound`. */
  Code?: string;
  /** Example: `2021-12-24T03:01:49.480109219Z`. */
  EndTime?: string;
  /** Example: `The specified resource project is not found.`. */
  Message?: string;
  /** Example: `0`. */
  Progress?: number;
  /** Example: `2021-12-24T03:01:41.662060377Z`. */
  StartTime?: string;
  /** Example: `Running`. */
  Status?: string;
  Tags?: Record<string, unknown>;
  /** Example: `c2b277b9-0d30-4882-ad6d-ad661382****`. */
  TaskId: string;
  TaskRequestDefinition?: string;
  /** Example: `VideoLabelClassification`. */
  TaskType: string;
  UserData?: string;
}

export interface TimeRange {
  /** Example: `2016-12-31T00:00:00+08:00`. */
  End?: string;
  /** Example: `2016-12-31T00:00:00+08:00`. */
  Start?: string;
}

export interface UpdateDatasetRequest {
  /** Example: `10`. */
  DatasetMaxBindCount?: Long;
  /** Example: `10000000000`. */
  DatasetMaxEntityCount?: Long;
  /** Example: `100000000`. */
  DatasetMaxFileCount?: Long;
  /** Example: `100000000000`. */
  DatasetMaxRelationCount?: Long;
  /** Example: `90000000000000000`. */
  DatasetMaxTotalFileSize?: Long;
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `immtest`. */
  Description?: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `Official:ImageManagement`. */
  TemplateId?: string;
  /** @deprecated */
  WorkflowParameters?: WorkflowParameter[];
}

export interface UpdateDatasetResponseBody {
  Dataset: Dataset;
  /** Example: `45234D4A-A3E3-4B23-AACA-8D897514****`. */
  RequestId?: string;
}

export interface UpdateFigureClusterRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  FigureCluster: FigureClusterForReq;
  /** Example: `test-project`. */
  ProjectName: string;
}

export interface UpdateFigureClusterResponseBody {
  /** Example: `5F74C5C9-5AC0-49F9-914D-E01589D3****`. */
  RequestId?: string;
}

export interface UpdateFileMetaRequest {
  /** Example: `test-dataset`. */
  DatasetName: string;
  File: InputFile;
  /** Example: `test-project`. */
  ProjectName: string;
}

export interface UpdateFileMetaResponseBody {
  /** Example: `6D53E6C9-5AC0-48F9-825F-D02678E3****`. */
  RequestId?: string;
}

export interface UpdateLocationDateClusterRequest {
  /** Example: `member-id-0001`. */
  CustomId?: string;
  CustomLabels?: Record<string, unknown>;
  /** Example: `test-dataset`. */
  DatasetName: string;
  /** Example: `location-date-cluster-71dd4f32-9597-4085-a2ab-3a7b0fd0aff9`. */
  ObjectId: string;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `One-day trip in Hangzhou`. */
  Title?: string;
}

export interface UpdateLocationDateClusterResponseBody {
  /** Example: `52B017A8-FEF5-0A61-BAEE-234A8AD8****`. */
  RequestId?: string;
}

export interface UpdateProjectRequest {
  /** Example: `10`. */
  DatasetMaxBindCount?: Long;
  /** Example: `10000000000`. */
  DatasetMaxEntityCount?: Long;
  /** Example: `100000000`. */
  DatasetMaxFileCount?: Long;
  /** Example: `100000000000`. */
  DatasetMaxRelationCount?: Long;
  /** Example: `90000000000000000`. */
  DatasetMaxTotalFileSize?: Long;
  /** Example: `immtest`. */
  Description?: string;
  /** Example: `1000000000`. */
  ProjectMaxDatasetCount?: Long;
  /** Example: `test-project`. */
  ProjectName: string;
  /** Example: `AliyunIMMDefaultRole`. */
  ServiceRole?: string;
  Tag?: UpdateProjectRequestTag[];
  /** Example: `Official:ImageManagement`. */
  TemplateId?: string;
}

export interface UpdateProjectRequestTag {
  /** Example: `TestKey`. */
  Key?: string;
  /** Example: `TestValue`. */
  Value?: string;
}

export interface UpdateProjectResponseBody {
  Project: Project;
  /** Example: `D33C3574-4093-448E-86E7-15BE2BD3****`. */
  RequestId?: string;
}

export interface UpdateStoryRequest {
  Cover?: UpdateStoryRequestCover;
  /** Example: `test`. */
  CustomId?: string;
  /** Example: `{"key": "value"}`. */
  CustomLabels?: Record<string, unknown>;
  /** Example: `testdata`. */
  DatasetName: string;
  /** Example: `testid`. */
  ObjectId: string;
  /** Example: `immtest`. */
  ProjectName: string;
  /** Example: `newstory`. */
  StoryName?: string;
}

export interface UpdateStoryRequestCover {
  /** Example: `oss://test-bucket/test-object`. */
  URI?: string;
}

export interface UpdateStoryResponseBody {
  /** Example: `6E93D6C9-5AC0-49F9-914D-E02678D3****`. */
  RequestId?: string;
}

export interface VideoInsight {
  Caption?: string;
  Description?: string;
}

export interface VideoStream {
  /** Example: `25/1`. */
  AverageFrameRate?: string;
  /** Example: `8`. */
  BitDepth?: Long;
  /** Example: `5407765`. */
  Bitrate?: Long;
  /** Example: `H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10`. */
  CodecLongName?: string;
  /** Example: `h264`. */
  CodecName?: string;
  /** Example: `0x31637661`. */
  CodecTag?: string;
  /** Example: `avc1`. */
  CodecTagString?: string;
  /** Example: `1373627/83160000`. */
  CodecTimeBase?: string;
  /** Example: `bt709`. */
  ColorPrimaries?: string;
  /** Example: `tv`. */
  ColorRange?: string;
  /** Example: `bt709`. */
  ColorSpace?: string;
  /** Example: `bt709`. */
  ColorTransfer?: string;
  /** Example: `16:9`. */
  DisplayAspectRatio?: string;
  /** Example: `22.88`. */
  Duration?: number;
  /** Example: `572`. */
  FrameCount?: Long;
  /** Example: `25/1`. */
  FrameRate?: string;
  /** Example: `2`. */
  HasBFrames?: Long;
  /** Example: `720`. */
  Height?: Long;
  /** Example: `0`. */
  Index?: Long;
  /** Example: `en`. */
  Language?: string;
  /** Example: `40`. */
  Level?: Long;
  /** Example: `yuv420p`. */
  PixelFormat?: string;
  /** Example: `High`. */
  Profile?: string;
  /** Example: `90`. */
  Rotate?: string;
  /** Example: `1:1`. */
  SampleAspectRatio?: string;
  /** Example: `0.000000`. */
  StartTime?: number;
  /** Example: `1/12800`. */
  TimeBase?: string;
  /** Example: `1280`. */
  Width?: Long;
}

export interface WorkflowParameter {
  /** Example: `name`. */
  Name?: string;
  /** Example: `value`. */
  Value?: string;
}
