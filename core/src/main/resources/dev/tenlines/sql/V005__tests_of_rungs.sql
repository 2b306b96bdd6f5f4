-- Tests of language models on audits of their own proposals; the newest of a rung version counts.
CREATE TABLE rung_tests (
  feature      TEXT NOT NULL,
  rung         TEXT NOT NULL,
  tested       BIGINT NOT NULL,
  audits       BIGINT NOT NULL,
  certificates TEXT NOT NULL,
  PRIMARY KEY (feature, rung, tested)
)${keyed};
