-- Times become microseconds since 1970: they sort the same way everywhere, and cost half the bytes.
CREATE TABLE requests_2 (
  id              TEXT PRIMARY KEY,
  tenant          TEXT NOT NULL,
  feature         TEXT NOT NULL,
  idempotency_key TEXT,
  cache_key       TEXT,
  input           TEXT NOT NULL,
  fields          TEXT NOT NULL,
  outcome         TEXT NOT NULL,
  rung            TEXT NOT NULL,
  answer          TEXT NOT NULL,
  audit           BIGINT NOT NULL,
  created         BIGINT NOT NULL
);
INSERT INTO requests_2
  SELECT id, tenant, feature, idempotency_key, cache_key, input, fields, outcome, outcome, answer, 0, ${micros}
  FROM requests;

-- 0001 could not hold verdicts: what is open there is open here, without a due time.
CREATE TABLE reviews_2 (
  id           TEXT PRIMARY KEY,
  request      TEXT NOT NULL REFERENCES requests_2 (id),
  tenant       TEXT NOT NULL,
  feature      TEXT NOT NULL,
  proposal     TEXT,
  cause        TEXT NOT NULL,
  reason       TEXT NOT NULL,
  state        TEXT NOT NULL,
  escalated    BIGINT NOT NULL,
  version      BIGINT NOT NULL,
  holder       TEXT,
  leased_until BIGINT NOT NULL,
  created      BIGINT NOT NULL,
  due          BIGINT,
  place        BIGINT NOT NULL,
  decision     TEXT,
  value        TEXT,
  why          TEXT,
  reviewer     TEXT,
  decided      BIGINT,
  effective    BIGINT
);
INSERT INTO reviews_2 (id, request, tenant, feature, proposal, cause, reason, state, escalated, version, leased_until, created, place)
  SELECT id, request, tenant, feature, proposal, 'low_margin', reason, state, 0, 0, 0, ${micros}, ${micros} + 31536000000000
  FROM reviews;

CREATE TABLE ledger_2 (
  entry    ${identity},
  request  TEXT NOT NULL REFERENCES requests_2 (id),
  tenant   TEXT NOT NULL,
  feature  TEXT NOT NULL,
  rung     TEXT NOT NULL,
  micros   BIGINT NOT NULL,
  currency TEXT NOT NULL,
  booked   BIGINT NOT NULL
);
-- What cost nothing is not booked any more.
INSERT INTO ledger_2 (request, tenant, feature, rung, micros, currency, booked)
  SELECT l.request, l.tenant, l.feature, l.rung, l.micros, l.currency, q.created
  FROM ledger l JOIN requests_2 q ON q.id = l.request WHERE l.micros <> 0 ORDER BY l.entry;

DROP TABLE ledger;
DROP TABLE reviews;
DROP TABLE requests;
ALTER TABLE requests_2 RENAME TO requests;
ALTER TABLE reviews_2 RENAME TO reviews;
ALTER TABLE ledger_2 RENAME TO ledger;

CREATE UNIQUE INDEX requests_by_idempotency_key
  ON requests (tenant, feature, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX requests_by_cache_key ON requests (tenant, cache_key) WHERE cache_key IS NOT NULL;
CREATE INDEX requests_by_day ON requests (tenant, feature, created, rung);
CREATE INDEX ledger_by_day ON ledger (tenant, booked);

CREATE UNIQUE INDEX reviews_by_request ON reviews (request);
-- They hold the state although it is always open: then the counts of a long queue read no row.
CREATE INDEX reviews_open ON reviews (tenant, escalated, place, id, state) WHERE state = 'open';
CREATE INDEX reviews_open_by_feature ON reviews (tenant, feature, escalated, place, id, state) WHERE state = 'open';
CREATE INDEX reviews_overdue ON reviews (tenant, due, feature, state) WHERE state = 'open' AND due IS NOT NULL;
CREATE INDEX reviews_held ON reviews (tenant, holder) WHERE holder IS NOT NULL;
CREATE INDEX reviews_due ON reviews (due) WHERE state = 'open' AND due IS NOT NULL;
CREATE INDEX reviews_decided ON reviews (tenant, decided) WHERE state = 'decided';
CREATE INDEX reviews_judged ON reviews (feature, effective) WHERE state = 'decided';
CREATE INDEX reviews_by_reviewer ON reviews (tenant, reviewer, decided) WHERE state = 'decided';

CREATE TABLE skips (
  person TEXT NOT NULL,
  review TEXT NOT NULL REFERENCES reviews (id),
  PRIMARY KEY (person, review)
);

CREATE TABLE deliveries (
  id       TEXT NOT NULL,
  target   TEXT NOT NULL,
  tenant   TEXT NOT NULL,
  feature  TEXT NOT NULL,
  review   TEXT NOT NULL,
  body     TEXT NOT NULL,
  state    TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  due      BIGINT NOT NULL,
  claimed  BIGINT NOT NULL,
  created  BIGINT NOT NULL,
  error    TEXT,
  PRIMARY KEY (id, target)
);
CREATE INDEX deliveries_waiting ON deliveries (due) WHERE state = 'waiting';
CREATE INDEX deliveries_by_review ON deliveries (review);
CREATE INDEX deliveries_by_tenant ON deliveries (tenant, created);

CREATE TABLE api_keys (
  id      TEXT PRIMARY KEY,
  name    TEXT NOT NULL,
  tenant  TEXT NOT NULL,
  role    TEXT NOT NULL,
  hash    TEXT NOT NULL UNIQUE,
  created BIGINT NOT NULL,
  revoked BIGINT
);

CREATE TABLE users (
  name     TEXT PRIMARY KEY,
  tenant   TEXT NOT NULL,
  role     TEXT NOT NULL,
  password TEXT NOT NULL,
  created  BIGINT NOT NULL
);

CREATE TABLE sessions (
  hash   TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES users (name),
  ends   BIGINT NOT NULL
);

CREATE TABLE models (
  feature      TEXT NOT NULL,
  version      BIGINT NOT NULL,
  origin       TEXT NOT NULL,
  examples     BIGINT NOT NULL,
  certificates TEXT NOT NULL,
  summary      TEXT NOT NULL,
  serving      BIGINT NOT NULL,
  bytes        ${bytes} NOT NULL,
  created      BIGINT NOT NULL,
  PRIMARY KEY (feature, version)
);

CREATE TABLE shuts (
  feature  TEXT NOT NULL,
  rung     TEXT NOT NULL,
  label    TEXT NOT NULL,
  audits   BIGINT NOT NULL,
  errors   BIGINT NOT NULL,
  promised ${double} NOT NULL,
  shut     BIGINT NOT NULL,
  PRIMARY KEY (feature, rung, label)
);

CREATE TABLE trainings (
  feature TEXT PRIMARY KEY,
  server  TEXT NOT NULL,
  ends    BIGINT NOT NULL
);
