/**
 * How the embedded server is set for a small machine that also runs the application. Given on the command line at
 * every start, so that a new version of the program changes them without touching the data folder.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  // A book of 100,000 open claims with its indexes is larger than the usual 128: matching it takes a third longer then.
  // The memory is taken as pages are used, so that a small book costs no more than before.
  shared_buffers: '384MB',
  effective_cache_size: '512MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  min_wal_size: '80MB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  // Compiling a query costs more than our short ones take.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  // Statements carry names and amounts of debtors: they stay out of the log, even when they fail.
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
};

/** The server's arguments: our settings, the socket's place, then what the caller changes (tests only). */
export function startupArguments(
  socketFolder: string,
  port: number,
  changed: Readonly<Record<string, string>>,
): readonly string[] {
  const all = { ...SETTINGS, unix_socket_directories: socketFolder, port: String(port), ...changed };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
