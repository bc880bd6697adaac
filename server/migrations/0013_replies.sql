-- What debtors answer, and what comes back: messages read in a mailbox, each kept whole, once.

-- A mailbox of replies is watched like every source: its secret, lease, health and position are the source's own.
alter table source
  drop constraint source_kind_check,
  add constraint source_kind_check check (kind in ('folder', 'imap', 'sftp', 'push', 'replies'));

-- A reply finds its case by the message it answers, by who sent it, or by whom a bounce could not reach.
create index outbox_by_message_id on outbox (tenant_id, message_id) where message_id is not null;
alter table debtor add column email_key text collate "C" generated always as (lower(email collate "C")) stored;
create index debtor_by_email on debtor (tenant_id, email_key) where email_key is not null;
alter table debtor_contact add column email_key text collate "C" generated always as (lower(email collate "C")) stored;
create index debtor_contact_by_email on debtor_contact (tenant_id, email_key) where email_key is not null;

create table reply (
  tenant_id    uuid not null,
  reply_id     uuid not null,
  company_id   uuid not null,
  source_id    uuid not null,
  uid_validity text not null,
  uid          bigint not null,
  -- A digest of what the author wrote: the same message read in another mailbox, or in one renumbered, is the same.
  message_key  text collate "C" not null,
  message_id   text collate "C",
  -- The message as it came, byte for byte; null when it was too large to be taken.
  sha256       bytea,
  bytes        bigint not null,
  case_id      uuid,
  -- The act of ours that it answers, when its headers say so.
  action_id    uuid,
  joined_by    text check (joined_by in ('thread', 'reference', 'sender', 'number', 'person')),
  -- Cases it may belong to, while nobody has said which.
  candidates   uuid[] not null default '{}',
  kind         text not null check (kind in ('human', 'bounce', 'absence', 'acknowledgement', 'challenge', 'receipt', 'unreadable')),
  -- What it is and by which sign: {kind, why, bounce, absence, ticket}.
  verdict      jsonb not null,
  from_address text not null,
  from_name    text not null,
  subject      text not null,
  -- Of the person who wrote it, without what he answers to; empty for what nobody reads.
  own_text     text not null,
  -- {name, mediaType, bytes} of each file.
  files        jsonb not null default '[]',
  -- {proposal, state, by, at} of each thing it seems to say.
  proposals    jsonb not null default '[]',
  sent_at      timestamptz,
  received_at  timestamptz not null,
  -- The day its dates are read from, in Europe/Paris.
  on_day       date not null,
  -- 'filed': nobody has anything to do.
  state        text not null check (state in ('to-sort', 'to-read', 'filed', 'read')),
  read_at      timestamptz,
  read_by      text,
  created_at   timestamptz not null default now(),
  primary key (tenant_id, reply_id),
  unique (tenant_id, source_id, uid_validity, uid),
  unique (tenant_id, company_id, message_key),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, source_id) references source,
  foreign key (tenant_id, case_id) references collection_case,
  foreign key (tenant_id, action_id) references action on delete set null (action_id),
  foreign key (tenant_id, sha256) references blob,
  check ((case_id is null) = (joined_by is null)),
  check (state <> 'to-sort' or case_id is null)
);
-- What the night looks at: a case whose debtor wrote and was not read yet.
create index reply_unread on reply (tenant_id, case_id) include (on_day) where state = 'to-read' and kind = 'human';
create index reply_waiting on reply (tenant_id, company_id, received_at, reply_id) where state in ('to-sort', 'to-read');
create index reply_recent on reply (tenant_id, company_id, received_at desc, reply_id desc);
create index reply_by_case on reply (tenant_id, case_id, received_at desc) where case_id is not null;
create index reply_by_action on reply (tenant_id, action_id) where action_id is not null;

-- Addresses that take nothing any more, whoever they are of: nothing is sent there before a person says otherwise.
create table refused_address (
  tenant_id   uuid not null references tenant,
  email_key   text collate "C" not null,
  reply_id    uuid not null,
  -- What the server said of it.
  status      text,
  diagnostic  text,
  refused_on  date not null,
  created_at  timestamptz not null default now(),
  primary key (tenant_id, email_key),
  foreign key (tenant_id, reply_id) references reply
);
create index refused_address_by_reply on refused_address (tenant_id, reply_id);

select isolate_tenants('reply', 'refused_address');
