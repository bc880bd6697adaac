-- The house's first schema.
--
-- Three rules hold for every table here:
--   * `tenant_id` leads every primary, unique and foreign key, so that the way out of one machine (Citus, or one
--     database per tenant) stays open, and no sequence is shared between tenants;
--   * row security is enabled and forced, with one policy: the row's tenant is the transaction's tenant;
--   * money is integer cents, a day is a `date`, an instant is a `timestamptz`.
--
-- Late penalties and indemnities are never stored: what is owed on a day is computed from the rows below.
-- Roles exist before this file runs: @owner@ owns all of it, @app@ is what the process runs as,
-- @login@ owns the few look-ups that must happen before the tenant is known.

create function current_tenant() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('acquit.tenant', true), '')::uuid $$;

-- A name as it is searched and sorted: no capitals, no accents, the same on every server whatever its locale.
create function fold_name(value text) returns text
  language sql immutable parallel safe
  as $$ select lower(replace(replace(replace(replace(translate(value,
           'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŸàáâãäåçèéêëìíîïñòóôõöùúûüýÿ',
           'AAAAAACEEEEIIIINOOOOOUUUUYYaaaaaaceeeeiiiinooooouuuuyy'), 'Œ', 'OE'), 'œ', 'oe'), 'Æ', 'AE'), 'æ', 'ae') collate "C") $$;

-- Organisations, people and sessions -----------------------------------------------------------------------------

create table tenant (
  tenant_id  uuid primary key,
  name       text not null,
  created_at timestamptz not null default now()
);

create table app_user (
  tenant_id     uuid not null references tenant,
  user_id       uuid not null,
  email         text not null check (email = lower(email)),
  name          text not null,
  password_hash text not null,
  created_at    timestamptz not null default now(),
  disabled_at   timestamptz,
  primary key (tenant_id, user_id),
  unique (tenant_id, email)
);
create index app_user_by_email on app_user (email);

create table session (
  tenant_id   uuid not null,
  token_hash  bytea not null,
  user_id     uuid not null,
  csrf_token  text not null,
  created_at  timestamptz not null default now(),
  seen_at     timestamptz not null default now(),
  expires_at  timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, user_id) references app_user on delete cascade
);
create index session_by_token on session (token_hash);

-- One row per e-mail address that recently failed to sign in; kept by tenant so that it can be erased with it.
create table login_failure (
  tenant_id    uuid not null references tenant,
  email        text not null,
  failures     int not null,
  last_at      timestamptz not null,
  primary key (tenant_id, email)
);

-- Creditors, their terms and their scenarios -----------------------------------------------------------------------

create table company (
  tenant_id     uuid not null references tenant,
  company_id    uuid not null,
  name          text not null,
  legal_id      text,
  vat           text,
  legal_form    text,
  address_lines text[] not null default '{}',
  postcode      text,
  city          text,
  country       text not null default 'FR',
  email         text,
  phone         text,
  iban          text,
  bic           text,
  creditor_kind text not null default 'business' check (creditor_kind in ('business', 'individual')),
  -- In test mode everything is done and shown, nothing leaves. Switching is the user's journalled act.
  mode          text not null default 'test' check (mode in ('test', 'live')),
  is_demo       boolean not null default false,
  settings      jsonb not null default '{}',
  created_at    timestamptz not null default now(),
  primary key (tenant_id, company_id)
);
create unique index company_by_legal_id on company (tenant_id, legal_id) where legal_id is not null;

create table mail_account (
  tenant_id      uuid not null,
  company_id     uuid not null,
  host           text not null,
  port           int not null check (port between 1 and 65535),
  security       text not null check (security in ('tls', 'starttls', 'none')),
  username       text,
  password_sealed bytea,
  from_name      text not null,
  from_address   text not null,
  reply_to       text,
  copy_to        text,
  dkim_domain    text,
  dkim_selector  text,
  dkim_key_sealed bytea,
  updated_at     timestamptz not null default now(),
  primary key (tenant_id, company_id),
  foreign key (tenant_id, company_id) references company
);

