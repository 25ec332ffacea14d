/** What searches ask of files. */
export const step = `
  -- FileDocument would lose its rows with the table that it refers to.
  CREATE TABLE KeptDocument (FileId INTEGER PRIMARY KEY, Document TEXT NOT NULL, Given TEXT NOT NULL, Text TEXT) STRICT;
  INSERT INTO KeptDocument
    SELECT (DatasetId << 32) + row_number() OVER (PARTITION BY DatasetId ORDER BY FileId), Document, Given, Text
    FROM File JOIN FileDocument USING (FileId);

  -- One row a file, and narrow: a search that no index serves reads all rows of a dataset.
  CREATE TABLE SearchableFile (
    -- The upper half is the number of its dataset, so that whatever is kept by it lies together by dataset.
    FileId INTEGER PRIMARY KEY,
    DatasetId INTEGER NOT NULL REFERENCES Dataset ON DELETE CASCADE,
    URI TEXT NOT NULL,
    ObjectStatus TEXT NOT NULL CHECK (ObjectStatus IN ('Indexed', 'Failed')),
    CreateTime INTEGER NOT NULL,
    UpdateTime INTEGER NOT NULL,
    -- What it counts in its dataset; its Size isn't known without the operator that reads it.
    CountedSize INTEGER NOT NULL,
    -- What follows is empty of what failed.
    -- What a picture looks like, as 16 hex digits; no field of its document.
    ImageHash TEXT,
    Size INTEGER,
    MediaType TEXT,
    ProduceTime INTEGER,
    FileModifiedTime INTEGER,
    Filename TEXT,
    ContentType TEXT,
    ImageWidth INTEGER,
    ImageHeight INTEGER,
    Latitude REAL,
    Longitude REAL,
    Duration REAL,
    CustomId TEXT,
    Title TEXT,
    FileCreateTime INTEGER,
    FileAccessTime INTEGER,
    FileHash TEXT,
    Orientation INTEGER,
    "ImageScore.OverallQualityScore" REAL,
    FigureCount INTEGER,
    OCRTexts TEXT,
    VideoWidth INTEGER,
    VideoHeight INTEGER,
    StartTime REAL,
    Bitrate INTEGER,
    StreamCount INTEGER,
    ProgramCount INTEGER,
    FormatName TEXT,
    FormatLongName TEXT,
    Language TEXT,
    Artist TEXT,
    AlbumArtist TEXT,
    Composer TEXT,
    Performer TEXT,
    Album TEXT,
    ETag TEXT,
    OSSURI TEXT,
    OSSCRC64 TEXT,
    OSSObjectType TEXT,
    OSSStorageClass TEXT,
    OSSTaggingCount INTEGER,
    OSSVersionId TEXT,
    OSSDeleteMarker TEXT,
    OSSExpiration INTEGER,
    ObjectACL TEXT,
    ContentMd5 TEXT,
    CacheControl TEXT,
    ContentDisposition TEXT,
    ContentEncoding TEXT,
    ContentLanguage TEXT,
    AccessControlAllowOrigin TEXT,
    AccessControlRequestMethod TEXT,
    ServerSideEncryption TEXT,
    ServerSideDataEncryption TEXT,
    ServerSideEncryptionKeyId TEXT,
    ServerSideEncryptionCustomerAlgorithm TEXT,
    UNIQUE (DatasetId, URI)
  ) STRICT;
  INSERT INTO SearchableFile (FileId, DatasetId, URI, ObjectStatus, CreateTime, UpdateTime, CountedSize)
    SELECT (DatasetId << 32) + row_number() OVER (PARTITION BY DatasetId ORDER BY FileId),
      DatasetId, URI, ObjectStatus, CreateTime, UpdateTime, Size
    FROM File;
  DROP TABLE FileDocument;
  DROP TRIGGER FileDeleted;
  DROP TABLE File;
  ALTER TABLE SearchableFile RENAME TO File;

  CREATE TABLE FileDocument (
    FileId INTEGER PRIMARY KEY REFERENCES File ON DELETE CASCADE,
    Document TEXT NOT NULL CHECK (json_valid(Document)),
    -- What calls gave of it, which stays when it is read again.
    Given TEXT NOT NULL CHECK (json_valid(Given)),
    -- What is written in it, for searches by text.
    Text TEXT
  ) STRICT;
  INSERT INTO FileDocument SELECT * FROM KeptDocument;
  DROP TABLE KeptDocument;

  CREATE TRIGGER FileInserted AFTER INSERT ON File WHEN new.ObjectStatus = 'Indexed' BEGIN
    UPDATE Dataset SET FileCount = FileCount + 1, TotalFileSize = TotalFileSize + new.CountedSize
    WHERE DatasetId = new.DatasetId;
  END;
  CREATE TRIGGER FileUpdated AFTER UPDATE OF ObjectStatus, CountedSize ON File BEGIN
    UPDATE Dataset SET
      FileCount = FileCount + (new.ObjectStatus = 'Indexed') - (old.ObjectStatus = 'Indexed'),
      TotalFileSize = TotalFileSize + iif(new.ObjectStatus = 'Indexed', new.CountedSize, 0)
        - iif(old.ObjectStatus = 'Indexed', old.CountedSize, 0)
    WHERE DatasetId = new.DatasetId;
  END;
  CREATE TRIGGER FileDeleted AFTER DELETE ON File WHEN old.ObjectStatus = 'Indexed' BEGIN
    UPDATE Dataset SET FileCount = FileCount - 1, TotalFileSize = TotalFileSize - old.CountedSize
    WHERE DatasetId = old.DatasetId;
  END;

  -- What is sorted by, or asked for, most: nothing else costs a file more.
  CREATE INDEX FileBySize ON File (DatasetId, Size) WHERE ObjectStatus = 'Indexed';
  CREATE INDEX FileByMediaType ON File (DatasetId, MediaType) WHERE ObjectStatus = 'Indexed';
  CREATE INDEX FileByContentType ON File (DatasetId, ContentType) WHERE ObjectStatus = 'Indexed';
  CREATE INDEX FileByFilename ON File (DatasetId, Filename) WHERE ObjectStatus = 'Indexed';
  CREATE INDEX FileByProduceTime ON File (DatasetId, ProduceTime) WHERE ObjectStatus = 'Indexed';
  CREATE INDEX FileByFileModifiedTime ON File (DatasetId, FileModifiedTime) WHERE ObjectStatus = 'Indexed';
  CREATE INDEX FileByCreateTime ON File (DatasetId, CreateTime) WHERE ObjectStatus = 'Indexed';
  CREATE INDEX FileByUpdateTime ON File (DatasetId, UpdateTime) WHERE ObjectStatus = 'Indexed';
  CREATE INDEX FileByCustomId ON File (DatasetId, CustomId) WHERE ObjectStatus = 'Indexed' AND CustomId IS NOT NULL;
  CREATE INDEX FileByETag ON File (DatasetId, ETag) WHERE ObjectStatus = 'Indexed' AND ETag IS NOT NULL;

  CREATE TABLE FileLabel (
    FileId INTEGER NOT NULL REFERENCES File ON DELETE CASCADE,
    Ordinal INTEGER NOT NULL,
    -- 1 if a label of the file before it has the same name, so that files are counted by names without a look at labels.
    Repeats INTEGER,
    LabelName TEXT,
    LabelConfidence REAL,
    LabelLevel INTEGER,
    LabelAlias TEXT,
    ParentLabelName TEXT,
    CentricScore REAL,
    Language TEXT,
    PRIMARY KEY (FileId, Ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE FileFigure (
    FileId INTEGER NOT NULL REFERENCES File ON DELETE CASCADE,
    Ordinal INTEGER NOT NULL,
    FigureId TEXT,
    FigureType TEXT,
    FigureClusterId TEXT,
    FigureConfidence REAL,
    FigureClusterConfidence REAL,
    Age INTEGER,
    AgeSD REAL,
    Gender TEXT,
    GenderConfidence REAL,
    Emotion TEXT,
    EmotionConfidence REAL,
    Attractive REAL,
    FaceQuality REAL,
    Sharpness REAL,
    Glasses TEXT,
    GlassesConfidence REAL,
    Hat TEXT,
    HatConfidence REAL,
    Mask TEXT,
    MaskConfidence REAL,
    Beard TEXT,
    BeardConfidence REAL,
    Mouth TEXT,
    MouthConfidence REAL,
    PRIMARY KEY (FileId, Ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE FileAddress (
    FileId INTEGER NOT NULL REFERENCES File ON DELETE CASCADE,
    Ordinal INTEGER NOT NULL,
    Country TEXT,
    Province TEXT,
    City TEXT,
    District TEXT,
    Township TEXT,
    AddressLine TEXT,
    Language TEXT,
    PRIMARY KEY (FileId, Ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE FileVideoStream (
    FileId INTEGER NOT NULL REFERENCES File ON DELETE CASCADE,
    Ordinal INTEGER NOT NULL,
    "Index" INTEGER,
    Language TEXT,
    CodecName TEXT,
    CodecLongName TEXT,
    CodecTimeBase TEXT,
    CodecTagString TEXT,
    CodecTag TEXT,
    Profile TEXT,
    Width INTEGER,
    Height INTEGER,
    HasBFrames INTEGER,
    SampleAspectRatio TEXT,
    DisplayAspectRatio TEXT,
    PixelFormat TEXT,
    Level INTEGER,
    FrameRate TEXT,
    AverageFrameRate TEXT,
    TimeBase TEXT,
    StartTime REAL,
    Duration REAL,
    Bitrate INTEGER,
    FrameCount INTEGER,
    Rotate TEXT,
    BitDepth INTEGER,
    ColorSpace TEXT,
    ColorRange TEXT,
    ColorTransfer TEXT,
    ColorPrimaries TEXT,
    PRIMARY KEY (FileId, Ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE FileAudioStream (
    FileId INTEGER NOT NULL REFERENCES File ON DELETE CASCADE,
    Ordinal INTEGER NOT NULL,
    "Index" INTEGER,
    Language TEXT,
    CodecName TEXT,
    CodecLongName TEXT,
    CodecTimeBase TEXT,
    CodecTagString TEXT,
    CodecTag TEXT,
    SampleFormat TEXT,
    SampleRate INTEGER,
    Channels INTEGER,
    ChannelLayout TEXT,
    TimeBase TEXT,
    StartTime REAL,
    Duration REAL,
    Bitrate INTEGER,
    FrameCount INTEGER,
    Lyric TEXT,
    PRIMARY KEY (FileId, Ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE FileSubtitle (
    FileId INTEGER NOT NULL REFERENCES File ON DELETE CASCADE,
    Ordinal INTEGER NOT NULL,
    "Index" INTEGER,
    Language TEXT,
    CodecName TEXT,
    CodecLongName TEXT,
    CodecTagString TEXT,
    CodecTag TEXT,
    StartTime REAL,
    Duration REAL,
    Bitrate INTEGER,
    Content TEXT,
    Width INTEGER,
    Height INTEGER,
    PRIMARY KEY (FileId, Ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX FileLabelByName ON FileLabel (FileId >> 32, LabelName, FileId, LabelConfidence, Repeats);

  -- The entries of CustomLabels, OSSTagging and OSSUserMeta. Where IMM takes upper and lower case for the same, keys and
  -- folded values are in lower case.
  CREATE TABLE FileEntry (
    FileId INTEGER NOT NULL REFERENCES File ON DELETE CASCADE,
    Map TEXT NOT NULL,
    EntryKey TEXT NOT NULL,
    FoldedValue TEXT NOT NULL,
    Value TEXT NOT NULL,
    PRIMARY KEY (FileId, Map, EntryKey, FoldedValue)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX FileEntryByValue ON FileEntry (FileId >> 32, Map, EntryKey, FoldedValue, FileId, Value);

  -- An R*Tree rounds to 32 bits, so that the exact place stands beside.
  CREATE VIRTUAL TABLE FilePlace USING rtree (
    FileId, MinDataset, MaxDataset, MinLatitude, MaxLatitude, MinLongitude, MaxLongitude, +Latitude REAL, +Longitude REAL
  );

  -- The words of a file, divided before they come here: in Chinese each character is one.
  CREATE VIRTUAL TABLE FileText USING fts5 (
    Filename, Title, Artist, AlbumArtist, Composer, Performer, Album, OCRTexts, Labels, CustomLabels, Text,
    content = '', contentless_delete = 1, tokenize = 'ascii'
  );
  CREATE TRIGGER FileUnsearchable AFTER DELETE ON File WHEN old.ObjectStatus = 'Indexed' BEGIN
    DELETE FROM FileText WHERE rowid = old.FileId;
    DELETE FROM FilePlace WHERE FileId = old.FileId;
  END;

  -- Indexed files that searches don't know yet.
  CREATE TABLE UnsearchableFile (FileId INTEGER PRIMARY KEY REFERENCES File ON DELETE CASCADE) STRICT;
  INSERT INTO UnsearchableFile SELECT FileId FROM File WHERE ObjectStatus = 'Indexed';
  `;
