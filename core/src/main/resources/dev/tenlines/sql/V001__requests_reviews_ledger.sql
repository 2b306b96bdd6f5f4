CREATE TABLE requests (
  id              TEXT PRIMARY KEY,
  tenant          TEXT NOT NULL,
  feature         TEXT NOT NULL,
  idempotency_key TEXT,
  cache_key       TEXT,
  input           TEXT NOT NULL,
  fields          TEXT NOT NULL,
  outcome         TEXT NOT NULL,
  answer          TEXT NOT NULL,
  created         TEXT NOT NULL
);
CREATE UNIQUE INDEX requests_by_idempotency_key
  ON requests (tenant, feature, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX requests_by_cache_key ON requests (tenant, cache_key) WHERE cache_key IS NOT NULL;

CREATE TABLE reviews (
  id       TEXT PRIMARY KEY,
  request  TEXT NOT NULL REFERENCES requests (id),
  tenant   TEXT NOT NULL,
  feature  TEXT NOT NULL,
  proposal TEXT,
  reason   TEXT NOT NULL,
  state    TEXT NOT NULL,
  created  TEXT NOT NULL
);
CREATE INDEX reviews_open ON reviews (tenant, feature, created) WHERE state = 'open';

CREATE TABLE ledger (
  entry    INTEGER PRIMARY KEY,
  request  TEXT NOT NULL REFERENCES requests (id),
  tenant   TEXT NOT NULL,
  feature  TEXT NOT NULL,
  rung     TEXT NOT NULL,
  micros   INTEGER NOT NULL,
  currency TEXT NOT NULL,
  booked   TEXT NOT NULL
);
