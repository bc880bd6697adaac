import { t } from '../../texts/index.ts';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { type Draft, usualPort } from './draft.ts';

const text = t.sources.form;

export interface FieldsProps {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  problems: Partial<Record<keyof Draft, string>>;
  hasSecret: boolean;
}

function FolderFields({ draft, set, problems }: FieldsProps) {
  return (
    <>
      <TextField
        wide
        label={text.path}
        maxLength={4_000}
        hint={text.pathHint}
        value={draft.path}
        onValue={(path) => set({ path })}
        error={problems.path}
        spellCheck={false}
      />
      <TextField
        wide
        optional
        label={text.pattern}
        maxLength={500}
        hint={text.patternHint}
        value={draft.pattern}
        onValue={(pattern) => set({ pattern })}
        spellCheck={false}
      />
      <label className="choice wide">
        <input
          type="checkbox"
          checked={draft.subfolders}
          onChange={(event) => set({ subfolders: event.target.checked })}
        />
        <span>{text.subfolders}</span>
      </label>
    </>
  );
}

/** Server, port and credentials, the same for a mailbox and for SFTP. */
function ServerFields({ draft, set, problems, hasSecret }: FieldsProps) {
  return (
    <>
      <TextField
        label={text.host}
        maxLength={253}
        value={draft.host}
        onValue={(host) => set({ host, hostKey: null })}
        error={problems.host}
        spellCheck={false}
        autoComplete="off"
      />
      <TextField
        label={text.port}
        inputMode="numeric"
        placeholder={usualPort(draft)}
        value={draft.port}
        onValue={(port) => set({ port })}
        error={problems.port}
      />
      <TextField
        label={text.username}
        maxLength={254}
        value={draft.username}
        onValue={(username) => set({ username })}
        error={problems.username}
        spellCheck={false}
        autoComplete="off"
      />
      {draft.kind !== 'sftp' && (
        <TextField
          label={text.password}
          type="password"
          autoComplete="new-password"
          hint={hasSecret ? text.passwordKept : undefined}
          value={draft.secret}
          onValue={(secret) => set({ secret })}
          error={problems.secret}
        />
      )}
    </>
  );
}

function ImapFields(props: FieldsProps) {
  const { draft, set } = props;
  return (
    <>
      <SelectField
        wide
        label={text.security}
        value={draft.security}
        onValue={(security) => set({ security: security as Draft['security'] })}
        options={Object.entries(text.securities).map(([value, label]) => ({ value, label }))}
      />
      <ServerFields {...props} />
      <TextField label={text.mailbox} maxLength={500} value={draft.mailbox} onValue={(mailbox) => set({ mailbox })} />
      <TextAreaField
        wide
        optional
        rows={2}
        label={text.senders}
        hint={text.sendersHint}
        value={draft.senders}
        onValue={(senders) => set({ senders })}
      />
    </>
  );
}

function RepliesFields(props: FieldsProps) {
  const { draft, set } = props;
  return (
    <>
      <SelectField
        wide
        label={text.security}
        value={draft.security}
        onValue={(security) => set({ security: security as Draft['security'] })}
        options={Object.entries(text.securities).map(([value, label]) => ({ value, label }))}
      />
      <ServerFields {...props} />
      <TextField label={text.mailbox} maxLength={500} value={draft.mailbox} onValue={(mailbox) => set({ mailbox })} />
      <label className="choice wide">
        <input
          type="checkbox"
          checked={draft.dedicated}
          onChange={(event) => set({ dedicated: event.target.checked })}
        />
        <span>
          {text.dedicated}
          <span className="field-hint block">{text.dedicatedHint}</span>
        </span>
      </label>
      <label className="choice wide">
        <input
          type="checkbox"
          checked={draft.marksRead}
          onChange={(event) => set({ marksRead: event.target.checked })}
        />
        <span>{text.marksRead}</span>
      </label>
    </>
  );
}

function SftpFields(props: FieldsProps) {
  const { draft, set, problems, hasSecret } = props;
  return (
    <>
      <ServerFields {...props} />
      <TextField
        label={text.path}
        maxLength={4_000}
        value={draft.path}
        onValue={(path) => set({ path })}
        spellCheck={false}
      />
      <TextAreaField
        wide
        label={text.secretSftp}
        hint={hasSecret ? text.passwordKept : undefined}
        value={draft.secret}
        onValue={(secret) => set({ secret })}
        error={problems.secret}
      />
      <div className="wide small">
        <span className="field-label">{text.hostKey}</span>
        <p className="soft wrap-anywhere">{draft.hostKey ?? text.hostKeyHint}</p>
      </div>
    </>
  );
}

/** The fields that belong to one kind of source. */
export function KindFields(props: FieldsProps) {
  if (props.draft.kind === 'folder') return <FolderFields {...props} />;
  if (props.draft.kind === 'replies') return <RepliesFields {...props} />;
  if (props.draft.kind === 'imap') return <ImapFields {...props} />;
  return props.draft.kind === 'sftp' ? <SftpFields {...props} /> : null;
}
