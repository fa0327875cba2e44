-- A state file of version 2, as planhat-sync 0.1.0 left it: four records accepted, one on its way, one rejected. Never changed.
PRAGMA application_id = 1346917209;
PRAGMA user_version = 3;
CREATE TABLE scope (
    id INTEGER PRIMARY KEY,
    target TEXT NOT NULL,
    sync TEXT NOT NULL,
    records INTEGER NOT NULL,
    pending INTEGER NOT NULL,
    rejects INTEGER NOT NULL,
    rejects_left_out INTEGER NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
INSERT INTO scope VALUES (1, 'http://127.0.0.1', 'companies', 4, 0, 1, 0, 3076633574);
CREATE TABLE record (
    scope INTEGER NOT NULL REFERENCES scope (id),
    key BLOB NOT NULL,
    standing TEXT NOT NULL,
    accepted TEXT,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
  ) STRICT, WITHOUT ROWID;
INSERT INTO record VALUES (1, x'6330', 'settled', '{"fingerprint":"v1:8753ff25788c52f03aabedef866c09c6cdbcea4531b9b05269655982dfc1501f","fields":{"externalId":"c0","name":"Äcme","phase":"Trial","custom.Seats":1},"id":"6b06974c5a9db0c5a7000000"}', 902028536);
INSERT INTO record VALUES (1, x'6331', 'settled', '{"fingerprint":"v1:831c58838918afd0ed4ff3aefd4471d64a28424724e7109c2eee462a5cbb9aa5","fields":{"externalId":"c1","name":"Bolt","phase":"Customer","custom.Seats":2.5},"id":"6b06974c5a9db0c5a7000001"}', 3246847821);
INSERT INTO record VALUES (1, x'6332', 'settled', '{"fingerprint":"v1:8f0c055f0cd1884a628bb18ce8391ed244eb56275943df02d2ea1b5fb978fc39","fields":{"externalId":"c2","name":"Cöp, Ltd","phase":"","custom.Seats":3},"id":"6b06974c5a9db0c5a7000002"}', 3996373673);
INSERT INTO record VALUES (1, x'6333', 'settled', '{"fingerprint":"v1:863c337a90efcf55a62642c138c4b314494b5ca3b821f991a1422fe1ed5b1844","fields":{"externalId":"c3","name":"🙂","phase":"Trial","custom.Seats":0},"id":"6b06974c5a9db0c5a7000003"}', 2276202934);
CREATE TABLE reject (
    scope INTEGER NOT NULL REFERENCES scope (id),
    position INTEGER NOT NULL,
    run TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    rejection TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (scope, position)
  ) STRICT, WITHOUT ROWID;
INSERT INTO reject VALUES (1, 0, '20261125T080740-a03c97', 1, '{"sync":"companies","position":{"row":5,"file":"companies.csv","line":6},"key":"c5","rule":"required-field","field":"name","record":{"externalId":"c5","name":"","phase":"Trial","custom.Seats":6},"reason":{"code":"rejected-before","what":"The record did not get in.","detail":"\"name\" needs a value, and the row gives none. Fill it in the source, or give the expression a fallback such as: x ? x : \"…\"."}}', 3741418565);
CREATE TABLE watermark (
    scope INTEGER PRIMARY KEY REFERENCES scope (id),
    value TEXT NOT NULL,
    definition TEXT NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
CREATE TABLE run (
    number INTEGER PRIMARY KEY,
    target TEXT NOT NULL,
    id TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    status TEXT NOT NULL,
    syncs TEXT NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
INSERT INTO run VALUES (1, 'http://127.0.0.1', '20261125T080740-a03c97', 1795594060542, 1795594060651, 'partial', '[{"sync":"companies","object":"Company","summary":{"read":5,"created":4,"updated":0,"unchanged":0,"skipped":0,"rejected":1,"failed":0,"notAttempted":0},"calls":{"read":1,"write":1,"retried":0},"seconds":0.27109289299999956}]', 2938650201);
INSERT INTO run VALUES (2, 'http://127.0.0.1', '20261125T080749-420866', 1795594069223, NULL, 'running', '[]', 3125969931);
CREATE TABLE lease (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    fence INTEGER NOT NULL,
    holder TEXT,
    checksum INTEGER NOT NULL
  ) STRICT;
INSERT INTO lease VALUES (1, 2, NULL, 1844224455);
CREATE TABLE intent (
    id INTEGER PRIMARY KEY,
    scope INTEGER NOT NULL REFERENCES scope (id),
    keys TEXT NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
INSERT INTO intent VALUES (1, 1, '["c4"]', 2127942920);
