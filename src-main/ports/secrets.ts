/**
 * Passwords. `backend` says how safe the store is: `system` = the operating system's own key store, `key-file` = a key in a file with
 * mode 0600 beside the data, `session` = nothing is stored and the user is asked each session.
 */
export interface Secrets {
  readonly backend: 'system' | 'key-file' | 'session';
  get(name: string): Promise<string | null>;
  set(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
}