create table scenario (
  tenant_id   uuid not null,
  scenario_id uuid not null,
  company_id  uuid not null,
  profile     text not null check (profile in ('business', 'consumer', 'public')),
  version     int not null default 1,
  name        text not null,
  definition  jsonb not null,
  active      boolean not null default true,
  created_at  timestamptz not null default now(),
  primary key (tenant_id, scenario_id),
  unique (tenant_id, company_id, profile, version),
  foreign key (tenant_id, company_id) references company
);

-- Received and produced files: the database keeps the hash, the store keeps the bytes ----------------------------

create table blob (
  tenant_id  uuid not null references tenant,
  sha256     bytea not null check (length(sha256) = 32),
  bytes      bigint not null,
  media_type text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, sha256)
);

create table import_job (
  tenant_id    uuid not null references tenant,
  import_id    uuid not null,
  company_id   uuid,
  file_name    text not null,
  sha256       bytea not null,
  format       text not null,
  -- 'set-aside': kept whole with its reason, because the file belongs to somebody else or to us as a buyer.
  status       text not null check (status in ('imported', 'partly', 'duplicate', 'refused', 'set-aside')),
  created      jsonb not null default '{}',
  doubts       jsonb not null default '[]',
  refusals     jsonb not null default '[]',
  imported_by  text not null,
  imported_at  timestamptz not null default now(),
  primary key (tenant_id, import_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, sha256) references blob
);
create index import_job_by_content on import_job (tenant_id, sha256);
create index import_job_recent on import_job (tenant_id, imported_at desc, import_id desc);

create table column_mapping (
  tenant_id   uuid not null,
  company_id  uuid not null,
  fingerprint text not null,
  mapping     jsonb not null,
  updated_at  timestamptz not null default now(),
  primary key (tenant_id, company_id, fingerprint),
  foreign key (tenant_id, company_id) references company
);

-- Debtors, cases, claims, receipts -----------------------------------------------------------------------------------

create table debtor (
  tenant_id           uuid not null,
  debtor_id           uuid not null,
  company_id          uuid not null,
  name                text not null,
  name_key            text collate "C" not null generated always as (fold_name(name)) stored,
  -- null: not known yet; the prudent reading is taken and said.
  kind                text check (kind in ('consumer', 'trader', 'artisan', 'company', 'civil-professional',
                                           'public-body', 'public-enterprise', 'non-business')),
  legal_id            text,
  vat                 text,
  account             text,
  email               text,
  phone               text,
  contact_name        text,
  address_lines       text[] not null default '{}',
  postcode            text,
  city                text,
  country             text not null default 'FR',
  insolvency_opened_on date,
  created_at          timestamptz not null default now(),
  primary key (tenant_id, debtor_id),
  foreign key (tenant_id, company_id) references company
);
create unique index debtor_by_legal_id on debtor (tenant_id, company_id, legal_id) where legal_id is not null;
-- Row security lets an index serve a comparison of columns, not one of `lower(name)`, whose function might leak.
create index debtor_by_name on debtor (tenant_id, company_id, name_key, debtor_id);
create index debtor_by_account on debtor (tenant_id, company_id, account) where account is not null;

-- The words of a debtor's name, account and identifiers, so that any of them is found by its beginning in any book.
create table debtor_word (
  tenant_id  uuid not null,
  company_id uuid not null,
  word       text collate "C" not null,
  debtor_id  uuid not null,
  primary key (tenant_id, company_id, word, debtor_id)
);
-- The triggers below are its only writers: a foreign key would check again, row by row, what they take from the debtor.
create index debtor_word_by_debtor on debtor_word (tenant_id, debtor_id, word);

create function words_of(name text, account text, legal_id text, vat text) returns setof text
  language sql immutable parallel safe
  as $$ select distinct word
          from regexp_split_to_table(fold_name(concat_ws(' ', name, account, legal_id, vat)), '[^a-z0-9]+') as word
         where word <> '' $$;

create function index_new_debtors() returns trigger language plpgsql as $$
begin
  insert into debtor_word (tenant_id, company_id, word, debtor_id)
    select n.tenant_id, n.company_id, w, n.debtor_id from new_debtors n, words_of(n.name, n.account, n.legal_id, n.vat) as w;
  return null;
