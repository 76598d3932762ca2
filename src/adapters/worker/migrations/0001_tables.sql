-- The tables of src/adapters/core/sql/schema.ts, which Node makes by itself; a test keeps the two alike.
CREATE TABLE IF NOT EXISTS conversations (id TEXT PRIMARY KEY, touched INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS conversations_touched ON conversations (touched);
CREATE TABLE IF NOT EXISTS answers (
  id TEXT PRIMARY KEY,
  conversation TEXT NOT NULL,
  place INTEGER NOT NULL,
  reason TEXT,
  at INTEGER NOT NULL,
  content TEXT NOT NULL,
  UNIQUE (conversation, place)
);
CREATE TABLE IF NOT EXISTS feedback (answer TEXT PRIMARY KEY, at INTEGER NOT NULL, content TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS feedback_at ON feedback (at);
CREATE TABLE IF NOT EXISTS slack_jobs (
  id TEXT PRIMARY KEY,
  claim TEXT NOT NULL,
  done INTEGER NOT NULL,
  at INTEGER NOT NULL,
  content TEXT NOT NULL,
  post TEXT
);
CREATE INDEX IF NOT EXISTS slack_jobs_done ON slack_jobs (done, at);
CREATE TABLE IF NOT EXISTS slack_claims (job TEXT PRIMARY KEY, claimant TEXT NOT NULL, until INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS slack_threads (thread TEXT PRIMARY KEY, conversation TEXT NOT NULL, at INTEGER NOT NULL);
