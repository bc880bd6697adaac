import type { SourceKind, SourceSettings, SourceView } from '@acquit/recovery';
import { t } from '../../texts/index.ts';

const text = t.sources.form;

/** What is typed in the form of a source, all kinds together, as texts. */
export interface Draft {
  kind: SourceKind;
  name: string;
  path: string;
  subfolders: boolean;
  pattern: string;
  host: string;
  port: string;
  security: 'tls' | 'starttls' | 'none';
  username: string;
  secret: string;
  mailbox: string;
  senders: string;
  hostKey: string | null;
  dedicated: boolean;
  marksRead: boolean;
  everyMinutes: number;
  beforeSending: boolean;
}

const EMPTY: Draft = {
  kind: 'folder',
  name: '',
  path: '',
  subfolders: false,
  pattern: '',
  host: '',
  port: '',
  security: 'tls',
  username: '',
  secret: '',
  mailbox: 'INBOX',
  senders: '',
  hostKey: null,
  dedicated: false,
  marksRead: false,
  everyMinutes: 15,
  beforeSending: false,
};

const PORTS = { tls: '993', starttls: '143', none: '143', sftp: '22' };

/** The port used when none is typed. */
export function usualPort({ kind, security }: Draft): string {
  return PORTS[kind === 'sftp' ? 'sftp' : security];
}

export function draftOf(source: SourceView | null): Draft {
  if (!source) return EMPTY;
  const { settings } = source;
  const common = {
    ...EMPTY,
    kind: source.kind,
    name: source.name,
    everyMinutes: source.everyMinutes,
    beforeSending: source.beforeSending,
  };
  if (settings.kind === 'folder')
    return { ...common, path: settings.path, subfolders: settings.subfolders, pattern: settings.pattern ?? '' };
  if (settings.kind === 'imap') {
    const { host, security, username, mailbox, senders } = settings;
    return { ...common, host, port: String(settings.port), security, username, mailbox, senders: senders.join('\n') };
  }
  if (settings.kind === 'replies') {
    const { host, security, username, mailbox, dedicated, marksRead } = settings;
    return { ...common, host, port: String(settings.port), security, username, mailbox, dedicated, marksRead };
  }
  if (settings.kind === 'sftp') {
    const { host, username, path, hostKey } = settings;
    return { ...common, host, port: String(settings.port), username, path, hostKey };
  }
  return common;
}

const portOf = (draft: Draft) => Number(draft.port.trim() || usualPort(draft));

export function settingsOf(draft: Draft): SourceSettings {
  const { kind, host, username, security } = draft;
  switch (kind) {
    case 'folder':
      return { kind, path: draft.path.trim(), subfolders: draft.subfolders, pattern: draft.pattern.trim() || null };
    case 'imap':
      return {
        kind,
        host: host.trim(),
        port: portOf(draft),
        security,
        username: username.trim(),
        mailbox: draft.mailbox.trim() || EMPTY.mailbox,
        senders: draft.senders.split(/[\s,;]+/).filter(Boolean),
      };
    case 'replies':
      return {
        kind,
        host: host.trim(),
        port: portOf(draft),
        security,
        username: username.trim(),
        mailbox: draft.mailbox.trim() || EMPTY.mailbox,
        dedicated: draft.dedicated,
        marksRead: draft.marksRead,
      };
    case 'sftp':
      return {
        kind,
        host: host.trim(),
        port: portOf(draft),
        username: username.trim(),
        path: draft.path.trim() || '.',
        hostKey: draft.hostKey,
      };
    default:
      return { kind: 'push' };
  }
}

/** What is missing or wrong, by field; empty when the form may be sent. */
export function problemsOf(draft: Draft, hasSecret: boolean): Partial<Record<keyof Draft, string>> {
  const problems: Partial<Record<keyof Draft, string>> = {};
  const { kind } = draft;
  const remote = kind === 'imap' || kind === 'sftp' || kind === 'replies';
  if (!draft.name.trim()) problems.name = text.nameMissing;
  if (kind === 'folder' && !draft.path.trim()) problems.path = text.pathMissing;
  if (remote && !draft.host.trim()) problems.host = text.hostMissing;
  if (remote && !(portOf(draft) >= 1 && portOf(draft) <= 65_535)) problems.port = text.portWrong;
  if (remote && !draft.username.trim()) problems.username = text.usernameMissing;
  if (remote && !draft.secret && !hasSecret) problems.secret = text.passwordMissing;
  return problems;
}