end $$;
create trigger debtor_words_inserted after insert on debtor referencing new table as new_debtors
  for each statement execute function index_new_debtors();

create function index_renamed_debtor() returns trigger language plpgsql as $$
begin
  delete from debtor_word where tenant_id = old.tenant_id and debtor_id = old.debtor_id;
  insert into debtor_word (tenant_id, company_id, word, debtor_id)
    select new.tenant_id, new.company_id, w, new.debtor_id from words_of(new.name, new.account, new.legal_id, new.vat) as w;
  return null;
end $$;
create function forget_debtors() returns trigger language plpgsql as $$
begin
  delete from debtor_word w using old_debtors o where w.tenant_id = o.tenant_id and w.debtor_id = o.debtor_id;
  return null;
end $$;
create trigger debtor_words_deleted after delete on debtor referencing old table as old_debtors
  for each statement execute function forget_debtors();
create trigger debtor_words_updated after update of name, account, legal_id, vat on debtor for each row
  when ((old.name, old.account, old.legal_id, old.vat) is distinct from (new.name, new.account, new.legal_id, new.vat))
  execute function index_renamed_debtor();

-- A case is everything one creditor chases from one debtor.
create table collection_case (
  tenant_id       uuid not null,
  case_id         uuid not null,
  company_id      uuid not null,
  debtor_id       uuid not null,
  profile         text not null check (profile in ('business', 'consumer', 'public')),
  status          text not null default 'open' check (status in ('open', 'paused', 'parked', 'closed')),
  status_reason   text,
  paused_until    date,
  -- The night's pass reads this index and nothing else; every event that matters recomputes it. Null: nothing to do.
  next_action_on  date,
  next_step       text,
  last_contact_on date,
  last_contact_live boolean not null default false,
  -- Sums for lists, in cents of principal; kept in the same transaction as what changes them.
  open_cents      bigint not null default 0,
  open_claims     int not null default 0,
  oldest_due_on   date,
  created_at      timestamptz not null default now(),
  primary key (tenant_id, case_id),
  unique (tenant_id, company_id, debtor_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, debtor_id) references debtor
);
create index case_due on collection_case (tenant_id, company_id, next_action_on, case_id)
  where status in ('open', 'paused') and next_action_on is not null;
create index case_by_amount on collection_case (tenant_id, company_id, open_cents desc, case_id desc);
create index case_by_age on collection_case (tenant_id, company_id, oldest_due_on, case_id);
create index case_owing on collection_case (tenant_id, company_id) where open_claims > 0;
create index case_waiting on collection_case (tenant_id, company_id, status) where status in ('paused', 'parked');

create table claim (
  tenant_id       uuid not null,
  claim_id        uuid not null,
  company_id      uuid not null,
  case_id         uuid not null,
  number          text collate "C" not null,
  -- A credit note is a row too, so that it is seen, netted and never chased.
  kind            text not null check (kind in ('invoice', 'deposit', 'corrective', 'credit-note', 'factored')),
  claim_kind      text not null default 'other',
  issued_on       date,
  due_on          date,
  -- Where the due date comes from: 'document', 'terms' (ours, with a doubt) or 'user'.
  due_on_source   text not null default 'document' check (due_on_source in ('document', 'terms', 'user')),
  currency        text not null default 'EUR',
  total_cents     bigint not null,
  -- What was due when the document was made (total less prepayments); credit notes: the positive amount they take off.
  amount_cents    bigint not null check (amount_cents >= 0),
  received_cents  bigint not null default 0 check (received_cents >= 0),
  credited_cents  bigint not null default 0 check (credited_cents >= 0),
  open_cents      bigint generated always as (greatest(amount_cents - received_cents - credited_cents, 0)) stored,
  status          text not null default 'open' check (status in ('open', 'settled', 'cancelled', 'not-ours')),
  settled_on      date,
  -- The creditor's journalled choice about what the law adds to the principal.
  penalties       text not null default 'reserved' check (penalties in ('claimed', 'reserved', 'waived')),
  indemnity       text not null default 'reserved' check (indemnity in ('claimed', 'reserved', 'waived')),
  -- The rank of the last scenario step this claim was part of, and its day; -1 before any.
  level           smallint not null default -1,
  level_step      text,
  level_on        date,
  notice_on       date,
  order_reference text,
  payment_reference text,
  iban            text,
  document_sha256 bytea,
  import_id       uuid,
  doubts          jsonb not null default '[]',
  created_at      timestamptz not null default now(),
  primary key (tenant_id, claim_id),
  unique (tenant_id, company_id, case_id, number, kind),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case,
  foreign key (tenant_id, document_sha256) references blob,
  foreign key (tenant_id, import_id) references import_job
);
create index claim_open_by_case on claim (tenant_id, case_id) where status = 'open';
create index claim_by_case on claim (tenant_id, case_id, issued_on);
create index claim_by_number on claim (tenant_id, company_id, number);
create index claim_open_by_due on claim (tenant_id, company_id, due_on) include (open_cents) where status = 'open' and kind <> 'credit-note';

