/** Watched sources of files, and how they are. */

export type SourceKind = 'folder' | 'imap' | 'sftp' | 'push' | 'replies';

export interface SourceView {
  sourceId: string;
  kind: SourceKind;
  name: string;
  active: boolean;
  settings: SourceSettings;
  /** True when a password or key is kept (sealed); it is never given back. */
  hasSecret: boolean;
  everyMinutes: number;
  checkedAt: string | null;
  okAt: string | null;
  lastFileAt: string | null;
  /** What is wrong and what to do, in French; null when all is well. */
  trouble: { code: string; message: string } | null;
  state: 'never-checked' | 'well' | 'late' | 'failing' | 'paused';
  /** Files of the last thirty days, by what became of them. */
  recent: { imported: number; duplicate: number; refused: number; setAside: number };
  /** Checked again just before messages leave. */
  beforeSending: boolean;
}

export type SourceSettings =
  | { kind: 'folder'; path: string; subfolders: boolean; pattern: string | null }
  | {
      kind: 'imap';
      host: string;
      port: number;
      security: 'tls' | 'starttls' | 'none';
      username: string;
      mailbox: string;
      /** Only messages from these addresses or domains; empty: all. */
      senders: string[];
    }
  | {
      kind: 'sftp';
      host: string;
      port: number;
      username: string;
      path: string;
      /** SHA-256 of the host's key, accepted by a person on the first connection. */
      hostKey: string | null;
    }
  | { kind: 'push' }
  | {
      /** The mailbox that debtors answer to. */
      kind: 'replies';
      host: string;
      port: number;
      security: 'tls' | 'starttls' | 'none';
      username: string;
      mailbox: string;
      /** Nothing else comes there: a message that belongs to no case is kept for a person to sort. Else it is left alone. */
      dedicated: boolean;
      /** Marks as read, in the mailbox, the messages that were taken. */
      marksRead: boolean;
    };

export interface SourceFileView {
  key: string;
  fileName: string;
  seenAt: string;
  outcome: 'imported' | 'partly' | 'duplicate' | 'refused' | 'set-aside' | 'ignored';
  importId: string | null;
  message: string | null;
}
