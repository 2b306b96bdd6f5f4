-- A charge is booked when its call ends, before the request it belongs to is recorded: no reference.
CREATE TABLE ledger_3 (
  entry            ${identity},
  attempt          TEXT NOT NULL UNIQUE,
  request          TEXT NOT NULL,
  tenant           TEXT NOT NULL,
  feature          TEXT NOT NULL,
  rung             TEXT NOT NULL,
  model            TEXT NOT NULL,
  caller           TEXT,
  micros           BIGINT,
  currency         TEXT,
  input            BIGINT NOT NULL,
  cache_read       BIGINT NOT NULL,
  cache_write      BIGINT NOT NULL,
  cache_write_hour BIGINT NOT NULL,
  output           BIGINT NOT NULL,
  thinking         BIGINT NOT NULL,
  tier             TEXT,
  state            TEXT NOT NULL,
  estimated        BIGINT NOT NULL,
  price            TEXT,
  booked           BIGINT NOT NULL
);
INSERT INTO ledger_3 (attempt, request, tenant, feature, rung, model, micros, currency, input,
    cache_read, cache_write, cache_write_hour, output, thinking, state, estimated, booked)
  SELECT request || '/' || rung || '#' || entry, request, tenant, feature, rung, rung, micros,
    currency, 0, 0, 0, 0, 0, 0, 'settled', 0, booked
  FROM ledger ORDER BY entry;
DROP TABLE ledger;
ALTER TABLE ledger_3 RENAME TO ledger;

CREATE INDEX ledger_by_request ON ledger (request);
CREATE INDEX ledger_by_day ON ledger (tenant, booked);
-- A budget of all tenants counts the rows of a window once, when the window begins.
CREATE INDEX ledger_by_time ON ledger (booked);

CREATE TABLE reservations (
  attempt  TEXT PRIMARY KEY,
  request  TEXT NOT NULL,
  tenant   TEXT NOT NULL,
  feature  TEXT NOT NULL,
  rung     TEXT NOT NULL,
  model    TEXT NOT NULL,
  caller   TEXT,
  micros   BIGINT,
  currency TEXT,
  server   TEXT NOT NULL,
  held     BIGINT NOT NULL
)${keyed};

-- Settled and held together, in the budget's currency; always the sum of the rows above.
CREATE TABLE budget_use (
  scope  TEXT NOT NULL,
  began  BIGINT NOT NULL,
  micros BIGINT NOT NULL,
  PRIMARY KEY (scope, began)
)${keyed};
