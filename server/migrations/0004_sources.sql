-- Places that are watched for files, what was taken from them, and what stands between stale bank data and a debtor.

create table source (
  tenant_id     uuid not null,
  source_id     uuid not null,
  company_id    uuid not null,
  kind          text not null check (kind in ('folder', 'imap', 'sftp', 'push')),
  name          text not null,
  -- Where to look, without what opens it.
  settings      jsonb not null,
  secret_sealed bytea,
  active        boolean not null default true,
  every_minutes int not null default 15 check (every_minutes between 1 and 10080),
  -- Looked at again just before messages leave.
  before_sending boolean not null default true,
  -- How far a mailbox was read: its validity number and the last message.
  position      jsonb not null default '{}',
  checked_at    timestamptz,
  ok_at         timestamptz,
  last_file_at  timestamptz,
  -- What is wrong and what to do: {code, message}. Null when the last look went well.
  trouble       jsonb,
  failures      int not null default 0,
  next_check_at timestamptz not null default now(),
  leased_by     text,
  lease_until   timestamptz,
  -- A source that is taken away keeps its row, so that the files it brought can still name it.
  removed_at    timestamptz,
  created_at    timestamptz not null default now(),
  primary key (tenant_id, source_id),
  foreign key (tenant_id, company_id) references company
);
create index source_by_company on source (tenant_id, company_id, created_at, source_id) where removed_at is null;
create index source_due on source (tenant_id, next_check_at) where active and removed_at is null and kind <> 'push';

-- A file is taken once from its source: the key names the place and the content.
create table source_file (
  tenant_id uuid not null,
  source_id uuid not null,
  file_key  text collate "C" not null,
  -- What the file looked like without opening it; a file that still looks so is not read again.
  mark      text collate "C",
  file_name text not null,
  outcome   text not null check (outcome in ('imported', 'partly', 'duplicate', 'refused', 'set-aside', 'ignored')),
  import_id uuid,
  message   text,
  seen_at   timestamptz not null default now(),
  primary key (tenant_id, source_id, file_key),
  foreign key (tenant_id, source_id) references source
);
create index source_file_by_mark on source_file (tenant_id, source_id, mark) where mark is not null;
create index source_file_recent on source_file (tenant_id, source_id, seen_at desc, file_key);
create index source_file_by_import on source_file (tenant_id, import_id) where import_id is not null;

-- What opens a pushing source; only a hash is kept, so a copy of the database pushes nothing.
create table source_token (
  tenant_id  uuid not null,
  token_hash bytea not null,
  source_id  uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, source_id) references source
);
create index source_token_by_hash on source_token (token_hash);
create index source_token_by_source on source_token (tenant_id, source_id);

-- An account that its holder closed says nothing more, and must not hold anything back.
alter table bank_account add column retired_at timestamptz;

-- « Envoyer quand même »: what a person took upon himself, for one company and one day.
create table sending_release (
  tenant_id   uuid not null,
  company_id  uuid not null,
  on_day      date not null,
  released_by text not null,
  released_at timestamptz not null default now(),
  primary key (tenant_id, company_id, on_day),
  foreign key (tenant_id, company_id) references company
);

select isolate_tenants('source', 'source_file', 'source_token', 'sending_release');

-- A token is known before its tenant, as a session is.
create policy before_tenant on source for select to @login@ using (true);
create policy before_tenant on source_token for select to @login@ using (true);
grant select on source, source_token to @login@;

create function find_source_token(wanted bytea) returns table (tenant_id uuid, source_id uuid, company_id uuid)
  language sql stable security definer set search_path from current
  as $$ select s.tenant_id, s.source_id, s.company_id
        from source_token t join source s on s.tenant_id = t.tenant_id and s.source_id = t.source_id
        where t.token_hash = wanted and s.active and s.removed_at is null and s.kind = 'push' $$;
alter function find_source_token(bytea) owner to @login@;
revoke all on function find_source_token(bytea) from public;
grant execute on function find_source_token(bytea) to @app@;