-- What a company is owed by due date, so that its totals never cost a walk over its claims. Changes are added as rows
-- and never in place: two receipts at the same moment have nothing to wait for. Housekeeping folds them together.
create table due_total (
  tenant_id   uuid not null,
  company_id  uuid not null,
  due_on      date not null,
  entry_id    uuid not null default gen_random_uuid(),
  open_cents  bigint not null,
  open_claims int not null,
  primary key (tenant_id, company_id, due_on, entry_id),
  foreign key (tenant_id, company_id) references company
);

create function add_due_totals() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into due_total (tenant_id, company_id, due_on, open_cents, open_claims)
      select tenant_id, company_id, coalesce(due_on, 'infinity'), sum(open_cents), count(*) from changed_claims
       where status = 'open' and kind <> 'credit-note' group by 1, 2, 3;
  else
    insert into due_total (tenant_id, company_id, due_on, open_cents, open_claims)
      select tenant_id, company_id, coalesce(due_on, 'infinity'), -sum(open_cents), -count(*) from changed_claims
       where status = 'open' and kind <> 'credit-note' group by 1, 2, 3;
  end if;
  return null;
end $$;
create trigger claim_totals_inserted after insert on claim referencing new table as changed_claims
  for each statement execute function add_due_totals();
create trigger claim_totals_deleted after delete on claim referencing old table as changed_claims
  for each statement execute function add_due_totals();

create function move_due_total() returns trigger language plpgsql as $$
begin
  if old.status = 'open' and old.kind <> 'credit-note' then
    insert into due_total (tenant_id, company_id, due_on, open_cents, open_claims)
      values (old.tenant_id, old.company_id, coalesce(old.due_on, 'infinity'), -old.open_cents, -1);
  end if;
  if new.status = 'open' and new.kind <> 'credit-note' then
    insert into due_total (tenant_id, company_id, due_on, open_cents, open_claims)
      values (new.tenant_id, new.company_id, coalesce(new.due_on, 'infinity'), new.open_cents, 1);
  end if;
  return null;
end $$;
-- A change of level, which is what the night does, moves no money and does not come here.
create trigger claim_totals_updated
  after update of company_id, kind, due_on, amount_cents, received_cents, credited_cents, status on claim for each row
  when ((old.company_id, old.kind, old.due_on, old.open_cents, old.status)
        is distinct from (new.company_id, new.kind, new.due_on, new.open_cents, new.status))
  execute function move_due_total();

