/**
 * Places where a crash test ends the process as a power cut would. Outside such a test a failpoint does nothing: it acts only when the
 * variable TERMIJN_FAILPOINT names it, and the only thing it can do is stop the program. A test collects all calls and holds them against
 * this list, so that no step between two writes to disk loses its crash test unnoticed.
 */
export const failpointNames = [
  'create.before-rename',
  'create.after-rename',
  'migrate.after-backup',
  'migrate.after-begin',
  'migrate.after-sql',
  'migrate.before-commit',
  'migrate.after-commit',
  'backup.after-copy',
  'backup.before-rename',
  'backup.after-rename',
  'restore.after-copy',
  'restore.after-set-aside',
  'restore.after-swap',
  'outbox.before-claim',
  'outbox.after-claim',
  'outbox.after-send',
  'outbox.after-mark',
] as const;
export type FailpointName = (typeof failpointNames)[number];

/** Ends this process at once, without any clean-up, when the test that started it armed this name. */
export function failpoint(name: FailpointName): void {
  if (process.env['TERMIJN_FAILPOINT'] === name) process.kill(process.pid, 'SIGKILL');
}
