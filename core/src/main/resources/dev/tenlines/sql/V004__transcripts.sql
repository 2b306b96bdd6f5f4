CREATE TABLE transcripts (
  attempt TEXT PRIMARY KEY,
  request TEXT NOT NULL,
  tenant  TEXT NOT NULL,
  model   TEXT NOT NULL,
  sent    TEXT NOT NULL,
  said    TEXT,
  failure TEXT,
  kept    BIGINT NOT NULL
);
CREATE INDEX transcripts_by_request ON transcripts (tenant, request, attempt);
