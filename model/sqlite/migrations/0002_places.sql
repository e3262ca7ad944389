-- Gazetteers, for looking places up. They are reference data: an import is one
-- line of the journal, its rows are not. No foreign key leads from a name to its
-- place or from a place to its parent: each would need an index of its own, and
-- a source is written and removed as a whole.

-- One import of a source. It is "loading" until all of its places are in, then
-- "live"; the one it replaces is "leaving" until all of its places are gone and
-- "replaced" afterwards. "device" and "seq" are the journal's line.
CREATE TABLE place_source (
  id      INTEGER PRIMARY KEY,
  key     TEXT NOT NULL,
  name    TEXT NOT NULL,
  licence TEXT NOT NULL,
  url     TEXT,
  sha256  TEXT,
  places  INTEGER NOT NULL,
  state   TEXT NOT NULL CHECK (state IN ('loading', 'live', 'leaving', 'replaced')),
  device  TEXT,
  seq     INTEGER
) STRICT;
CREATE UNIQUE INDEX place_source_live ON place_source(key) WHERE state = 'live';

-- "parent" is the number of another place of the same source.
CREATE TABLE place (
  source     INTEGER NOT NULL REFERENCES place_source(id),
  number     INTEGER NOT NULL,
  key        TEXT NOT NULL,
  kind       TEXT NOT NULL,
  level      INTEGER,
  name_ar    TEXT,
  name_en    TEXT,
  aliases    TEXT,
  lat        TEXT,
  lon        TEXT,
  pcode      TEXT,
  parent     INTEGER,
  population INTEGER,
  PRIMARY KEY (source, number)
) STRICT, WITHOUT ROWID;

-- The table is its own index: one probe for each source finds the places of a
-- folded name, the best known first (the lowest weight).
CREATE TABLE place_name (
  source INTEGER NOT NULL,
  folded TEXT NOT NULL,
  weight INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (source, folded, weight, number)
) STRICT, WITHOUT ROWID;
