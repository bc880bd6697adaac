-- Customers beyond their name: whom to write to, when they pay, under which terms, and which two of them are one.

alter table debtor
  -- Kept and shown; letters and e-mails are in French whatever it says.
  add column language text not null default 'fr' check (language in ('fr', 'en')),
  -- The customer's own way for an invoice: « bon de commande, portail, visa du chef de chantier ».
  add column circuit text,
  add column payment_run jsonb,
  add column terms jsonb,
  add column delivery_lines text[] not null default '{}',
  add column delivery_postcode text,
  add column delivery_city text,
  add column delivery_country text not null default 'FR',
  -- `email`, `phone` and `contact_name` are the main contact, and nothing else is: the night reads it with the debtor, an
  -- import fills it, and there is one main contact by construction. Everybody else stands in `debtor_contact`.
  add column main_contact_id uuid not null default gen_random_uuid(),
  add column contact_role text not null default 'accounts-payable'
    check (contact_role in ('accounts-payable', 'buyer', 'manager', 'legal', 'other')),
  add column contact_note text;

create table debtor_contact (
  tenant_id  uuid not null,
  contact_id uuid not null,
  debtor_id  uuid not null,
  role       text not null check (role in ('accounts-payable', 'buyer', 'manager', 'legal', 'other')),
  name       text,
  email      text,
  phone      text,
  note       text,
  -- The merge that brought it, which takes it back when it is undone.
  merge_id   uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, contact_id),
  foreign key (tenant_id, debtor_id) references debtor on delete cascade
);
create index debtor_contact_by_debtor on debtor_contact (tenant_id, debtor_id, created_at);

-- What makes two customers look like one ------------------------------------------------------------------------------

-- The SIREN of a SIREN, a SIRET or a French VAT number; null for anything else.
create function siren_of(legal_id text, vat text) returns text
  language sql immutable parallel safe
  as $$ select case when replace(legal_id, ' ', '') ~ '^\d{9}(\d{5})?$' then left(replace(legal_id, ' ', ''), 9)
                    when replace(vat, ' ', '') ~* '^FR[0-9A-Z]{2}\d{9}$' then right(replace(vat, ' ', ''), 9) end $$;

-- A name without accents, punctuation, legal form or title: computed for the few names that are compared.
create function bare_name(name text) returns text
  language sql immutable parallel safe
  as $$ select btrim(regexp_replace(
           regexp_replace(replace(fold_name(name), '.', ''),
             '\m(sarl|eurl|sas|sasu|sa|snc|sci|scp|scm|scs|sca|scop|selarl|selas|earl|gaec|gie|association|asso|ets|etablissements?|ste|societe|entreprise|cie|compagnie|m|mr|mme|mlle|monsieur|madame|mademoiselle|gmbh|ltd|limited|bv|nv|spa|srl|llc|inc|ag|plc|et|le|la|les|de|du|des|l|d)\M', ' ', 'g'),
           '[^a-z0-9]+', ' ', 'g')) $$;

-- What is left of a name when whatever is easily mistyped is taken off it: capitals, accents, vowels, doubled letters, t for
-- d, c or q for k, z for s, and the consonants of the words above. Two bare names that are equal, or nearly so, share it;
-- the names that share it are then compared letter by letter. It is stored, so it is made cheap: one pass and one pattern.
create function name_skeleton(name text) returns text
  language sql immutable parallel safe
  as $$ select nullif(replace(regexp_replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        translate(name, 'BcCdDFGJKLMNPqQRSTVWXzZçÇñÑ-&,;/()+’"''aAeEhHiIoOuUyYàâäáãåéèêëíìîïóòôöõúùûüýÿÀÂÄÁÃÅÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÝŸœŒæÆ.',
                        'bkkttfgjklmnpkkrstvwxsskknn           '),
        'll', 'l'), 'ss', 's'), 'tt', 't'), 'nn', 'n'), 'mm', 'm'), 'rr', 'r'), 'pp', 'p'), 'ff', 'f'), 'kk', 'k'),
      '\m(tblsmnts|tblsmnt|ntrprs|kmpgn|mtmsl|sktn|slrl|gmb|lmt|mtm|plk|skm|skp|sks|skt|sls|snk|srl|bv|gk|lk|ls|lt|ml|mr|nk|nv|rl|sk|sp|st|ts|g|k|l|m|s|t)\M', '', 'g'), ' ', ''), '') $$;

-- The domain of an e-mail address; null for the domains that anybody has an address in.
create function mail_domain(email text) returns text
  language sql immutable parallel safe
  as $$ select case when lower(split_part(email, '@', 2)) !~
      '^$|^(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|orange|wanadoo|free|sfr|neuf|bbox|laposte|numericable|club-internet|protonmail|proton)\.'
    then lower(split_part(email, '@', 2)) end $$;

-- A customer account whatever its punctuation, its « 411 » and its zeros.
create function account_key(account text) returns text
  language sql immutable parallel safe
  as $$ select nullif(regexp_replace(regexp_replace(regexp_replace(upper(account), '[^A-Z0-9]', '', 'g'), '^411', ''), '(^|[A-Z])0+', '\1', 'g'), '') $$;

alter table debtor
  add column siren_key text collate "C" generated always as (siren_of(legal_id, vat)) stored,
  add column name_skeleton text collate "C" generated always as (name_skeleton(name)) stored,
  add column mail_domain text collate "C" generated always as (mail_domain(email)) stored,
  add column account_key text collate "C" generated always as (account_key(account)) stored;