create table receipt (
  tenant_id    uuid not null,
  receipt_id   uuid not null,
  company_id   uuid not null,
  case_id      uuid not null,
  received_on  date not null,
  amount_cents bigint not null check (amount_cents > 0),
  method       text not null default 'transfer',
  reference    text,
  -- Which step of art. 1342-10 C. civ. decided the allocation.
  decided_by   text not null default 'debtor',
  entered_by   text not null,
  entered_at   timestamptz not null default now(),
  cancelled_at timestamptz,
  primary key (tenant_id, receipt_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case
);
create index receipt_by_case on receipt (tenant_id, case_id, received_on);
create index receipt_recent on receipt (tenant_id, company_id, received_on desc, receipt_id desc);

create table receipt_allocation (
  tenant_id    uuid not null,
  receipt_id   uuid not null,
  claim_id     uuid not null,
  received_on  date not null,
  amount_cents bigint not null check (amount_cents > 0),
  primary key (tenant_id, receipt_id, claim_id),
  foreign key (tenant_id, receipt_id) references receipt on delete cascade,
  foreign key (tenant_id, claim_id) references claim
);
create index receipt_allocation_by_claim on receipt_allocation (tenant_id, claim_id);

create table credit_allocation (
  tenant_id       uuid not null,
  credit_claim_id uuid not null,
  claim_id        uuid not null,
  effective_on    date not null,
  effect          text not null check (effect in ('correction', 'gesture')),
  amount_cents    bigint not null check (amount_cents > 0),
  primary key (tenant_id, credit_claim_id, claim_id),
  foreign key (tenant_id, credit_claim_id) references claim,
  foreign key (tenant_id, claim_id) references claim
);
create index credit_allocation_by_claim on credit_allocation (tenant_id, claim_id);

-- What is done: actions, their claims, and what leaves ----------------------------------------------------------------

create table action (
  tenant_id    uuid not null,
  action_id    uuid not null,
  company_id   uuid not null,
  case_id      uuid not null,
  step         text not null,
  channel      text not null check (channel in ('email', 'letter', 'phone', 'task')),
  mode         text not null check (mode in ('test', 'live')),
  status       text not null check (status in ('to-confirm', 'to-do', 'queued', 'done', 'skipped', 'cancelled')),
  decided_on   date not null,
  done_at      timestamptz,
  done_by      text,
  result       text,
  note         text,
  total_cents  bigint not null,
  -- Everything the message says, frozen on the day it was decided: the text is made from this and nothing else.
  facts        jsonb not null,
  reasons      jsonb not null,
  document_sha256 bytea,
  created_at   timestamptz not null default now(),
  primary key (tenant_id, action_id),
  -- At most one contact per debtor, channel and day, whatever happens above.
  unique (tenant_id, case_id, decided_on, channel, mode),
  foreign key (tenant_id, case_id) references collection_case,
  foreign key (tenant_id, document_sha256) references blob
);
create index action_by_case on action (tenant_id, case_id, decided_on desc);
-- The worklist reads it: each kind of act by what is at stake, without touching the rows it does not show.
create index action_open on action (tenant_id, company_id, status, channel, total_cents desc, action_id) include (step)
  where status in ('to-confirm', 'to-do');
create index action_by_day on action (tenant_id, company_id, decided_on desc);

-- One claim goes through one step once: the guard against a second reminder of the same level.
create table action_claim (
  tenant_id    uuid not null,
  claim_id     uuid not null,
  step         text not null,
  channel      text not null,
  mode         text not null,
  action_id    uuid not null,
  open_cents   bigint not null,
  primary key (tenant_id, claim_id, step, channel, mode),
  foreign key (tenant_id, action_id) references action on delete cascade,
  foreign key (tenant_id, claim_id) references claim
);
create index action_claim_by_action on action_claim (tenant_id, action_id);

create table outbox (
  tenant_id     uuid not null,
  action_id     uuid not null,
  company_id    uuid not null,
  channel       text not null check (channel in ('email', 'letter')),
  -- due → reserved → ending → sent | in-doubt | refused; letters: to-print → printed; test mode: captured.
  state         text not null check (state in ('due', 'reserved', 'ending', 'sent', 'in-doubt', 'refused',
                                               'captured', 'to-print', 'printed', 'cancelled')),
  recipient     text,
  message_id    text,
  fence         bigint not null default 0,
  leased_by     text,
  lease_until   timestamptz,
  attempts      int not null default 0,
  try_after     timestamptz not null default now(),
  server_answer text,
  settled_at    timestamptz,
  settled_by    text,
  created_at    timestamptz not null default now(),
  primary key (tenant_id, action_id, channel),
  foreign key (tenant_id, action_id) references action on delete cascade
);
create index outbox_to_send on outbox (tenant_id, company_id, try_after) where state in ('due', 'reserved', 'ending');
create index outbox_by_state on outbox (tenant_id, company_id, state, created_at desc, action_id desc);

create table pass (
  tenant_id   uuid not null,
  pass_id     uuid not null,
  company_id  uuid not null,
  on_day      date not null,
  started_at  timestamptz not null default now(),
  finished_at timestamptz,
  cases_examined int not null default 0,
  decisions   int not null default 0,
  messages    int not null default 0,
  tasks       int not null default 0,
  parked      int not null default 0,
  cpu_seconds numeric(12, 3) not null default 0,
  primary key (tenant_id, pass_id),
  foreign key (tenant_id, company_id) references company
);
create index pass_recent on pass (tenant_id, company_id, on_day desc);

-- Answers already given to a client's key, so that asking twice does once.
create table idempotency (
  tenant_id    uuid not null references tenant,
  key          text not null,
  route        text not null,
  request_hash bytea not null,
  status       int,
  response     jsonb,
  created_at   timestamptz not null default now(),
  primary key (tenant_id, key)
);
create index idempotency_by_age on idempotency (tenant_id, created_at);

-- The journal: append-only, one hash chain per tenant ----------------------------------------------------------------

create table journal_head (
  tenant_id uuid primary key references tenant,
  seq       bigint not null default 0,
  hash      bytea not null
);

create table journal_entry (
  tenant_id   uuid not null references tenant,
  seq         bigint not null,
  at          timestamptz not null,
  actor       text not null,
  action      text not null,
  object_kind text not null,
  object_id   text not null,
  commitment  bytea not null,
  previous    bytea not null,
  hash        bytea not null,
  primary key (tenant_id, seq)
);
create index journal_by_object on journal_entry (tenant_id, object_kind, object_id, seq);

-- Apart from the chain, so that a person's data can be erased and the chain still verify.
create table journal_payload (
  tenant_id uuid not null,
  seq       bigint not null,
  salt      bytea not null,
  payload   jsonb not null,
  primary key (tenant_id, seq),
  foreign key (tenant_id, seq) references journal_entry
);

create table journal_anchor (
  tenant_id uuid not null references tenant,
  seq       bigint not null,
  hash      bytea not null,
  place     text not null,
  at        timestamptz not null default now(),
  primary key (tenant_id, seq, place)
);

-- Row security, privileges and look-ups -------------------------------------------------------------------------------

do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = current_schema() and tablename <> 'schema_migration' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant_isolation on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', t);
    execute format('grant select, insert, update, delete on %I to @app@', t);
  end loop;
end $$;

revoke update, delete on journal_entry from @app@;
revoke update on journal_payload from @app@;
revoke delete on tenant, journal_head, journal_anchor from @app@;

-- Before the tenant is known, three questions may be asked, and only these. Their owner can read three tables
-- and nothing else; it cannot log in.
create policy before_tenant on tenant for select to @login@ using (true);
create policy before_tenant on app_user for select to @login@ using (true);
create policy before_tenant on session for select to @login@ using (true);
grant select on tenant, app_user, session to @login@;

create function list_tenants() returns table (tenant_id uuid, name text)
  language sql stable security definer set search_path from current
  as $$ select tenant_id, name from tenant order by created_at, tenant_id $$;

create function find_login(wanted text) returns table (tenant_id uuid, user_id uuid, name text, password_hash text)
  language sql stable security definer set search_path from current
  as $$ select tenant_id, user_id, name, password_hash from app_user where email = lower(wanted) and disabled_at is null
        order by created_at $$;

create function find_session(wanted bytea) returns table (tenant_id uuid, user_id uuid, name text, email text, csrf_token text, seen_at timestamptz, expires_at timestamptz)
  language sql stable security definer set search_path from current
  as $$ select s.tenant_id, s.user_id, u.name, u.email, s.csrf_token, s.seen_at, s.expires_at
        from session s join app_user u on u.tenant_id = s.tenant_id and u.user_id = s.user_id
        where s.token_hash = wanted and s.expires_at > now() and u.disabled_at is null $$;

do $$
declare f text;
begin
  foreach f in array array['list_tenants()', 'find_login(text)', 'find_session(bytea)'] loop
    execute format('alter function %s owner to @login@', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to @app@', f);
  end loop;
end $$;
