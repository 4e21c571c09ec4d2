import type { DatabaseSync } from 'node:sqlite';

/** Each runs once, in order, in one transaction with the note that it ran. Never change one that was released. */
const migrations: readonly string[] = [
  `CREATE TABLE clinics (
     id TEXT PRIMARY KEY, ydernummer TEXT NOT NULL, name TEXT NOT NULL, searchable TEXT NOT NULL, facts TEXT NOT NULL
   ) STRICT;
   CREATE INDEX clinics_by_ydernummer ON clinics (ydernummer);

   CREATE TABLE visits (
     id TEXT PRIMARY KEY, clinic_id TEXT NOT NULL REFERENCES clinics (id), state TEXT NOT NULL,
     active INTEGER NOT NULL, joined_by TEXT NOT NULL, agreed_at TEXT, arrived_at TEXT NOT NULL,
     claimed_by TEXT, room_id TEXT, presence TEXT NOT NULL, consent_id TEXT, test INTEGER NOT NULL,
     started_at TEXT, ended_at TEXT, due_at TEXT, citizen_ix TEXT, facts TEXT NOT NULL, personal BLOB NOT NULL
   ) STRICT;
   CREATE INDEX visits_active ON visits (clinic_id) WHERE active = 1;
   CREATE INDEX visits_by_joiner ON visits (joined_by) WHERE active = 1;
   CREATE INDEX visits_by_room ON visits (room_id) WHERE room_id IS NOT NULL;
   CREATE INDEX visits_by_consent ON visits (consent_id) WHERE active = 1 AND consent_id IS NOT NULL;
   CREATE INDEX visits_finished ON visits (clinic_id, ended_at)
     WHERE state = 'ended' AND test = 0 AND started_at IS NOT NULL;
   CREATE INDEX visits_due ON visits (due_at) WHERE due_at IS NOT NULL;

   CREATE TABLE sessions (
     id TEXT PRIMARY KEY, token_hash TEXT NOT NULL UNIQUE, principal_id TEXT NOT NULL, device_hash TEXT,
     expires_at TEXT NOT NULL, live INTEGER NOT NULL, facts TEXT NOT NULL, personal BLOB NOT NULL
   ) STRICT;
   CREATE INDEX sessions_by_principal ON sessions (principal_id) WHERE live = 1;
   CREATE INDEX sessions_by_device ON sessions (device_hash) WHERE live = 1;
   CREATE INDEX sessions_by_expiry ON sessions (expires_at);

   CREATE TABLE invites (
     id TEXT PRIMARY KEY, clinic_id TEXT NOT NULL REFERENCES clinics (id),
     visit_id TEXT NOT NULL REFERENCES visits (id), guest_id TEXT NOT NULL UNIQUE, token_hash TEXT NOT NULL UNIQUE,
     status TEXT NOT NULL, sent_at TEXT NOT NULL, expires_at TEXT NOT NULL, unopened INTEGER NOT NULL,
     facts TEXT NOT NULL, personal BLOB NOT NULL
   ) STRICT;
   CREATE INDEX invites_by_clinic ON invites (clinic_id, sent_at);
   CREATE INDEX invites_by_visit ON invites (visit_id);
   CREATE INDEX invites_due ON invites (expires_at) WHERE unopened = 1;

   CREATE TABLE consents (id TEXT PRIMARY KEY, facts TEXT NOT NULL) STRICT;

   CREATE TABLE idempotency (
     scope TEXT NOT NULL, key TEXT NOT NULL, request_hash TEXT NOT NULL, at TEXT NOT NULL, answer BLOB NOT NULL,
     PRIMARY KEY (scope, key)
   ) STRICT;
   CREATE INDEX idempotency_by_age ON idempotency (at);

   CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL) STRICT;
   INSERT INTO probe VALUES (1, 0);`,

  `CREATE TABLE members (
     id TEXT PRIMARY KEY, clinic_id TEXT NOT NULL REFERENCES clinics (id), principal_id TEXT, code_hash TEXT UNIQUE,
     listed INTEGER NOT NULL, facts TEXT NOT NULL, personal BLOB NOT NULL
   ) STRICT;
   CREATE INDEX members_by_clinic ON members (clinic_id) WHERE listed = 1;
   CREATE INDEX members_by_principal ON members (principal_id) WHERE principal_id IS NOT NULL;`,

  `ALTER TABLE clinics ADD COLUMN turns_at TEXT;
   CREATE INDEX clinics_turning ON clinics (turns_at) WHERE turns_at IS NOT NULL;`,

  `ALTER TABLE invites ADD COLUMN code_group TEXT;
   CREATE INDEX invites_by_code ON invites (code_group) WHERE code_group IS NOT NULL;`,

  `ALTER TABLE invites ADD COLUMN attempt_id TEXT;
   CREATE INDEX invites_by_attempt ON invites (attempt_id) WHERE attempt_id IS NOT NULL;

   CREATE TABLE sms (
     attempt_id TEXT PRIMARY KEY, invite_id TEXT NOT NULL REFERENCES invites (id), sending INTEGER NOT NULL,
     due_at TEXT NOT NULL, tries INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX sms_due ON sms (due_at) WHERE sending = 0;
   CREATE INDEX sms_sending ON sms (attempt_id) WHERE sending = 1;`,

  `CREATE TABLE sms_counts (key_ix TEXT NOT NULL, at TEXT NOT NULL) STRICT;
   CREATE INDEX sms_counts_by_key ON sms_counts (key_ix, at);
   CREATE INDEX sms_counts_by_age ON sms_counts (at);`,

  // Visits that named nobody themselves were not looked at again, and their invitations kept names and numbers.
  `UPDATE visits SET due_at = strftime('%Y-%m-%dT%H:%M:%fZ', ended_at, '+1 day')
   WHERE active = 0 AND due_at IS NULL AND ended_at IS NOT NULL AND id IN (SELECT visit_id FROM invites);`,

  'CREATE INDEX IF NOT EXISTS visits_over ON visits (clinic_id, ended_at) WHERE active = 0;',
];

/** Brings a database of any earlier version to this one. */
export const migrate = (database: DatabaseSync, now: () => string): void => {
  database.exec(
    'CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT',
  );
  const row = database.prepare('SELECT coalesce(max(version), 0) AS version FROM migrations').get();
  const version = Number(row?.['version'] ?? 0);
  if (version > migrations.length) throw new Error('The database belongs to a later version of the server.');
  for (const [offset, sql] of migrations.slice(version).entries()) {
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(sql);
      database.prepare('INSERT INTO migrations VALUES (?, ?)').run(version + offset + 1, now());
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }
};