create index debtor_by_siren on debtor (tenant_id, company_id, siren_key) where siren_key is not null;
create index debtor_by_skeleton on debtor (tenant_id, company_id, name_skeleton) where name_skeleton is not null;
create index debtor_by_mail_domain on debtor (tenant_id, company_id, mail_domain) where mail_domain is not null;
create index debtor_by_account_key on debtor (tenant_id, company_id, account_key) where account_key is not null;

-- Two customers a person has said are not one; they are not proposed again. The smaller identifier stands first.
create table debtor_distinct (
  tenant_id  uuid not null,
  debtor_id  uuid not null,
  other_id   uuid not null,
  said_by    text not null,
  said_at    timestamptz not null default now(),
  primary key (tenant_id, debtor_id, other_id),
  check (debtor_id < other_id),
  foreign key (tenant_id, debtor_id) references debtor on delete cascade,
  foreign key (tenant_id, other_id) references debtor on delete cascade
);
create index debtor_distinct_by_other on debtor_distinct (tenant_id, other_id);

-- Merging --------------------------------------------------------------------------------------------------------------

-- A merged customer is gone as a row: whatever still named him would be refused by its foreign key, so nothing can be
-- left behind. What he was, and what was moved, stands here, and an undone merge makes him again from it.
create table debtor_merge (
  tenant_id      uuid not null,
  merge_id       uuid not null,
  company_id     uuid not null,
  into_debtor_id uuid not null,
  into_case_id   uuid not null,
  from_debtor_id uuid not null,
  from_case_id   uuid not null,
  from_name      text not null,
  -- The rows taken away, those moved by their keys, and what the kept customer had before.
  undo           jsonb not null,
  merged_by      text not null,
  merged_at      timestamptz not null default now(),
  undone_by      text,
  undone_at      timestamptz,
  primary key (tenant_id, merge_id),
  foreign key (tenant_id, company_id) references company
);
create index debtor_merge_by_customer on debtor_merge (tenant_id, into_debtor_id, merged_at desc) where undone_at is null;
create index debtor_merge_by_case on debtor_merge (tenant_id, into_case_id) where undone_at is null;
create index debtor_merge_by_lost_case on debtor_merge (tenant_id, from_case_id) where undone_at is null;

-- What an import may know a customer by besides his own name, account and numbers.
create table debtor_alias (
  tenant_id  uuid not null,
  company_id uuid not null,
  debtor_id  uuid not null,
  kind       text not null check (kind in ('legal-id', 'vat', 'account', 'name')),
  value      text not null,
  -- As it is looked up: a name is folded.
  alias_key  text collate "C" not null generated always as (case when kind = 'name' then fold_name(value) else value end) stored,
  merge_id   uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, company_id, kind, alias_key, debtor_id),
  foreign key (tenant_id, debtor_id) references debtor on delete cascade
);
create index debtor_alias_by_debtor on debtor_alias (tenant_id, debtor_id);

-- A customer is searched under his aliases too.
create or replace function index_renamed_debtor() returns trigger language plpgsql as $$
begin
  delete from debtor_word where tenant_id = old.tenant_id and debtor_id = old.debtor_id;
  insert into debtor_word (tenant_id, company_id, word, debtor_id)
    select new.tenant_id, new.company_id, w, new.debtor_id from words_of(new.name, new.account, new.legal_id, new.vat) as w
    union
    select new.tenant_id, new.company_id, w, new.debtor_id from debtor_alias a, words_of(a.value, null, null, null) as w
     where a.tenant_id = new.tenant_id and a.debtor_id = new.debtor_id;
  return null;
end $$;
create function index_alias() returns trigger language plpgsql as $$
begin
  insert into debtor_word (tenant_id, company_id, word, debtor_id)
    select new.tenant_id, new.company_id, w, new.debtor_id from words_of(new.value, null, null, null) as w
    on conflict do nothing;
  return null;
end $$;
create trigger debtor_alias_words after insert or update of debtor_id on debtor_alias for each row execute function index_alias();
create function forget_alias() returns trigger language plpgsql as $$
begin
  delete from debtor_word where tenant_id = old.tenant_id and debtor_id = old.debtor_id;
  insert into debtor_word (tenant_id, company_id, word, debtor_id)
    select d.tenant_id, d.company_id, w, d.debtor_id from debtor d, words_of(d.name, d.account, d.legal_id, d.vat) as w
     where d.tenant_id = old.tenant_id and d.debtor_id = old.debtor_id
    union
    select d.tenant_id, d.company_id, w, d.debtor_id from debtor d
      join debtor_alias a on a.tenant_id = d.tenant_id and a.debtor_id = d.debtor_id, words_of(a.value, null, null, null) as w
     where d.tenant_id = old.tenant_id and d.debtor_id = old.debtor_id;
  return null;
end $$;
create trigger debtor_alias_forgotten after delete on debtor_alias for each row execute function forget_alias();

-- Two customers may each have been written to on one day; once they are one, the second act keeps the case it came from.
-- What is decided after the merge has no such case, so the guard « one contact per day and channel » holds as before.
alter table action
  add column merged_case_id uuid,
  drop constraint action_tenant_id_case_id_decided_on_channel_mode_key,
  add constraint action_once_a_day unique nulls not distinct (tenant_id, case_id, decided_on, channel, mode, merged_case_id);

select isolate_tenants('debtor_contact', 'debtor_distinct', 'debtor_merge', 'debtor_alias');
