-- Version 1: everything of DESIGN section 6. Identifiers are text UUIDs; a
-- missing value is NULL; lists are JSON arrays; "deleted" rows are tombstones.

CREATE TABLE project (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  codebook TEXT NOT NULL REFERENCES codebook(id) DEFERRABLE INITIALLY DEFERRED,
  extra    TEXT
) STRICT;

CREATE TABLE annotator (
  id      TEXT PRIMARY KEY,
  name    TEXT NOT NULL UNIQUE,
  role    TEXT NOT NULL CHECK (role IN ('annotator', 'supervisor')),
  deleted INTEGER NOT NULL DEFAULT 0,
  extra   TEXT
) STRICT;

-- A device is one installation working on one copy of the file. "token" changes
-- with the first edit after an opening and again at closing: in a copy, or in a
-- restored backup, it is not the newest one, and so that becomes a device of
-- its own.
CREATE TABLE device (
  id      TEXT PRIMARY KEY,
  token   TEXT NOT NULL,
  created INTEGER NOT NULL
) STRICT;

CREATE TABLE codebook (
  id      TEXT PRIMARY KEY,
  body    TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE entity (
  id          TEXT PRIMARY KEY,
  key         TEXT NOT NULL,
  name_ar     TEXT,
  name_en     TEXT,
  type        TEXT,
  parent      TEXT REFERENCES entity(id) DEFERRABLE INITIALLY DEFERRED,
  aliases     TEXT,
  lat         TEXT,
  lon         TEXT,
  pcode       TEXT,
  merged_into TEXT REFERENCES entity(id) DEFERRABLE INITIALLY DEFERRED,
  deleted     INTEGER NOT NULL DEFAULT 0,
  extra       TEXT
) STRICT;
CREATE UNIQUE INDEX entity_key ON entity(key) WHERE deleted = 0;

CREATE TABLE article (
  id              TEXT PRIMARY KEY,
  sha256          TEXT NOT NULL,
  title           TEXT,
  length          INTEGER NOT NULL,
  language        TEXT,
  file            TEXT,
  outlet          TEXT,
  url             TEXT,
  author          TEXT,
  published       TEXT,
  published_basis TEXT,
  raw_sha256      TEXT,
  decoding        TEXT,
  duplicate       INTEGER NOT NULL DEFAULT 0,
  external_id     TEXT,
  deleted         INTEGER NOT NULL DEFAULT 0,
  extra           TEXT
) STRICT;
CREATE UNIQUE INDEX article_sha256 ON article(sha256) WHERE deleted = 0;

-- The text is apart from the facts: it never changes. "folded" is the shadow
-- that the search reads.
CREATE TABLE article_text (
  number  INTEGER PRIMARY KEY,
  article TEXT NOT NULL UNIQUE REFERENCES article(id),
  text    TEXT NOT NULL,
  folded  TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE article_words USING fts5(
  folded, content='article_text', content_rowid='number', tokenize='unicode61', detail='none', columnsize=0);
CREATE VIRTUAL TABLE article_letters USING fts5(
  folded, content='article_text', content_rowid='number', tokenize='trigram', detail='none', columnsize=0);

CREATE TABLE record (
  id          TEXT PRIMARY KEY,
  article     TEXT NOT NULL REFERENCES article(id),
  annotator   TEXT NOT NULL REFERENCES annotator(id),
  kind        TEXT NOT NULL CHECK (kind IN ('annotation', 'adjudication')),
  cites       TEXT,
  status      TEXT NOT NULL CHECK (status IN ('in_progress', 'submitted')),
  relevance   TEXT,
  note        TEXT,
  codebook    TEXT NOT NULL,
  external_id TEXT,
  deleted     INTEGER NOT NULL DEFAULT 0,
  extra       TEXT
) STRICT;
CREATE UNIQUE INDEX record_owner ON record(article, annotator, kind) WHERE deleted = 0;

CREATE TABLE span (
  id      TEXT PRIMARY KEY,
  record  TEXT NOT NULL REFERENCES record(id),
  item    TEXT NOT NULL,
  field   TEXT,
  entity  TEXT REFERENCES entity(id),
  start   INTEGER NOT NULL CHECK (start >= 0),
  "end"   INTEGER NOT NULL CHECK ("end" > start),
  text    TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  extra   TEXT
) STRICT;
CREATE INDEX span_record ON span(record);

CREATE TABLE actor (
  id           TEXT PRIMARY KEY,
  record       TEXT NOT NULL REFERENCES record(id),
  entity       TEXT REFERENCES entity(id),
  role         TEXT,
  mention_type TEXT,
  certainty    TEXT,
  note         TEXT,
  origin       TEXT,
  codebook     TEXT,
  external_id  TEXT,
  deleted      INTEGER NOT NULL DEFAULT 0,
  extra        TEXT
) STRICT;
CREATE INDEX actor_record ON actor(record);

CREATE TABLE location (
  id          TEXT PRIMARY KEY,
  record      TEXT NOT NULL REFERENCES record(id),
  entity      TEXT REFERENCES entity(id),
  role        TEXT,
  relation    TEXT,
  precision   TEXT,
  certainty   TEXT,
  note        TEXT,
  origin      TEXT,
  codebook    TEXT,
  external_id TEXT,
  deleted     INTEGER NOT NULL DEFAULT 0,
  extra       TEXT
) STRICT;
CREATE INDEX location_record ON location(record);

CREATE TABLE count (
  id           TEXT PRIMARY KEY,
  record       TEXT NOT NULL REFERENCES record(id),
  kind         TEXT,
  unit         TEXT,
  who          TEXT,
  who_status   TEXT,
  "by"         TEXT,
  modifier     TEXT,
  value        TEXT,
  min          TEXT,
  max          TEXT,
  claimed_by   TEXT,
  claim_status TEXT,
  "to"         TEXT REFERENCES entity(id),
  date         TEXT,
  period       TEXT,
  cumulative   INTEGER NOT NULL DEFAULT 0,
  implicit     INTEGER NOT NULL DEFAULT 0,
  links        TEXT,
  certainty    TEXT,
  note         TEXT,
  origin       TEXT,
  codebook     TEXT,
  external_id  TEXT,
  deleted      INTEGER NOT NULL DEFAULT 0,
  extra        TEXT
) STRICT;
CREATE INDEX count_record ON count(record);

CREATE TABLE tactic (
  id          TEXT PRIMARY KEY,
  record      TEXT NOT NULL REFERENCES record(id),
  code        TEXT,
  initiator   TEXT,
  target      TEXT,
  success     INTEGER,
  certainty   TEXT,
  note        TEXT,
  origin      TEXT,
  codebook    TEXT,
  external_id TEXT,
  deleted     INTEGER NOT NULL DEFAULT 0,
  extra       TEXT
) STRICT;
CREATE INDEX tactic_record ON tactic(record);

CREATE TABLE date (
  id          TEXT PRIMARY KEY,
  record      TEXT NOT NULL REFERENCES record(id),
  type        TEXT,
  start       TEXT,
  "end"       TEXT,
  precision   TEXT,
  basis       TEXT,
  certainty   TEXT,
  note        TEXT,
  origin      TEXT,
  codebook    TEXT,
  external_id TEXT,
  deleted     INTEGER NOT NULL DEFAULT 0,
  extra       TEXT
) STRICT;
CREATE INDEX date_record ON date(record);

CREATE TABLE event (
  id          TEXT PRIMARY KEY,
  record      TEXT NOT NULL REFERENCES record(id),
  title       TEXT,
  date        TEXT,
  members     TEXT,
  certainty   TEXT,
  note        TEXT,
  origin      TEXT,
  codebook    TEXT,
  external_id TEXT,
  deleted     INTEGER NOT NULL DEFAULT 0,
  extra       TEXT
) STRICT;
CREATE INDEX event_record ON event(record);

-- The journal. "rows" is a JSON array of {"table", "before", "after"}.
CREATE TABLE edit (
  device          TEXT NOT NULL REFERENCES device(id),
  seq             INTEGER NOT NULL,
  time            INTEGER NOT NULL,
  author          TEXT REFERENCES annotator(id),
  scope           TEXT NOT NULL,
  article         TEXT,
  label           TEXT NOT NULL,
  undoes_device   TEXT,
  undoes_seq      INTEGER,
  selection_start INTEGER NOT NULL DEFAULT 0,
  selection_end   INTEGER NOT NULL DEFAULT 0,
  rows            TEXT NOT NULL,
  PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX edit_time ON edit(time);
CREATE INDEX edit_history ON edit(scope, article, author, time);
