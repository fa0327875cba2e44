/**
 * Functions that reach past a read-only transaction: they change the session, the server's files, other connections or other
 * servers, or they are not undone with it. The transaction alone stops all that write to tables and sequences; this list
 * makes the rest a clear refusal. It does not look into views and functions, so the rights of the connection's role are
 * what bounds a query in the end.
 */
export function isForbidden(name: string): boolean {
  return (
    FORBIDDEN.has(name) || /^(?:dblink(?:_|$)|pg_replication_|pg_stat_reset|pg_logical_slot_)/.test(name)
  );
}

const FORBIDDEN: ReadonlySet<string> = new Set([
  "set_config",
  "nextval",
  "setval",
  "lo_creat",
  "lo_create",
  "lo_export",
  "lo_from_bytea",
  "lo_import",
  "lo_open",
  "lo_put",
  "lo_truncate",
  "lo_truncate64",
  "lo_unlink",
  "lowrite",
  "pg_advisory_lock",
  "pg_advisory_lock_shared",
  "pg_advisory_unlock_all",
  "pg_backup_start",
  "pg_backup_stop",
  "pg_cancel_backend",
  "pg_copy_logical_replication_slot",
  "pg_copy_physical_replication_slot",
  "pg_create_logical_replication_slot",
  "pg_create_physical_replication_slot",
  "pg_create_restore_point",
  "pg_drop_replication_slot",
  "pg_file_rename",
  "pg_file_sync",
  "pg_file_unlink",
  "pg_file_write",
  "pg_import_system_collations",
  "pg_log_backend_memory_contexts",
  "pg_logical_emit_message",
  "pg_notify",
  "pg_promote",
  "pg_reload_conf",
  "pg_rotate_logfile",
  "pg_start_backup",
  "pg_stat_statements_reset",
  "pg_stop_backup",
  "pg_switch_wal",
  "pg_terminate_backend",
  "pg_wal_replay_pause",
  "pg_wal_replay_resume",
]);
