CREATE TABLE files (
  request    TEXT PRIMARY KEY,
  tenant     TEXT NOT NULL,
  name       TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes      ${bytes} NOT NULL,
  document   ${bytes} NOT NULL
);
