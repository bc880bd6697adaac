-- The schema after all migrations, read from the catalogue by server/src/store/dump-schema.ts.
-- A test compares it with the database; do not edit it, write a migration.

CREATE OR REPLACE FUNCTION acquit.account_key(account text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select nullif(regexp_replace(regexp_replace(regexp_replace(upper(account), '[^A-Z0-9]', '', 'g'), '^411', ''), '(^|[A-Z])0+', '\1', 'g'), '') $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.add_case_totals()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare times int := case tg_op when 'INSERT' then 1 else -1 end;
begin
  insert into case_total (tenant_id, company_id, acts_on, scenario, next_step, cases, owing, owed_cents)
    select tenant_id, company_id, case_acts_on(status, next_action_on), coalesce(scenario_key, profile), next_step, times * count(*),
           times * count(*) filter (where open_claims > 0), times * sum(greatest(open_cents, 0))
      from changed_cases group by 1, 2, 3, 4, 5;
  return null;
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.add_due_totals()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare times int := case tg_op when 'INSERT' then 1 else -1 end;
begin
  insert into due_total (tenant_id, company_id, due_on, ledger_state, amount_band, amount_cents, open_cents, claims)
    select tenant_id, company_id, due_key, ledger_state, amount_band(amount_cents), times * sum(ledger_sign(kind) * amount_cents),
           times * sum(ledger_open(ledger_state, open_cents)), times * count(*)
      from changed_claims group by 1, 2, 3, 4, 5;
  return null;
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.amount_band(cents bigint)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select case when cents < 1 then 0 else rpad(left(cents::text, 1), length(cents::text), '0')::int8 end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.amount_band_end(cents bigint)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select case when cents < 1 then 1 else amount_band(cents) + rpad('1', length(cents::text), '0')::int8 end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.bare_name(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select btrim(regexp_replace(
           regexp_replace(replace(fold_name(name), '.', ''),
             '\m(sarl|eurl|sas|sasu|sa|snc|sci|scp|scm|scs|sca|scop|selarl|selas|earl|gaec|gie|association|asso|ets|etablissements?|ste|societe|entreprise|cie|compagnie|m|mr|mme|mlle|monsieur|madame|mademoiselle|gmbh|ltd|limited|bv|nv|spa|srl|llc|inc|ag|plc|et|le|la|les|de|du|des|l|d)\M', ' ', 'g'),
           '[^a-z0-9]+', ' ', 'g')) $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.case_acts_on(status text, next_action_on date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select case when status in ('open', 'paused') then coalesce(next_action_on, 'infinity') else 'infinity' end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.compare_debtor()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into debtor_to_compare (tenant_id, company_id, debtor_id) values (new.tenant_id, new.company_id, new.debtor_id);
  return null;
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.compare_new_debtors()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into debtor_to_compare (tenant_id, company_id, debtor_id) select tenant_id, company_id, debtor_id from new_debtors;
  return null;
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.current_tenant()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('acquit.tenant', true), '')::uuid $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.find_calendar_token(wanted bytea)
 RETURNS TABLE(tenant_id uuid, feed_id uuid, company_id uuid, user_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'acquit', 'pg_temp'
AS $function$ select f.tenant_id, f.feed_id, f.company_id, f.user_id
        from calendar_feed f join app_user u on u.tenant_id = f.tenant_id and u.user_id = f.user_id
        where f.token_hash = wanted and f.revoked_at is null and u.disabled_at is null $function$;
-- owner @login@; execute: @app@

CREATE OR REPLACE FUNCTION acquit.find_login(wanted text)
 RETURNS TABLE(tenant_id uuid, user_id uuid, name text, password_hash text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'acquit', 'pg_temp'
AS $function$ select tenant_id, user_id, name, password_hash from app_user where email = lower(wanted) and disabled_at is null
        order by created_at $function$;
-- owner @login@; execute: @app@

CREATE OR REPLACE FUNCTION acquit.find_session(wanted bytea)
 RETURNS TABLE(tenant_id uuid, user_id uuid, name text, email text, csrf_token text, seen_at timestamp with time zone, expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'acquit', 'pg_temp'
AS $function$ select s.tenant_id, s.user_id, u.name, u.email, s.csrf_token, s.seen_at, s.expires_at
        from session s join app_user u on u.tenant_id = s.tenant_id and u.user_id = s.user_id
        where s.token_hash = wanted and s.expires_at > now() and u.disabled_at is null $function$;
-- owner @login@; execute: @app@

CREATE OR REPLACE FUNCTION acquit.find_source_token(wanted bytea)
 RETURNS TABLE(tenant_id uuid, source_id uuid, company_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'acquit', 'pg_temp'
AS $function$ select s.tenant_id, s.source_id, s.company_id
        from source_token t join source s on s.tenant_id = t.tenant_id and s.source_id = t.source_id
        where t.token_hash = wanted and s.active and s.removed_at is null and s.kind = 'push' $function$;
-- owner @login@; execute: @app@

CREATE OR REPLACE FUNCTION acquit.fold_name(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select lower(replace(replace(replace(replace(translate(value,
           'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŸàáâãäåçèéêëìíîïñòóôõöùúûüýÿ',
           'AAAAAACEEEEIIIINOOOOOUUUUYYaaaaaaceeeeiiiinooooouuuuyy'), 'Œ', 'OE'), 'œ', 'oe'), 'Æ', 'AE'), 'æ', 'ae') collate "C") $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.forget_alias()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.forget_debtors()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from debtor_word w using old_debtors o where w.tenant_id = o.tenant_id and w.debtor_id = o.debtor_id;
  return null;
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.gather_missing_statistics()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'acquit', 'pg_temp'
AS $function$
declare grown text;
begin
  for grown in
    select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = current_schema() and c.relkind = 'r'
       and pg_relation_size(c.oid) / current_setting('block_size')::int8 > 16
       and (pg_relation_size(c.oid) / current_setting('block_size')::int8 > c.relpages * 1.25
            or greatest(pg_stat_get_last_autovacuum_time(c.oid), pg_stat_get_last_autoanalyze_time(c.oid))
               > clock_timestamp() - interval '10 minutes')
     order by c.relname
  loop
    execute 'analyze ' || grown;
  end loop;
end $function$;
-- owner @owner@; execute: @app@

CREATE OR REPLACE FUNCTION acquit.index_alias()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into debtor_word (tenant_id, company_id, word, debtor_id)
    select new.tenant_id, new.company_id, w, new.debtor_id from words_of(new.value, null, null, null) as w
    on conflict do nothing;
  return null;
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.index_new_debtors()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into debtor_word (tenant_id, company_id, word, debtor_id)
    select n.tenant_id, n.company_id, w, n.debtor_id from new_debtors n, words_of(n.name, n.account, n.legal_id, n.vat) as w;
  return null;
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.index_renamed_debtor()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from debtor_word where tenant_id = old.tenant_id and debtor_id = old.debtor_id;
  insert into debtor_word (tenant_id, company_id, word, debtor_id)
    select new.tenant_id, new.company_id, w, new.debtor_id from words_of(new.name, new.account, new.legal_id, new.vat) as w
    union
    select new.tenant_id, new.company_id, w, new.debtor_id from debtor_alias a, words_of(a.value, null, null, null) as w
     where a.tenant_id = new.tenant_id and a.debtor_id = new.debtor_id;
  return null;
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.isolate_tenants(VARIADIC tables text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare t text;
begin
  foreach t in array tables loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant_isolation on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', t);
    execute format('grant select, insert, update, delete on %I to @app@', t);
  end loop;
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.keep_journal_entry()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from journal_payload p where p.tenant_id = old.tenant_id and p.seq = old.seq) then
    raise foreign_key_violation using message = 'a journal entry has a payload', table = 'journal_entry';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.keep_journal_head()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from journal_entry e where e.tenant_id = old.tenant_id) then
    raise foreign_key_violation using message = 'a journal head has entries', table = 'journal_head';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.ledger_open(state text, cents bigint)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select case state when 'open' then cents when 'credit-note' then -cents else 0 end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.ledger_sign(kind text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select case kind when 'credit-note' then -1 else 1 end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.list_tenants()
 RETURNS TABLE(tenant_id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'acquit', 'pg_temp'
AS $function$ select tenant_id, name from tenant order by created_at, tenant_id $function$;
-- owner @login@; execute: @app@

CREATE OR REPLACE FUNCTION acquit.mail_domain(email text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select case when lower(split_part(email, '@', 2)) !~
      '^$|^(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|orange|wanadoo|free|sfr|neuf|bbox|laposte|numericable|club-internet|protonmail|proton)\.'
    then lower(split_part(email, '@', 2)) end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.minute_of(time_of_day text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select split_part(time_of_day, ':', 1)::int * 60 + split_part(time_of_day, ':', 2)::int $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.move_case_totals()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into case_total (tenant_id, company_id, acts_on, scenario, next_step, cases, owing, owed_cents)
    select tenant_id, company_id, case_acts_on(status, next_action_on), coalesce(scenario_key, profile), next_step, sum(times),
           coalesce(sum(times) filter (where open_claims > 0), 0), sum(times * greatest(open_cents, 0))
      from (select -1 as times, tenant_id, company_id, status, next_action_on, scenario_key, profile, next_step, open_claims, open_cents
              from cases_before
            union all
            select 1, tenant_id, company_id, status, next_action_on, scenario_key, profile, next_step, open_claims, open_cents
              from cases_after) moved
     group by 1, 2, 3, 4, 5
    having sum(times) <> 0 or coalesce(sum(times) filter (where open_claims > 0), 0) <> 0 or sum(times * greatest(open_cents, 0)) <> 0;
  return null;
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.move_due_total()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into due_total (tenant_id, company_id, due_on, ledger_state, amount_band, amount_cents, open_cents, claims)
    select tenant_id, company_id, due_key, ledger_state, amount_band(amount_cents), sum(times * ledger_sign(kind) * amount_cents),
           sum(times * ledger_open(ledger_state, open_cents)), sum(times)
      from (select tenant_id, company_id, due_key, ledger_state, kind, amount_cents, open_cents, -1 as times from claims_before
            union all
            select tenant_id, company_id, due_key, ledger_state, kind, amount_cents, open_cents, 1 from claims_after) moved
     group by 1, 2, 3, 4, 5
    having sum(times) <> 0 or sum(times * ledger_sign(kind) * amount_cents) <> 0 or sum(times * ledger_open(ledger_state, open_cents)) <> 0;
  return null;
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.name_skeleton(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select nullif(replace(regexp_replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        translate(name, 'BcCdDFGJKLMNPqQRSTVWXzZçÇñÑ-&,;/()+’"''aAeEhHiIoOuUyYàâäáãåéèêëíìîïóòôöõúùûüýÿÀÂÄÁÃÅÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÝŸœŒæÆ.',
                        'bkkttfgjklmnpkkrstvwxsskknn           '),
        'll', 'l'), 'ss', 's'), 'tt', 't'), 'nn', 'n'), 'mm', 'm'), 'rr', 'r'), 'pp', 'p'), 'ff', 'f'), 'kk', 'k'),
      '\m(tblsmnts|tblsmnt|ntrprs|kmpgn|mtmsl|sktn|slrl|gmb|lmt|mtm|plk|skm|skp|sks|skt|sls|snk|srl|bv|gk|lk|ls|lt|ml|mr|nk|nv|rl|sk|sp|st|ts|g|k|l|m|s|t)\M', '', 'g'), ' ', ''), '') $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.paris_minute(at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select (extract(isodow from p)::int - 1) * 1440 + extract(hour from p)::int * 60 + extract(minute from p)::int
          from (select at at time zone 'Europe/Paris' as p) x $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.replace_courts(about jsonb, entries jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'acquit', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('courts', 0));
  case about ->> 'layout'
    when 'ministry' then
      delete from court_commune;
      delete from court_seat;
      insert into court_seat (court_id, kind, number, name)
        select * from jsonb_to_recordset(entries -> 'seats') as s(court_id text, kind text, number text, name text);
      insert into court_commune (insee, name, name_key, department, judicial_id, local_id, labour_id, appeal_id)
        select * from jsonb_to_recordset(entries -> 'communes')
          as c(insee text, name text, name_key text, department text, judicial_id text, local_id text, labour_id text, appeal_id text);
    when 'registry' then
      delete from court_registry_commune;
      delete from court_registry_postcode;
      insert into court_registry_commune (insee, registry, department)
        select * from jsonb_to_recordset(entries -> 'communes') as c(insee text, registry text, department text);
      insert into court_registry_postcode (postcode, registry)
        select * from jsonb_to_recordset(entries -> 'postcodes') as p(postcode text, registry text);
    when 'addresses' then
      delete from court_address;
      insert into court_address (line, type, insee, number, place_key, name, address, phone, email)
        select * from jsonb_to_recordset(entries -> 'addresses')
          as a(line int, type text, insee text, number text, place_key text, name text, address text, phone text, email text);
  end case;
  insert into court_file (layout, file_name, sha256, edition, entries, doubts, imported_by, imported_on)
    select about ->> 'layout', about ->> 'fileName', decode(about ->> 'sha256', 'hex'), about ->> 'edition',
           (about ->> 'entries')::int, about -> 'doubts', about ->> 'importedBy', (about ->> 'importedOn')::date
    on conflict (layout) do update
      set file_name = excluded.file_name, sha256 = excluded.sha256, edition = excluded.edition, entries = excluded.entries,
          doubts = excluded.doubts, imported_by = excluded.imported_by, imported_on = excluded.imported_on, imported_at = now();
end $function$;
-- owner @owner@; execute: @app@

CREATE OR REPLACE FUNCTION acquit.require_journal_entries()
 RETURNS trigger
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
begin
  if exists (select from added p
              where (select e.seq from journal_entry e where e.tenant_id = p.tenant_id and e.seq = p.seq limit 1) is null) then
    raise foreign_key_violation using message = 'a journal payload has no entry', table = 'journal_payload';
  end if;
  return null;
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.require_journal_heads()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from (select distinct tenant_id from added) a
               left join lateral (select h.tenant_id from journal_head h where h.tenant_id = a.tenant_id for key share) h on true
              where h.tenant_id is null) then
    raise foreign_key_violation using message = 'a journal entry has no head', table = 'journal_entry';
  end if;
  return null;
end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.siren_of(legal_id text, vat text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select case when replace(legal_id, ' ', '') ~ '^\d{9}(\d{5})?$' then left(replace(legal_id, ' ', ''), 9)
                    when replace(vat, ' ', '') ~* '^FR[0-9A-Z]{2}\d{9}$' then right(replace(vat, ' ', ''), 9) end $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.told_left(tenant uuid, claim uuid, by_day date)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(sum(a.amount_cents), 0)::int8
    from claim k join receipt_allocation a on a.tenant_id = k.tenant_id and a.claim_id = k.claim_id
    join receipt r on r.tenant_id = a.tenant_id and r.receipt_id = a.receipt_id and r.origin = 'list'
   where k.tenant_id = told_left.tenant and k.claim_id = told_left.claim and (by_day is null or by_day <= k.told_until)
$function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.week_minutes(send_window jsonb)
 RETURNS int4multirange
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select range_agg(int4range((d.day::int - 1) * 1440 + minute_of(h.hours ->> 'from'), (d.day::int - 1) * 1440 + minute_of(h.hours ->> 'until')))
          from jsonb_array_elements_text(send_window -> 'weekdays') as d(day), jsonb_array_elements(send_window -> 'hours') as h(hours) $function$;
-- owner @owner@

CREATE OR REPLACE FUNCTION acquit.words_of(name text, account text, legal_id text, vat text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select distinct word
          from regexp_split_to_table(fold_name(concat_ws(' ', name, account, legal_id, vat)), '[^a-z0-9]+') as word
         where word <> '' $function$;
-- owner @owner@

create table action (
  tenant_id uuid not null,
  action_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  step text not null,
  channel text not null,
  mode text not null,
  status text not null,
  decided_on date not null,
  done_at timestamp with time zone,
  done_by text,
  result text,
  note text,
  total_cents bigint not null,
  facts jsonb not null,
  reasons jsonb not null,
  document_sha256 bytea,
  created_at timestamp with time zone not null default now(),
  merged_case_id uuid,
  constraint action_pkey PRIMARY KEY (tenant_id, action_id),
  constraint action_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'letter'::text, 'registered'::text, 'sms'::text, 'phone'::text, 'task'::text]))),
  constraint action_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  constraint action_status_check CHECK ((status = ANY (ARRAY['to-confirm'::text, 'to-do'::text, 'queued'::text, 'done'::text, 'skipped'::text, 'cancelled'::text]))),
  constraint action_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint action_tenant_id_document_sha256_fkey FOREIGN KEY (tenant_id, document_sha256) REFERENCES blob(tenant_id, sha256),
  constraint action_once_a_day UNIQUE NULLS NOT DISTINCT (tenant_id, case_id, decided_on, channel, mode, merged_case_id)
);
CREATE INDEX action_by_day ON acquit.action USING btree (tenant_id, company_id, decided_on DESC);
CREATE INDEX action_open ON acquit.action USING btree (tenant_id, company_id, status, channel, total_cents DESC, action_id) INCLUDE (step, decided_on) WHERE (status = ANY (ARRAY['to-confirm'::text, 'to-do'::text]));
alter table action enable row level security;
alter table action force row level security;
create policy tenant_isolation on action using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on action to @app@;

create table action_claim (
  tenant_id uuid not null,
  claim_id uuid not null,
  step text not null,
  channel text not null,
  mode text not null,
  action_id uuid not null,
  open_cents bigint not null,
  constraint action_claim_pkey PRIMARY KEY (tenant_id, claim_id, step, channel, mode),
  constraint action_claim_tenant_id_action_id_fkey FOREIGN KEY (tenant_id, action_id) REFERENCES action(tenant_id, action_id) ON DELETE CASCADE,
  constraint action_claim_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id)
);
CREATE INDEX action_claim_by_action ON acquit.action_claim USING btree (tenant_id, action_id);
alter table action_claim enable row level security;
alter table action_claim force row level security;
create policy tenant_isolation on action_claim using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on action_claim to @app@;

create table alarm_seen (
  tenant_id uuid not null,
  object_id uuid not null,
  what text not null,
  on_day date not null,
  stage smallint not null,
  seen_by text not null,
  seen_at timestamp with time zone not null default now(),
  constraint alarm_seen_pkey PRIMARY KEY (tenant_id, object_id, what, on_day, stage)
);
alter table alarm_seen enable row level security;
alter table alarm_seen force row level security;
create policy tenant_isolation on alarm_seen using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on alarm_seen to @app@;

create table app_user (
  tenant_id uuid not null,
  user_id uuid not null,
  email text not null,
  name text not null,
  password_hash text not null,
  created_at timestamp with time zone not null default now(),
  disabled_at timestamp with time zone,
  constraint app_user_pkey PRIMARY KEY (tenant_id, user_id),
  constraint app_user_email_check CHECK ((email = lower(email))),
  constraint app_user_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  constraint app_user_tenant_id_email_key UNIQUE (tenant_id, email)
);
CREATE INDEX app_user_by_email ON acquit.app_user USING btree (email);
alter table app_user enable row level security;
alter table app_user force row level security;
create policy before_tenant on app_user for select to @login@ using (true);
create policy tenant_isolation on app_user using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on app_user to @app@;
grant select on app_user to @login@;

create table bank_account (
  tenant_id uuid not null,
  bank_account_id uuid not null,
  company_id uuid not null,
  account_key text not null,
  iban text,
  label text not null,
  currency text not null default 'EUR'::text,
  covered_until date,
  created_at timestamp with time zone not null default now(),
  import_id uuid,
  retired_at timestamp with time zone,
  constraint bank_account_pkey PRIMARY KEY (tenant_id, bank_account_id),
  constraint bank_account_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint bank_account_tenant_id_company_id_account_key_key UNIQUE (tenant_id, company_id, account_key)
);
alter table bank_account enable row level security;
alter table bank_account force row level security;
create policy tenant_isolation on bank_account using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on bank_account to @app@;

create table bank_line (
  tenant_id uuid not null,
  line_id uuid not null,
  company_id uuid not null,
  bank_account_id uuid not null,
  import_id uuid not null,
  booked_on date not null,
  value_on date,
  amount_cents bigint not null,
  label text not null default ''::text,
  counterparty text,
  counterparty_iban text,
  end_to_end_id text,
  mandate_id text,
  bank_reference text,
  remittance text[] not null default '{}'::text[],
  operation text,
  is_reversal boolean not null default false,
  reject_reason text,
  fingerprint bytea not null,
  occurrence integer not null default 0,
  state text not null default 'to-match'::text,
  set_aside_reason text,
  created_at timestamp with time zone not null default now(),
  payout_seen boolean not null default false,
  constraint bank_line_pkey PRIMARY KEY (tenant_id, line_id),
  constraint bank_line_amount_cents_check CHECK ((amount_cents <> 0)),
  constraint bank_line_state_check CHECK ((state = ANY (ARRAY['to-match'::text, 'proposed'::text, 'matched'::text, 'set-aside'::text, 'outgoing'::text]))),
  constraint bank_line_tenant_id_bank_account_id_fkey FOREIGN KEY (tenant_id, bank_account_id) REFERENCES bank_account(tenant_id, bank_account_id),
  constraint bank_line_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint bank_line_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES import_job(tenant_id, import_id),
  constraint bank_line_tenant_id_bank_account_id_fingerprint_occurrence_key UNIQUE (tenant_id, bank_account_id, fingerprint, occurrence)
);
CREATE INDEX bank_line_by_end_to_end ON acquit.bank_line USING btree (tenant_id, company_id, end_to_end_id) WHERE (end_to_end_id IS NOT NULL);
CREATE INDEX bank_line_by_import ON acquit.bank_line USING btree (tenant_id, import_id);
CREATE INDEX bank_line_by_reference ON acquit.bank_line USING btree (tenant_id, bank_account_id, bank_reference) WHERE (bank_reference IS NOT NULL);
CREATE INDEX bank_line_by_state ON acquit.bank_line USING btree (tenant_id, company_id, state, booked_on, line_id);
CREATE INDEX bank_line_outgoing ON acquit.bank_line USING btree (tenant_id, company_id, amount_cents) WHERE (state = 'outgoing'::text);
CREATE INDEX bank_line_recent ON acquit.bank_line USING btree (tenant_id, company_id, booked_on DESC, line_id DESC);
CREATE INDEX bank_line_waiting ON acquit.bank_line USING btree (tenant_id, company_id, booked_on, line_id) INCLUDE (bank_account_id) WHERE (state = ANY (ARRAY['to-match'::text, 'proposed'::text]));
alter table bank_line enable row level security;
alter table bank_line force row level security;
create policy tenant_isolation on bank_line using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on bank_line to @app@;

create table bank_match (
  tenant_id uuid not null,
  match_id uuid not null,
  company_id uuid not null,
  line_id uuid not null,
  state text not null,
  rule text not null,
  confidence smallint not null,
  reasons jsonb not null default '[]'::jsonb,
  rank smallint not null default 0,
  case_id uuid not null,
  reverses_receipt_id uuid,
  known_receipt_id uuid,
  taught boolean not null default false,
  decided_by text,
  decided_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint bank_match_pkey PRIMARY KEY (tenant_id, match_id),
  constraint bank_match_confidence_check CHECK (((confidence >= 0) AND (confidence <= 100))),
  constraint bank_match_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'applied'::text, 'undone'::text, 'declined'::text]))),
  constraint bank_match_of_company FOREIGN KEY (tenant_id, company_id, case_id) REFERENCES collection_case(tenant_id, company_id, case_id),
  constraint bank_match_tenant_id_known_receipt_id_fkey FOREIGN KEY (tenant_id, known_receipt_id) REFERENCES receipt(tenant_id, receipt_id),
  constraint bank_match_tenant_id_line_id_fkey FOREIGN KEY (tenant_id, line_id) REFERENCES bank_line(tenant_id, line_id) ON DELETE CASCADE,
  constraint bank_match_tenant_id_reverses_receipt_id_fkey FOREIGN KEY (tenant_id, reverses_receipt_id) REFERENCES receipt(tenant_id, receipt_id)
);
CREATE UNIQUE INDEX bank_match_applied ON acquit.bank_match USING btree (tenant_id, line_id) WHERE (state = 'applied'::text);
CREATE INDEX bank_match_by_line ON acquit.bank_match USING btree (tenant_id, line_id, rank);
CREATE INDEX bank_match_reversed ON acquit.bank_match USING btree (tenant_id, reverses_receipt_id) WHERE (reverses_receipt_id IS NOT NULL);
alter table bank_match enable row level security;
alter table bank_match force row level security;
create policy tenant_isolation on bank_match using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on bank_match to @app@;

create table bank_match_part (
  tenant_id uuid not null,
  match_id uuid not null,
  claim_id uuid not null,
  amount_cents bigint not null,
  difference_cents bigint not null default 0,
  difference_kind text,
  constraint bank_match_part_pkey PRIMARY KEY (tenant_id, match_id, claim_id),
  constraint bank_match_part_amount_cents_check CHECK ((amount_cents > 0)),
  constraint bank_match_part_difference_cents_check CHECK ((difference_cents >= 0)),
  constraint bank_match_part_difference_kind_check CHECK ((difference_kind = ANY (ARRAY['bank-fee'::text, 'tolerance'::text]))),
  constraint bank_match_part_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id),
  constraint bank_match_part_tenant_id_match_id_fkey FOREIGN KEY (tenant_id, match_id) REFERENCES bank_match(tenant_id, match_id) ON DELETE CASCADE
);
CREATE INDEX bank_match_part_by_claim ON acquit.bank_match_part USING btree (tenant_id, claim_id);
alter table bank_match_part enable row level security;
alter table bank_match_part force row level security;
create policy tenant_isolation on bank_match_part using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on bank_match_part to @app@;

create table blob (
  tenant_id uuid not null,
  sha256 bytea not null,
  bytes bigint not null,
  media_type text not null,
  created_at timestamp with time zone not null default now(),
  constraint blob_pkey PRIMARY KEY (tenant_id, sha256),
  constraint blob_sha256_check CHECK ((length(sha256) = 32)),
  constraint blob_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
alter table blob enable row level security;
alter table blob force row level security;
create policy tenant_isolation on blob using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on blob to @app@;

create table calendar_feed (
  tenant_id uuid not null,
  feed_id uuid not null,
  user_id uuid not null,
  company_id uuid not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null default now(),
  read_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint calendar_feed_pkey PRIMARY KEY (tenant_id, feed_id),
  constraint calendar_feed_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint calendar_feed_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES app_user(tenant_id, user_id)
);
CREATE INDEX calendar_feed_by_hash ON acquit.calendar_feed USING btree (token_hash) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX calendar_feed_live ON acquit.calendar_feed USING btree (tenant_id, user_id, company_id) WHERE (revoked_at IS NULL);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy before_tenant on calendar_feed for select to @login@ using (true);
create policy tenant_isolation on calendar_feed using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on calendar_feed to @app@;
grant select on calendar_feed to @login@;

create table card_account (
  tenant_id uuid not null,
  company_id uuid not null,
  enabled boolean not null,
  key_mode text not null,
  key_end text not null,
  secrets_sealed bytea not null,
  updated_at timestamp with time zone not null default now(),
  constraint card_account_pkey PRIMARY KEY (tenant_id, company_id),
  constraint card_account_key_mode_check CHECK ((key_mode = ANY (ARRAY['test'::text, 'live'::text]))),
  constraint card_account_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
alter table card_account enable row level security;
alter table card_account force row level security;
create policy tenant_isolation on card_account using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on card_account to @app@;

create table card_payment (
  tenant_id uuid not null,
  payment_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  claim_ids uuid[] not null,
  amount_cents bigint not null,
  state text not null default 'in-doubt'::text,
  request text not null,
  session_id text,
  session_url text,
  expires_at timestamp with time zone not null,
  intent_id text,
  receipt_id uuid,
  paid_on date,
  refunded_cents bigint not null default 0,
  disputed boolean not null default false,
  answer text,
  poll_after timestamp with time zone,
  created_at timestamp with time zone not null default clock_timestamp(),
  constraint card_payment_pkey PRIMARY KEY (tenant_id, payment_id),
  constraint card_payment_amount_cents_check CHECK ((amount_cents > 0)),
  constraint card_payment_refunded_cents_check CHECK ((refunded_cents >= 0)),
  constraint card_payment_state_check CHECK ((state = ANY (ARRAY['in-doubt'::text, 'created'::text, 'paid'::text, 'expired'::text, 'refused'::text]))),
  constraint card_payment_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint card_payment_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint card_payment_tenant_id_receipt_id_fkey FOREIGN KEY (tenant_id, receipt_id) REFERENCES receipt(tenant_id, receipt_id)
);
CREATE INDEX card_payment_by_case ON acquit.card_payment USING btree (tenant_id, case_id, created_at DESC);
CREATE UNIQUE INDEX card_payment_by_intent ON acquit.card_payment USING btree (tenant_id, intent_id) WHERE (intent_id IS NOT NULL);
CREATE UNIQUE INDEX card_payment_by_session ON acquit.card_payment USING btree (tenant_id, session_id) WHERE (session_id IS NOT NULL);
CREATE INDEX card_payment_to_ask ON acquit.card_payment USING btree (tenant_id, poll_after) WHERE (poll_after IS NOT NULL);
alter table card_payment enable row level security;
alter table card_payment force row level security;
create policy tenant_isolation on card_payment using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on card_payment to @app@;

create table case_total (
  tenant_id uuid not null,
  company_id uuid not null,
  acts_on date not null,
  entry_id uuid not null default gen_random_uuid(),
  scenario text not null,
  next_step text,
  cases integer not null,
  owing integer not null,
  owed_cents bigint not null,
  constraint case_total_pkey PRIMARY KEY (tenant_id, company_id, acts_on, entry_id),
  constraint case_total_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
alter table case_total enable row level security;
alter table case_total force row level security;
create policy tenant_isolation on case_total using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on case_total to @app@;

create table claim (
  tenant_id uuid not null,
  claim_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  number text not null,
  kind text not null,
  claim_kind text not null default 'other'::text,
  issued_on date,
  due_on date,
  due_on_source text not null default 'document'::text,
  currency text not null default 'EUR'::text,
  total_cents bigint not null,
  amount_cents bigint not null,
  received_cents bigint not null default 0,
  credited_cents bigint not null default 0,
  open_cents bigint generated always as (GREATEST(((amount_cents - received_cents) - credited_cents), (0)::bigint)) stored,
  status text not null default 'open'::text,
  settled_on date,
  penalties text not null default 'reserved'::text,
  indemnity text not null default 'reserved'::text,
  level smallint not null default '-1'::integer,
  level_step text,
  level_on date,
  notice_on date,
  order_reference text,
  payment_reference text,
  iban text,
  document_sha256 bytea,
  import_id uuid,
  doubts jsonb not null default '[]'::jsonb,
  created_at timestamp with time zone not null default now(),
  ledger_state text not null generated always as (
CASE
    WHEN (status = ANY (ARRAY['cancelled'::text, 'not-ours'::text])) THEN 'cancelled'::text
    WHEN (kind = 'credit-note'::text) THEN 'credit-note'::text
    ELSE status
END) stored,
  due_key date not null generated always as (COALESCE(due_on, 'infinity'::date)) stored,
  issued_key date not null generated always as (COALESCE(issued_on, '-infinity'::date)) stored,
  listed_on date,
  told_cents bigint not null default 0,
  told_until date,
  told_on date,
  corrects text[] not null default '{}'::text[],
  notice_sent_on date,
  contested_cents bigint not null default 0,
  constraint claim_pkey PRIMARY KEY (tenant_id, claim_id),
  constraint claim_amount_cents_check CHECK ((amount_cents >= 0)),
  constraint claim_contested_cents_check CHECK ((contested_cents >= 0)),
  constraint claim_credited_cents_check CHECK ((credited_cents >= 0)),
  constraint claim_due_on_source_check CHECK ((due_on_source = ANY (ARRAY['document'::text, 'customer-terms'::text, 'terms'::text, 'law'::text, 'user'::text]))),
  constraint claim_indemnity_check CHECK ((indemnity = ANY (ARRAY['claimed'::text, 'reserved'::text, 'waived'::text]))),
  constraint claim_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'deposit'::text, 'corrective'::text, 'credit-note'::text, 'factored'::text]))),
  constraint claim_penalties_check CHECK ((penalties = ANY (ARRAY['claimed'::text, 'reserved'::text, 'waived'::text]))),
  constraint claim_received_cents_check CHECK ((received_cents >= 0)),
  constraint claim_status_check CHECK ((status = ANY (ARRAY['open'::text, 'settled'::text, 'cancelled'::text, 'not-ours'::text, 'irrecoverable'::text]))),
  constraint claim_told_cents_check CHECK ((told_cents >= 0)),
  constraint claim_of_company FOREIGN KEY (tenant_id, company_id, case_id) REFERENCES collection_case(tenant_id, company_id, case_id),
  constraint claim_tenant_id_document_sha256_fkey FOREIGN KEY (tenant_id, document_sha256) REFERENCES blob(tenant_id, sha256),
  constraint claim_number_once UNIQUE (tenant_id, company_id, number, case_id, kind)
);
CREATE INDEX claim_by_import ON acquit.claim USING btree (tenant_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX claim_correcting ON acquit.claim USING btree (tenant_id, case_id) WHERE ((kind = 'credit-note'::text) AND (corrects <> '{}'::text[]));
CREATE INDEX claim_due_before_issue ON acquit.claim USING btree (tenant_id, company_id, ledger_state, issued_key DESC, claim_id DESC) INCLUDE (due_key, amount_cents) WHERE (issued_key > due_key);
CREATE INDEX claim_ledger_by_amount ON acquit.claim USING btree (tenant_id, company_id, ledger_state, amount_cents DESC, claim_id DESC) INCLUDE (due_key, open_cents, kind);
CREATE INDEX claim_ledger_by_case ON acquit.claim USING btree (tenant_id, case_id, due_key, claim_id) INCLUDE (ledger_state, amount_cents, open_cents, kind);
CREATE INDEX claim_ledger_by_due ON acquit.claim USING btree (tenant_id, company_id, ledger_state, due_key, claim_id) INCLUDE (amount_cents, open_cents, kind, issued_key);
CREATE INDEX claim_ledger_by_issue ON acquit.claim USING btree (tenant_id, company_id, ledger_state, issued_key DESC, claim_id DESC) INCLUDE (due_key, amount_cents);
CREATE INDEX claim_open_by_case ON acquit.claim USING btree (tenant_id, case_id) WHERE (status = 'open'::text);
CREATE INDEX claim_open_by_issue ON acquit.claim USING btree (tenant_id, company_id, issued_on) WHERE ((status = 'open'::text) AND (kind <> 'credit-note'::text));
CREATE INDEX claim_part_paid ON acquit.claim USING btree (tenant_id, company_id, open_cents) WHERE ((status = 'open'::text) AND (open_cents <> amount_cents));
CREATE INDEX claim_told ON acquit.claim USING btree (tenant_id, case_id) WHERE (told_cents > 0);
alter table claim enable row level security;
alter table claim force row level security;
create policy tenant_isolation on claim using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on claim to @app@;
CREATE TRIGGER claim_totals_deleted AFTER DELETE ON acquit.claim REFERENCING OLD TABLE AS changed_claims FOR EACH STATEMENT EXECUTE FUNCTION add_due_totals();
CREATE TRIGGER claim_totals_inserted AFTER INSERT ON acquit.claim REFERENCING NEW TABLE AS changed_claims FOR EACH STATEMENT EXECUTE FUNCTION add_due_totals();
CREATE TRIGGER claim_totals_updated AFTER UPDATE ON acquit.claim REFERENCING OLD TABLE AS claims_before NEW TABLE AS claims_after FOR EACH STATEMENT EXECUTE FUNCTION move_due_total();

create table claim_hold (
  tenant_id uuid not null,
  hold_id uuid not null,
  claim_id uuid not null,
  case_id uuid not null,
  kind text not null,
  cause_id uuid,
  reason text not null,
  since_on date not null,
  until_on date,
  ended_at timestamp with time zone,
  ended_by text,
  created_at timestamp with time zone not null default now(),
  constraint claim_hold_pkey PRIMARY KEY (tenant_id, hold_id),
  constraint claim_hold_kind_check CHECK ((kind = ANY (ARRAY['receipt-to-check'::text, 'payment-announced'::text, 'e-invoice-disputed'::text, 'e-invoice-suspended'::text, 'e-invoice-refused'::text, 'e-invoice-rejected'::text, 'absent-from-ledger'::text, 'promise'::text, 'disputed'::text, 'not-before'::text, 'plan'::text, 'procedure'::text, 'limitation-expired'::text, 'handed-over'::text]))),
  constraint claim_hold_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint claim_hold_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id)
);
CREATE INDEX claim_hold_absent ON acquit.claim_hold USING btree (tenant_id, since_on, claim_id) WHERE ((kind = 'absent-from-ledger'::text) AND (ended_at IS NULL));
CREATE INDEX claim_hold_by_cause ON acquit.claim_hold USING btree (tenant_id, cause_id) WHERE (ended_at IS NULL);
CREATE INDEX claim_hold_by_claim ON acquit.claim_hold USING btree (tenant_id, claim_id);
CREATE INDEX claim_hold_current ON acquit.claim_hold USING btree (tenant_id, case_id, claim_id) WHERE (ended_at IS NULL);
alter table claim_hold enable row level security;
alter table claim_hold force row level security;
create policy tenant_isolation on claim_hold using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on claim_hold to @app@;

create table claim_limitation (
  tenant_id uuid not null,
  claim_id uuid not null,
  company_id uuid not null,
  expires_on date,
  fallback_on date,
  watched_on date not null generated always as (COALESCE(expires_on, fallback_on, 'infinity'::date)) stored,
  article text,
  confidence text,
  candidates jsonb not null default '[]'::jsonb,
  missing text[] not null default '{}'::text[],
  is_title boolean not null default false,
  refusal jsonb,
  computed_on date not null,
  constraint claim_limitation_pkey PRIMARY KEY (tenant_id, claim_id),
  constraint claim_limitation_check CHECK (((refusal IS NOT NULL) OR (COALESCE(expires_on, fallback_on) IS NOT NULL))),
  constraint claim_limitation_confidence_check CHECK ((confidence = ANY (ARRAY['A'::text, 'B'::text, 'C'::text]))),
  constraint claim_limitation_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id) ON DELETE CASCADE
);
CREATE INDEX claim_limitation_by_day ON acquit.claim_limitation USING btree (tenant_id, company_id, watched_on, claim_id);
alter table claim_limitation enable row level security;
alter table claim_limitation force row level security;
create policy tenant_isolation on claim_limitation using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on claim_limitation to @app@;

create table collection_case (
  tenant_id uuid not null,
  case_id uuid not null,
  company_id uuid not null,
  debtor_id uuid not null,
  profile text not null,
  status text not null default 'open'::text,
  status_reason text,
  paused_until date,
  next_action_on date,
  next_step text,
  last_contact_on date,
  last_contact_live boolean not null default false,
  open_cents bigint not null default 0,
  open_claims integer not null default 0,
  oldest_due_on date,
  created_at timestamp with time zone not null default now(),
  scenario_chosen text,
  scenario_kept jsonb,
  scenario_key text,
  limitation_stale boolean not null default true,
  constraint collection_case_pkey PRIMARY KEY (tenant_id, case_id),
  constraint collection_case_profile_check CHECK ((profile = ANY (ARRAY['business'::text, 'consumer'::text, 'public'::text]))),
  constraint collection_case_status_check CHECK ((status = ANY (ARRAY['open'::text, 'paused'::text, 'parked'::text, 'closed'::text]))),
  constraint collection_case_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint collection_case_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtor(tenant_id, debtor_id),
  constraint case_of_debtor UNIQUE (tenant_id, company_id, debtor_id) INCLUDE (case_id)
);
CREATE INDEX case_by_age ON acquit.collection_case USING btree (tenant_id, company_id, oldest_due_on, case_id);
CREATE INDEX case_by_amount ON acquit.collection_case USING btree (tenant_id, company_id, open_cents DESC, case_id DESC);
CREATE INDEX case_due ON acquit.collection_case USING btree (tenant_id, company_id, next_action_on, case_id) WHERE ((status = ANY (ARRAY['open'::text, 'paused'::text])) AND (next_action_on IS NOT NULL));
CREATE INDEX case_limitation_stale ON acquit.collection_case USING btree (tenant_id, company_id, case_id) WHERE limitation_stale;
CREATE UNIQUE INDEX case_of_company ON acquit.collection_case USING btree (tenant_id, case_id, company_id);
CREATE INDEX case_owing ON acquit.collection_case USING btree (tenant_id, company_id) WHERE (open_claims > 0);
CREATE INDEX case_waiting ON acquit.collection_case USING btree (tenant_id, company_id, status) WHERE (status = ANY (ARRAY['paused'::text, 'parked'::text]));
alter table collection_case enable row level security;
alter table collection_case force row level security;
create policy tenant_isolation on collection_case using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on collection_case to @app@;
CREATE TRIGGER case_totals_deleted AFTER DELETE ON acquit.collection_case REFERENCING OLD TABLE AS changed_cases FOR EACH STATEMENT EXECUTE FUNCTION add_case_totals();
CREATE TRIGGER case_totals_inserted AFTER INSERT ON acquit.collection_case REFERENCING NEW TABLE AS changed_cases FOR EACH STATEMENT EXECUTE FUNCTION add_case_totals();
CREATE TRIGGER case_totals_updated AFTER UPDATE ON acquit.collection_case REFERENCING OLD TABLE AS cases_before NEW TABLE AS cases_after FOR EACH STATEMENT EXECUTE FUNCTION move_case_totals();

create table collector (
  tenant_id uuid not null,
  name text not null,
  address_lines text[] not null default '{}'::text[],
  postcode text,
  city text,
  email text,
  phone text,
  legal_id text,
  iban text,
  bic text,
  insurance text,
  declared_on date,
  updated_at timestamp with time zone not null default now(),
  constraint collector_pkey PRIMARY KEY (tenant_id),
  constraint collector_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
alter table collector enable row level security;
alter table collector force row level security;
create policy tenant_isolation on collector using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on collector to @app@;

create table column_mapping (
  tenant_id uuid not null,
  company_id uuid not null,
  fingerprint text not null,
  mapping jsonb not null,
  updated_at timestamp with time zone not null default now(),
  constraint column_mapping_pkey PRIMARY KEY (tenant_id, company_id, fingerprint),
  constraint column_mapping_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
alter table column_mapping enable row level security;
alter table column_mapping force row level security;
create policy tenant_isolation on column_mapping using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on column_mapping to @app@;

create table company (
  tenant_id uuid not null,
  company_id uuid not null,
  name text not null,
  legal_id text,
  vat text,
  legal_form text,
  address_lines text[] not null default '{}'::text[],
  postcode text,
  city text,
  country text not null default 'FR'::text,
  email text,
  phone text,
  iban text,
  bic text,
  creditor_kind text not null default 'business'::text,
  mode text not null default 'test'::text,
  is_demo boolean not null default false,
  settings jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  scenario_rules jsonb,
  uses_turnover boolean not null generated always as (COALESCE((scenario_rules @? '$[*]."when"?(exists (@."leastTurnoverCents") || exists (@."mostTurnoverCents"))'::jsonpath), false)) stored,
  rcs_city text,
  in_national_register boolean not null default false,
  capital_cents bigint,
  in_liquidation boolean not null default false,
  mandate_signed_on date,
  constraint company_pkey PRIMARY KEY (tenant_id, company_id),
  constraint company_capital_cents_check CHECK ((capital_cents > 0)),
  constraint company_creditor_kind_check CHECK ((creditor_kind = ANY (ARRAY['business'::text, 'individual'::text]))),
  constraint company_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  constraint company_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
CREATE UNIQUE INDEX company_by_legal_id ON acquit.company USING btree (tenant_id, legal_id) WHERE (legal_id IS NOT NULL);
alter table company enable row level security;
alter table company force row level security;
create policy tenant_isolation on company using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on company to @app@;

create table court_address (
  line integer not null,
  type text not null,
  insee text,
  number text,
  place_key text not null,
  name text not null,
  address text,
  phone text,
  email text,
  constraint court_address_pkey PRIMARY KEY (line)
);
CREATE INDEX court_address_by_number ON acquit.court_address USING btree (number) WHERE (number IS NOT NULL);
CREATE INDEX court_address_by_place ON acquit.court_address USING btree (place_key, type);
grant select on court_address to @app@;

create table court_bundle (
  tenant_id uuid not null,
  bundle_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  procedure text not null,
  answers jsonb not null default '{}'::jsonb,
  exhibits jsonb not null default '[]'::jsonb,
  created_by text not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  constraint court_bundle_pkey PRIMARY KEY (tenant_id, bundle_id),
  constraint court_bundle_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint court_bundle_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
CREATE INDEX court_bundle_by_case ON acquit.court_bundle USING btree (tenant_id, case_id, procedure, created_at DESC);
alter table court_bundle enable row level security;
alter table court_bundle force row level security;
create policy tenant_isolation on court_bundle using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on court_bundle to @app@;

create table court_bundle_document (
  tenant_id uuid not null,
  bundle_id uuid not null,
  version integer not null,
  n smallint not null,
  role text not null,
  title text not null,
  file_name text not null,
  media_type text not null,
  sha256 bytea not null,
  bytes bigint not null,
  pages integer,
  constraint court_bundle_document_pkey PRIMARY KEY (tenant_id, bundle_id, version, n),
  constraint court_bundle_document_role_check CHECK ((role = ANY (ARRAY['merged'::text, 'archive'::text, 'document'::text, 'later'::text, 'exhibit'::text, 'original'::text]))),
  constraint court_bundle_document_tenant_id_bundle_id_version_fkey FOREIGN KEY (tenant_id, bundle_id, version) REFERENCES court_bundle_version(tenant_id, bundle_id, version) ON DELETE CASCADE,
  constraint court_bundle_document_tenant_id_sha256_fkey FOREIGN KEY (tenant_id, sha256) REFERENCES blob(tenant_id, sha256)
);
alter table court_bundle_document enable row level security;
alter table court_bundle_document force row level security;
create policy tenant_isolation on court_bundle_document using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on court_bundle_document to @app@;

create table court_bundle_file (
  tenant_id uuid not null,
  file_id uuid not null,
  bundle_id uuid not null,
  kind text not null,
  title text not null,
  on_day date,
  file_name text not null,
  media_type text not null,
  sha256 bytea not null,
  added_by text not null,
  added_at timestamp with time zone not null default clock_timestamp(),
  removed_by text,
  removed_at timestamp with time zone,
  constraint court_bundle_file_pkey PRIMARY KEY (tenant_id, file_id),
  constraint court_bundle_file_check CHECK (((removed_by IS NULL) = (removed_at IS NULL))),
  constraint court_bundle_file_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text]))),
  constraint court_bundle_file_tenant_id_bundle_id_fkey FOREIGN KEY (tenant_id, bundle_id) REFERENCES court_bundle(tenant_id, bundle_id) ON DELETE CASCADE,
  constraint court_bundle_file_tenant_id_sha256_fkey FOREIGN KEY (tenant_id, sha256) REFERENCES blob(tenant_id, sha256)
);
CREATE INDEX court_bundle_file_by_bundle ON acquit.court_bundle_file USING btree (tenant_id, bundle_id, added_at) WHERE (removed_at IS NULL);
alter table court_bundle_file enable row level security;
alter table court_bundle_file force row level security;
create policy tenant_isolation on court_bundle_file using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on court_bundle_file to @app@;

create table court_bundle_version (
  tenant_id uuid not null,
  bundle_id uuid not null,
  version integer not null,
  on_day date not null,
  total_cents bigint not null,
  ready boolean not null,
  lines jsonb not null,
  built_by text not null,
  built_at timestamp with time zone not null default clock_timestamp(),
  constraint court_bundle_version_pkey PRIMARY KEY (tenant_id, bundle_id, version),
  constraint court_bundle_version_version_check CHECK ((version > 0)),
  constraint court_bundle_version_tenant_id_bundle_id_fkey FOREIGN KEY (tenant_id, bundle_id) REFERENCES court_bundle(tenant_id, bundle_id) ON DELETE CASCADE
);
alter table court_bundle_version enable row level security;
alter table court_bundle_version force row level security;
create policy tenant_isolation on court_bundle_version using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on court_bundle_version to @app@;

create table court_commune (
  insee text not null,
  name text not null,
  name_key text not null,
  department text not null,
  judicial_id text,
  local_id text,
  labour_id text,
  appeal_id text,
  constraint court_commune_pkey PRIMARY KEY (insee)
);
CREATE INDEX court_commune_by_name ON acquit.court_commune USING btree (department, name_key);
grant select on court_commune to @app@;

create table court_file (
  layout text not null,
  file_name text not null,
  sha256 bytea not null,
  edition text,
  entries integer not null,
  doubts jsonb not null default '[]'::jsonb,
  imported_by text not null,
  imported_on date not null,
  imported_at timestamp with time zone not null default now(),
  constraint court_file_pkey PRIMARY KEY (layout),
  constraint court_file_layout_check CHECK ((layout = ANY (ARRAY['ministry'::text, 'registry'::text, 'addresses'::text]))),
  constraint court_file_sha256_check CHECK ((length(sha256) = 32))
);
grant select on court_file to @app@;

create table court_registry_commune (
  insee text not null,
  registry text not null,
  department text not null,
  constraint court_registry_commune_pkey PRIMARY KEY (insee)
);
CREATE INDEX court_registry_commune_by_department ON acquit.court_registry_commune USING btree (department, registry);
grant select on court_registry_commune to @app@;

create table court_registry_postcode (
  postcode text not null,
  registry text not null,
  constraint court_registry_postcode_pkey PRIMARY KEY (postcode)
);
grant select on court_registry_postcode to @app@;

create table court_seat (
  court_id text not null,
  kind text not null,
  number text not null,
  name text not null,
  constraint court_seat_pkey PRIMARY KEY (court_id),
  constraint court_seat_kind_check CHECK ((kind = ANY (ARRAY['TJ'::text, 'TPRX'::text, 'CPH'::text, 'CA'::text])))
);
grant select on court_seat to @app@;

create table credit_allocation (
  tenant_id uuid not null,
  credit_claim_id uuid not null,
  claim_id uuid not null,
  effective_on date not null,
  effect text not null,
  amount_cents bigint not null,
  import_id uuid,
  constraint credit_allocation_pkey PRIMARY KEY (tenant_id, credit_claim_id, claim_id),
  constraint credit_allocation_amount_cents_check CHECK ((amount_cents > 0)),
  constraint credit_allocation_effect_check CHECK ((effect = ANY (ARRAY['correction'::text, 'gesture'::text]))),
  constraint credit_allocation_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id),
  constraint credit_allocation_tenant_id_credit_claim_id_fkey FOREIGN KEY (tenant_id, credit_claim_id) REFERENCES claim(tenant_id, claim_id)
);
CREATE INDEX credit_allocation_by_claim ON acquit.credit_allocation USING btree (tenant_id, claim_id);
CREATE INDEX credit_allocation_by_import ON acquit.credit_allocation USING btree (tenant_id, import_id) WHERE (import_id IS NOT NULL);
alter table credit_allocation enable row level security;
alter table credit_allocation force row level security;
create policy tenant_isolation on credit_allocation using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on credit_allocation to @app@;

create table creditor_identity (
  tenant_id uuid not null,
  company_id uuid not null,
  answers jsonb not null default '{}'::jsonb,
  updated_by text not null,
  updated_at timestamp with time zone not null default clock_timestamp(),
  constraint creditor_identity_pkey PRIMARY KEY (tenant_id, company_id),
  constraint creditor_identity_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
alter table creditor_identity enable row level security;
alter table creditor_identity force row level security;
create policy tenant_isolation on creditor_identity using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on creditor_identity to @app@;

create table debtor (
  tenant_id uuid not null,
  debtor_id uuid not null,
  company_id uuid not null,
  name text not null,
  name_key text not null generated always as (fold_name(name)) stored,
  kind text,
  legal_id text,
  vat text,
  account text,
  email text,
  phone text,
  contact_name text,
  address_lines text[] not null default '{}'::text[],
  postcode text,
  city text,
  country text not null default 'FR'::text,
  insolvency_opened_on date,
  created_at timestamp with time zone not null default now(),
  import_id uuid,
  language text not null default 'fr'::text,
  circuit text,
  payment_run jsonb,
  terms jsonb,
  delivery_lines text[] not null default '{}'::text[],
  delivery_postcode text,
  delivery_city text,
  delivery_country text not null default 'FR'::text,
  main_contact_id uuid not null default gen_random_uuid(),
  contact_role text not null default 'accounts-payable'::text,
  contact_note text,
  siren_key text generated always as (siren_of(legal_id, vat)) stored,
  name_skeleton text generated always as (name_skeleton(name)) stored,
  mail_domain text generated always as (mail_domain(email)) stored,
  account_key text generated always as (account_key(account)) stored,
  sector text,
  salesperson_name text,
  salesperson_email text,
  email_key text generated always as (lower((email COLLATE "C"))) stored,
  payer_class text,
  credit_limit_cents bigint,
  insolvency_published_on date,
  insolvency_kind text,
  insolvency_closed_on date,
  insolvency_representative jsonb,
  insolvency_by_notice date,
  insolvency_before_notice date,
  struck_off_on date,
  constraint debtor_pkey PRIMARY KEY (tenant_id, debtor_id),
  constraint debtor_contact_role_check CHECK ((contact_role = ANY (ARRAY['accounts-payable'::text, 'buyer'::text, 'manager'::text, 'legal'::text, 'other'::text]))),
  constraint debtor_credit_limit_cents_check CHECK ((credit_limit_cents >= 0)),
  constraint debtor_insolvency_kind_check CHECK ((insolvency_kind = ANY (ARRAY['sauvegarde'::text, 'redressement'::text, 'liquidation'::text]))),
  constraint debtor_kind_check CHECK ((kind = ANY (ARRAY['consumer'::text, 'trader'::text, 'artisan'::text, 'company'::text, 'civil-professional'::text, 'public-body'::text, 'public-enterprise'::text, 'non-business'::text]))),
  constraint debtor_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint debtor_payer_class_check CHECK ((payer_class = ANY (ARRAY['good-payer'::text, 'ordinary'::text, 'at-risk'::text, 'large-account'::text, 'consumer'::text, 'public-body'::text]))),
  constraint debtor_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
CREATE INDEX debtor_by_account ON acquit.debtor USING btree (tenant_id, company_id, account) WHERE (account IS NOT NULL);
CREATE INDEX debtor_by_account_key ON acquit.debtor USING btree (tenant_id, company_id, account_key) INCLUDE (debtor_id, siren_key) WHERE (account_key IS NOT NULL);
CREATE INDEX debtor_by_email ON acquit.debtor USING btree (tenant_id, email_key) WHERE (email_key IS NOT NULL);
CREATE INDEX debtor_by_import ON acquit.debtor USING btree (tenant_id, import_id) WHERE (import_id IS NOT NULL);
CREATE UNIQUE INDEX debtor_by_legal_id ON acquit.debtor USING btree (tenant_id, company_id, legal_id) WHERE (legal_id IS NOT NULL);
CREATE INDEX debtor_by_mail_domain ON acquit.debtor USING btree (tenant_id, company_id, mail_domain) INCLUDE (debtor_id, siren_key) WHERE (mail_domain IS NOT NULL);
CREATE INDEX debtor_by_name ON acquit.debtor USING btree (tenant_id, company_id, name_key, debtor_id);
CREATE INDEX debtor_by_siren ON acquit.debtor USING btree (tenant_id, company_id, siren_key) INCLUDE (debtor_id) WHERE (siren_key IS NOT NULL);
CREATE INDEX debtor_by_skeleton ON acquit.debtor USING btree (tenant_id, company_id, name_skeleton) INCLUDE (debtor_id, siren_key) WHERE (name_skeleton IS NOT NULL);
CREATE INDEX debtor_by_vat ON acquit.debtor USING btree (tenant_id, company_id, vat) INCLUDE (debtor_id, siren_key) WHERE (vat IS NOT NULL);
CREATE INDEX debtor_with_limit ON acquit.debtor USING btree (tenant_id, company_id, debtor_id) INCLUDE (credit_limit_cents) WHERE (credit_limit_cents IS NOT NULL);
alter table debtor enable row level security;
alter table debtor force row level security;
create policy tenant_isolation on debtor using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on debtor to @app@;
CREATE TRIGGER debtor_signs_inserted AFTER INSERT ON acquit.debtor REFERENCING NEW TABLE AS new_debtors FOR EACH STATEMENT EXECUTE FUNCTION compare_new_debtors();
CREATE TRIGGER debtor_signs_updated AFTER UPDATE OF company_id, name, email, legal_id, vat, account ON acquit.debtor FOR EACH ROW WHEN (((((((old.company_id IS DISTINCT FROM new.company_id) OR (old.siren_key IS DISTINCT FROM new.siren_key)) OR (old.vat IS DISTINCT FROM new.vat)) OR (old.account_key IS DISTINCT FROM new.account_key)) OR (old.name_skeleton IS DISTINCT FROM new.name_skeleton)) OR (old.mail_domain IS DISTINCT FROM new.mail_domain))) EXECUTE FUNCTION compare_debtor();
CREATE TRIGGER debtor_words_deleted AFTER DELETE ON acquit.debtor REFERENCING OLD TABLE AS old_debtors FOR EACH STATEMENT EXECUTE FUNCTION forget_debtors();
CREATE TRIGGER debtor_words_inserted AFTER INSERT ON acquit.debtor REFERENCING NEW TABLE AS new_debtors FOR EACH STATEMENT EXECUTE FUNCTION index_new_debtors();
CREATE TRIGGER debtor_words_updated AFTER UPDATE OF name, account, legal_id, vat ON acquit.debtor FOR EACH ROW WHEN (((((old.name IS DISTINCT FROM new.name) OR (old.account IS DISTINCT FROM new.account)) OR (old.legal_id IS DISTINCT FROM new.legal_id)) OR (old.vat IS DISTINCT FROM new.vat))) EXECUTE FUNCTION index_renamed_debtor();

create table debtor_alias (
  tenant_id uuid not null,
  company_id uuid not null,
  debtor_id uuid not null,
  kind text not null,
  value text not null,
  alias_key text not null generated always as (
CASE
    WHEN (kind = 'name'::text) THEN fold_name(value)
    ELSE value
END) stored,
  merge_id uuid,
  created_at timestamp with time zone not null default now(),
  constraint debtor_alias_pkey PRIMARY KEY (tenant_id, company_id, kind, alias_key, debtor_id),
  constraint debtor_alias_kind_check CHECK ((kind = ANY (ARRAY['legal-id'::text, 'vat'::text, 'account'::text, 'name'::text]))),
  constraint debtor_alias_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtor(tenant_id, debtor_id) ON DELETE CASCADE
);
CREATE INDEX debtor_alias_by_debtor ON acquit.debtor_alias USING btree (tenant_id, debtor_id);
alter table debtor_alias enable row level security;
alter table debtor_alias force row level security;
create policy tenant_isolation on debtor_alias using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on debtor_alias to @app@;
CREATE TRIGGER debtor_alias_forgotten AFTER DELETE ON acquit.debtor_alias FOR EACH ROW EXECUTE FUNCTION forget_alias();
CREATE TRIGGER debtor_alias_words AFTER INSERT OR UPDATE OF debtor_id ON acquit.debtor_alias FOR EACH ROW EXECUTE FUNCTION index_alias();

create table debtor_contact (
  tenant_id uuid not null,
  contact_id uuid not null,
  debtor_id uuid not null,
  role text not null,
  name text,
  email text,
  phone text,
  note text,
  merge_id uuid,
  created_at timestamp with time zone not null default now(),
  email_key text generated always as (lower((email COLLATE "C"))) stored,
  constraint debtor_contact_pkey PRIMARY KEY (tenant_id, contact_id),
  constraint debtor_contact_role_check1 CHECK ((role = ANY (ARRAY['accounts-payable'::text, 'buyer'::text, 'manager'::text, 'legal'::text, 'other'::text]))),
  constraint debtor_contact_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtor(tenant_id, debtor_id) ON DELETE CASCADE
);
CREATE INDEX debtor_contact_by_debtor ON acquit.debtor_contact USING btree (tenant_id, debtor_id, created_at);
CREATE INDEX debtor_contact_by_email ON acquit.debtor_contact USING btree (tenant_id, email_key) WHERE (email_key IS NOT NULL);
alter table debtor_contact enable row level security;
alter table debtor_contact force row level security;
create policy tenant_isolation on debtor_contact using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on debtor_contact to @app@;

create table debtor_distinct (
  tenant_id uuid not null,
  debtor_id uuid not null,
  other_id uuid not null,
  said_by text not null,
  said_at timestamp with time zone not null default now(),
  constraint debtor_distinct_pkey PRIMARY KEY (tenant_id, debtor_id, other_id),
  constraint debtor_distinct_check CHECK ((debtor_id < other_id)),
  constraint debtor_distinct_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtor(tenant_id, debtor_id) ON DELETE CASCADE,
  constraint debtor_distinct_tenant_id_other_id_fkey FOREIGN KEY (tenant_id, other_id) REFERENCES debtor(tenant_id, debtor_id) ON DELETE CASCADE
);
CREATE INDEX debtor_distinct_by_other ON acquit.debtor_distinct USING btree (tenant_id, other_id);
alter table debtor_distinct enable row level security;
alter table debtor_distinct force row level security;
create policy tenant_isolation on debtor_distinct using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on debtor_distinct to @app@;

create table debtor_merge (
  tenant_id uuid not null,
  merge_id uuid not null,
  company_id uuid not null,
  into_debtor_id uuid not null,
  into_case_id uuid not null,
  from_debtor_id uuid not null,
  from_case_id uuid not null,
  from_name text not null,
  undo jsonb not null,
  merged_by text not null,
  merged_at timestamp with time zone not null default now(),
  undone_by text,
  undone_at timestamp with time zone,
  constraint debtor_merge_pkey PRIMARY KEY (tenant_id, merge_id),
  constraint debtor_merge_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
CREATE INDEX debtor_merge_by_case ON acquit.debtor_merge USING btree (tenant_id, into_case_id) WHERE (undone_at IS NULL);
CREATE INDEX debtor_merge_by_customer ON acquit.debtor_merge USING btree (tenant_id, into_debtor_id, merged_at DESC) WHERE (undone_at IS NULL);
CREATE INDEX debtor_merge_by_lost_case ON acquit.debtor_merge USING btree (tenant_id, from_case_id) WHERE (undone_at IS NULL);
alter table debtor_merge enable row level security;
alter table debtor_merge force row level security;
create policy tenant_isolation on debtor_merge using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on debtor_merge to @app@;

create table debtor_sign_shared (
  tenant_id uuid not null,
  company_id uuid not null,
  sign text not null,
  value text not null,
  constraint debtor_sign_shared_pkey PRIMARY KEY (tenant_id, company_id, sign, value)
);
alter table debtor_sign_shared enable row level security;
alter table debtor_sign_shared force row level security;
create policy tenant_isolation on debtor_sign_shared using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on debtor_sign_shared to @app@;

create table debtor_to_compare (
  tenant_id uuid not null,
  company_id uuid not null,
  entry_id uuid not null default gen_random_uuid(),
  debtor_id uuid not null,
  constraint debtor_to_compare_pkey PRIMARY KEY (tenant_id, company_id, entry_id)
);
alter table debtor_to_compare enable row level security;
alter table debtor_to_compare force row level security;
create policy tenant_isolation on debtor_to_compare using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on debtor_to_compare to @app@;

create table debtor_word (
  tenant_id uuid not null,
  company_id uuid not null,
  word text not null,
  debtor_id uuid not null,
  constraint debtor_word_pkey PRIMARY KEY (tenant_id, company_id, word, debtor_id)
);
CREATE INDEX debtor_word_by_debtor ON acquit.debtor_word USING btree (tenant_id, debtor_id, word);
alter table debtor_word enable row level security;
alter table debtor_word force row level security;
create policy tenant_isolation on debtor_word using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on debtor_word to @app@;

create table delivery_suspension (
  tenant_id uuid not null,
  suspension_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  supply text not null,
  main_home boolean not null default false,
  declared jsonb not null default '{}'::jsonb,
  notice_on date not null,
  effective_on date not null,
  reason text not null,
  owner text not null,
  action_id uuid,
  entered_by text not null,
  entered_at timestamp with time zone not null default now(),
  lifted_on date,
  lifted_by text,
  lifted_at timestamp with time zone,
  constraint delivery_suspension_pkey PRIMARY KEY (tenant_id, suspension_id),
  constraint delivery_suspension_check CHECK ((notice_on <= effective_on)),
  constraint delivery_suspension_supply_check CHECK ((supply = ANY (ARRAY['goods'::text, 'services'::text, 'water'::text, 'electricity'::text, 'gas'::text, 'heat'::text, 'telecom'::text]))),
  constraint delivery_suspension_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint delivery_suspension_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
CREATE INDEX delivery_suspension_by_case ON acquit.delivery_suspension USING btree (tenant_id, case_id, notice_on);
CREATE INDEX delivery_suspension_open ON acquit.delivery_suspension USING btree (tenant_id, company_id, effective_on) WHERE (lifted_at IS NULL);
alter table delivery_suspension enable row level security;
alter table delivery_suspension force row level security;
create policy tenant_isolation on delivery_suspension using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on delivery_suspension to @app@;

create table digest (
  tenant_id uuid not null,
  digest_id uuid not null,
  company_id uuid not null,
  user_id uuid not null,
  for_day date not null,
  state text not null,
  recipient text not null,
  content jsonb not null,
  message_id text,
  fence bigint not null default 0,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  try_after timestamp with time zone not null default now(),
  server_answer text,
  settled_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint digest_pkey PRIMARY KEY (tenant_id, digest_id),
  constraint digest_state_check CHECK ((state = ANY (ARRAY['due'::text, 'reserved'::text, 'ending'::text, 'sent'::text, 'in-doubt'::text, 'refused'::text, 'captured'::text, 'cancelled'::text]))),
  constraint digest_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint digest_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES app_user(tenant_id, user_id),
  constraint digest_tenant_id_company_id_user_id_for_day_key UNIQUE (tenant_id, company_id, user_id, for_day)
);
CREATE INDEX digest_open ON acquit.digest USING btree (tenant_id, company_id, try_after) WHERE (state = ANY (ARRAY['due'::text, 'reserved'::text, 'ending'::text]));
alter table digest enable row level security;
alter table digest force row level security;
create policy tenant_isolation on digest using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on digest to @app@;

create table digest_wish (
  tenant_id uuid not null,
  company_id uuid not null,
  user_id uuid not null,
  weekday smallint not null,
  since_on date not null,
  constraint digest_wish_pkey PRIMARY KEY (tenant_id, company_id, user_id),
  constraint digest_wish_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7))),
  constraint digest_wish_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint digest_wish_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES app_user(tenant_id, user_id)
);
alter table digest_wish enable row level security;
alter table digest_wish force row level security;
create policy tenant_isolation on digest_wish using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on digest_wish to @app@;

create table dispatch (
  tenant_id uuid not null,
  action_id uuid not null,
  company_id uuid not null,
  channel text not null,
  electronic boolean not null default false,
  via text,
  our_ref text not null,
  provider_ref text,
  number text,
  price_cents integer,
  handed_at timestamp with time zone not null default clock_timestamp(),
  poll_after timestamp with time zone,
  ended boolean not null default false,
  constraint dispatch_pkey PRIMARY KEY (tenant_id, action_id),
  constraint dispatch_channel_check CHECK ((channel = ANY (ARRAY['letter'::text, 'registered'::text, 'sms'::text]))),
  constraint dispatch_tenant_id_action_id_fkey FOREIGN KEY (tenant_id, action_id) REFERENCES action(tenant_id, action_id) ON DELETE CASCADE
);
CREATE INDEX dispatch_by_hand ON acquit.dispatch USING btree (tenant_id, company_id, handed_at, action_id) WHERE ((channel = 'registered'::text) AND (via IS NULL) AND (NOT ended));
CREATE INDEX dispatch_by_ref ON acquit.dispatch USING btree (tenant_id, our_ref);
CREATE INDEX dispatch_recent ON acquit.dispatch USING btree (tenant_id, company_id, handed_at DESC, action_id DESC);
CREATE INDEX dispatch_to_poll ON acquit.dispatch USING btree (tenant_id, company_id, poll_after) WHERE (poll_after IS NOT NULL);
alter table dispatch enable row level security;
alter table dispatch force row level security;
create policy tenant_isolation on dispatch using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on dispatch to @app@;

create table dispatch_event (
  tenant_id uuid not null,
  event_id uuid not null,
  action_id uuid not null,
  kind text not null,
  on_day date not null,
  source text not null,
  label text,
  proof_sha256 bytea,
  told_by text not null,
  told_at timestamp with time zone not null default clock_timestamp(),
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  constraint dispatch_event_pkey PRIMARY KEY (tenant_id, event_id),
  constraint dispatch_event_kind_check CHECK ((kind = ANY (ARRAY['deposited'::text, 'first-presentation'::text, 'delivered'::text, 'refused'::text, 'unclaimed'::text, 'returned'::text, 'failed'::text]))),
  constraint dispatch_event_source_check CHECK ((source = ANY (ARRAY['provider'::text, 'hand'::text]))),
  constraint dispatch_event_tenant_id_action_id_fkey FOREIGN KEY (tenant_id, action_id) REFERENCES dispatch(tenant_id, action_id) ON DELETE CASCADE,
  constraint dispatch_event_tenant_id_proof_sha256_fkey FOREIGN KEY (tenant_id, proof_sha256) REFERENCES blob(tenant_id, sha256)
);
CREATE UNIQUE INDEX dispatch_event_once ON acquit.dispatch_event USING btree (tenant_id, action_id, kind, on_day) WHERE (withdrawn_at IS NULL);
alter table dispatch_event enable row level security;
alter table dispatch_event force row level security;
create policy tenant_isolation on dispatch_event using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on dispatch_event to @app@;

create table dispute (
  tenant_id uuid not null,
  dispute_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  reason text not null,
  details text,
  opened_on date not null,
  owner text not null,
  deadline_on date not null,
  origin text not null default 'user'::text,
  cause_id uuid,
  entered_by text not null,
  entered_at timestamp with time zone not null default now(),
  outcome text,
  outcome_note text,
  credit_claim_id uuid,
  resolved_on date,
  resolved_by text,
  resolved_at timestamp with time zone,
  constraint dispute_pkey PRIMARY KEY (tenant_id, dispute_id),
  constraint dispute_check CHECK (((outcome IS NULL) = (resolved_on IS NULL))),
  constraint dispute_origin_check CHECK ((origin = ANY (ARRAY['user'::text, 'reply'::text, 'page'::text, 'e-invoice'::text]))),
  constraint dispute_outcome_check CHECK ((outcome = ANY (ARRAY['credit-note'::text, 'we-accept'::text, 'they-accept'::text, 'withdrawn'::text]))),
  constraint dispute_reason_check CHECK ((reason = ANY (ARRAY['goods-missing'::text, 'goods-faulty'::text, 'service-not-done'::text, 'price'::text, 'quantity'::text, 'order-unknown'::text, 'already-paid'::text, 'double-invoice'::text, 'address-or-mentions'::text, 'other'::text]))),
  constraint dispute_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint dispute_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint dispute_tenant_id_credit_claim_id_fkey FOREIGN KEY (tenant_id, credit_claim_id) REFERENCES claim(tenant_id, claim_id)
);
CREATE INDEX dispute_by_case ON acquit.dispute USING btree (tenant_id, case_id, opened_on);
CREATE INDEX dispute_open ON acquit.dispute USING btree (tenant_id, company_id, deadline_on, dispute_id) WHERE (outcome IS NULL);
CREATE INDEX dispute_recent ON acquit.dispute USING btree (tenant_id, company_id, resolved_on DESC, dispute_id) WHERE (outcome IS NOT NULL);
alter table dispute enable row level security;
alter table dispute force row level security;
create policy tenant_isolation on dispute using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on dispute to @app@;

create table dispute_claim (
  tenant_id uuid not null,
  dispute_id uuid not null,
  claim_id uuid not null,
  contested_cents bigint,
  constraint dispute_claim_pkey PRIMARY KEY (tenant_id, dispute_id, claim_id),
  constraint dispute_claim_contested_cents_check CHECK ((contested_cents > 0)),
  constraint dispute_claim_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id),
  constraint dispute_claim_tenant_id_dispute_id_fkey FOREIGN KEY (tenant_id, dispute_id) REFERENCES dispute(tenant_id, dispute_id) ON DELETE CASCADE
);
CREATE INDEX dispute_claim_by_claim ON acquit.dispute_claim USING btree (tenant_id, claim_id);
alter table dispute_claim enable row level security;
alter table dispute_claim force row level security;
create policy tenant_isolation on dispute_claim using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on dispute_claim to @app@;

create table dispute_file (
  tenant_id uuid not null,
  dispute_id uuid not null,
  sha256 bytea not null,
  file_name text not null,
  added_by text not null,
  added_at timestamp with time zone not null default now(),
  constraint dispute_file_pkey PRIMARY KEY (tenant_id, dispute_id, sha256),
  constraint dispute_file_tenant_id_dispute_id_fkey FOREIGN KEY (tenant_id, dispute_id) REFERENCES dispute(tenant_id, dispute_id) ON DELETE CASCADE,
  constraint dispute_file_tenant_id_sha256_fkey FOREIGN KEY (tenant_id, sha256) REFERENCES blob(tenant_id, sha256)
);
alter table dispute_file enable row level security;
alter table dispute_file force row level security;
create policy tenant_isolation on dispute_file using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on dispute_file to @app@;

create table due_total (
  tenant_id uuid not null,
  company_id uuid not null,
  due_on date not null,
  entry_id uuid not null default gen_random_uuid(),
  open_cents bigint not null,
  claims integer not null,
  ledger_state text not null default 'open'::text,
  amount_cents bigint not null default 0,
  amount_band bigint not null default 0,
  constraint due_total_pkey PRIMARY KEY (tenant_id, company_id, ledger_state, due_on, entry_id),
  constraint due_total_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
alter table due_total enable row level security;
alter table due_total force row level security;
create policy tenant_isolation on due_total using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on due_total to @app@;

create table einvoice_standing (
  tenant_id uuid not null,
  claim_id uuid not null,
  company_id uuid not null,
  code text not null,
  label text not null,
  at timestamp without time zone not null,
  ground text,
  task_title text,
  task_message text,
  declared_cents bigint not null default 0,
  evidence text[] not null default '{}'::text[],
  settled_up_to timestamp without time zone,
  settled_by text,
  settled_note text,
  constraint einvoice_standing_pkey PRIMARY KEY (tenant_id, claim_id),
  constraint einvoice_standing_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id),
  constraint einvoice_standing_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
CREATE INDEX einvoice_standing_declared ON acquit.einvoice_standing USING btree (tenant_id, claim_id) WHERE (declared_cents <> 0);
CREATE INDEX einvoice_standing_tasks ON acquit.einvoice_standing USING btree (tenant_id, company_id, at, claim_id) WHERE (ground IS NOT NULL);
alter table einvoice_standing enable row level security;
alter table einvoice_standing force row level security;
create policy tenant_isolation on einvoice_standing using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on einvoice_standing to @app@;

create table einvoice_status (
  tenant_id uuid not null,
  status_id uuid not null,
  company_id uuid not null,
  import_id uuid not null,
  copy_import_ids uuid[] not null default '{}'::uuid[],
  message_id text not null,
  invoice_number text not null,
  invoiced_on date,
  type_code text,
  code text not null,
  label text not null,
  at timestamp without time zone not null,
  issuer_role text not null,
  issuer_legal_id text,
  issuer_name text,
  reasons jsonb not null default '[]'::jsonb,
  amount_cents bigint,
  left_cents bigint,
  approved_cents bigint,
  contested_cents bigint,
  amount_on date,
  claim_id uuid,
  created_at timestamp with time zone not null default now(),
  constraint einvoice_status_pkey PRIMARY KEY (tenant_id, status_id),
  constraint einvoice_status_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id),
  constraint einvoice_status_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint einvoice_status_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES import_job(tenant_id, import_id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX einvoice_status_by_claim ON acquit.einvoice_status USING btree (tenant_id, claim_id, at) WHERE (claim_id IS NOT NULL);
CREATE INDEX einvoice_status_by_import ON acquit.einvoice_status USING btree (tenant_id, import_id);
CREATE INDEX einvoice_status_copies ON acquit.einvoice_status USING gin (copy_import_ids) WHERE (copy_import_ids <> '{}'::uuid[]);
CREATE UNIQUE INDEX einvoice_status_event ON acquit.einvoice_status USING btree (tenant_id, company_id, invoice_number, COALESCE(invoiced_on, '-infinity'::date), at, code, issuer_role);
CREATE INDEX einvoice_status_waiting ON acquit.einvoice_status USING btree (tenant_id, company_id, invoice_number) WHERE (claim_id IS NULL);
alter table einvoice_status enable row level security;
alter table einvoice_status force row level security;
create policy tenant_isolation on einvoice_status using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on einvoice_status to @app@;

create table electronic_consent (
  tenant_id uuid not null,
  consent_id uuid not null,
  case_id uuid not null,
  given_on date not null,
  proof text not null,
  proof_sha256 bytea,
  recorded_by text not null,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  withdrawn_on date,
  constraint electronic_consent_pkey PRIMARY KEY (tenant_id, consent_id),
  constraint electronic_consent_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint electronic_consent_tenant_id_proof_sha256_fkey FOREIGN KEY (tenant_id, proof_sha256) REFERENCES blob(tenant_id, sha256)
);
CREATE INDEX electronic_consent_by_case ON acquit.electronic_consent USING btree (tenant_id, case_id);
alter table electronic_consent enable row level security;
alter table electronic_consent force row level security;
create policy tenant_isolation on electronic_consent using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on electronic_consent to @app@;

create table hand_over (
  tenant_id uuid not null,
  hand_over_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  partner_id uuid not null,
  reference text,
  amount_cents bigint not null,
  terms jsonb not null default '{}'::jsonb,
  note text,
  opened_on date not null,
  entered_by text not null,
  entered_at timestamp with time zone not null default now(),
  epoch smallint not null default 0,
  access_until date,
  last_opened_on date,
  ended_on date,
  ended_by text,
  ended_at timestamp with time zone,
  outcome text,
  outcome_note text,
  constraint hand_over_pkey PRIMARY KEY (tenant_id, hand_over_id),
  constraint hand_over_amount_cents_check CHECK ((amount_cents >= 0)),
  constraint hand_over_check CHECK (((ended_on IS NULL) = (outcome IS NULL))),
  constraint hand_over_check1 CHECK (((ended_on IS NULL) OR (opened_on <= ended_on))),
  constraint hand_over_outcome_check CHECK ((outcome = ANY (ARRAY['paid'::text, 'partly-paid'::text, 'title'::text, 'agreed'::text, 'unrecoverable'::text, 'taken-back'::text]))),
  constraint hand_over_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint hand_over_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint hand_over_tenant_id_partner_id_fkey FOREIGN KEY (tenant_id, partner_id) REFERENCES partner(tenant_id, partner_id)
);
CREATE INDEX hand_over_by_case ON acquit.hand_over USING btree (tenant_id, case_id, opened_on);
CREATE INDEX hand_over_by_day ON acquit.hand_over USING btree (tenant_id, company_id, opened_on DESC, hand_over_id DESC);
CREATE INDEX hand_over_running ON acquit.hand_over USING btree (tenant_id, case_id) WHERE (ended_on IS NULL);
alter table hand_over enable row level security;
alter table hand_over force row level security;
create policy tenant_isolation on hand_over using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on hand_over to @app@;

create table hand_over_post (
  tenant_id uuid not null,
  post_id uuid not null,
  hand_over_id uuid not null,
  company_id uuid not null,
  kind text not null,
  told_by text not null,
  author text not null,
  on_day date not null,
  at timestamp with time zone not null default now(),
  title text not null,
  details text,
  amount_cents bigint,
  bearer text,
  file_sha256 bytea,
  file_name text,
  procedure_id uuid,
  made_id uuid,
  receipt_id uuid,
  read_at timestamp with time zone,
  read_by text,
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  withdraw_reason text,
  constraint hand_over_post_pkey PRIMARY KEY (tenant_id, post_id),
  constraint hand_over_post_amount_cents_check CHECK ((amount_cents > 0)),
  constraint hand_over_post_bearer_check CHECK ((bearer = ANY (ARRAY['creditor'::text, 'suit'::text, 'enforcement'::text]))),
  constraint hand_over_post_check CHECK (((amount_cents IS NOT NULL) OR (kind <> ALL (ARRAY['cost'::text, 'receipt'::text])))),
  constraint hand_over_post_kind_check CHECK ((kind = ANY (ARRAY['event'::text, 'fact'::text, 'cost'::text, 'receipt'::text, 'message'::text]))),
  constraint hand_over_post_told_by_check CHECK ((told_by = ANY (ARRAY['partner'::text, 'us'::text]))),
  constraint hand_over_post_tenant_id_file_sha256_fkey FOREIGN KEY (tenant_id, file_sha256) REFERENCES blob(tenant_id, sha256),
  constraint hand_over_post_tenant_id_hand_over_id_fkey FOREIGN KEY (tenant_id, hand_over_id) REFERENCES hand_over(tenant_id, hand_over_id) ON DELETE CASCADE,
  constraint hand_over_post_tenant_id_procedure_id_fkey FOREIGN KEY (tenant_id, procedure_id) REFERENCES procedure(tenant_id, procedure_id),
  constraint hand_over_post_tenant_id_receipt_id_fkey FOREIGN KEY (tenant_id, receipt_id) REFERENCES receipt(tenant_id, receipt_id)
);
CREATE INDEX hand_over_post_by_time ON acquit.hand_over_post USING btree (tenant_id, hand_over_id, at DESC);
CREATE INDEX hand_over_post_to_read ON acquit.hand_over_post USING btree (tenant_id, company_id, at, post_id) WHERE ((read_at IS NULL) AND (withdrawn_at IS NULL));
alter table hand_over_post enable row level security;
alter table hand_over_post force row level security;
create policy tenant_isolation on hand_over_post using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on hand_over_post to @app@;

create table hand_over_procedure (
  tenant_id uuid not null,
  hand_over_id uuid not null,
  procedure_id uuid not null,
  constraint hand_over_procedure_pkey PRIMARY KEY (tenant_id, hand_over_id, procedure_id),
  constraint hand_over_procedure_tenant_id_hand_over_id_fkey FOREIGN KEY (tenant_id, hand_over_id) REFERENCES hand_over(tenant_id, hand_over_id) ON DELETE CASCADE,
  constraint hand_over_procedure_tenant_id_procedure_id_fkey FOREIGN KEY (tenant_id, procedure_id) REFERENCES procedure(tenant_id, procedure_id)
);
alter table hand_over_procedure enable row level security;
alter table hand_over_procedure force row level security;
create policy tenant_isolation on hand_over_procedure using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on hand_over_procedure to @app@;

create table idempotency (
  tenant_id uuid not null,
  key text not null,
  route text not null,
  request_hash bytea not null,
  status integer,
  response jsonb,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_pkey PRIMARY KEY (tenant_id, key),
  constraint idempotency_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
CREATE INDEX idempotency_by_age ON acquit.idempotency USING btree (tenant_id, created_at);
alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy tenant_isolation on idempotency using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on idempotency to @app@;

create table import_change (
  tenant_id uuid not null,
  import_id uuid not null,
  table_name text not null,
  object_id uuid not null,
  before jsonb not null,
  after jsonb,
  constraint import_change_pkey PRIMARY KEY (tenant_id, import_id, table_name, object_id),
  constraint import_change_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES import_job(tenant_id, import_id)
);
alter table import_change enable row level security;
alter table import_change force row level security;
create policy tenant_isolation on import_change using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on import_change to @app@;

create table import_job (
  tenant_id uuid not null,
  import_id uuid not null,
  company_id uuid,
  file_name text not null,
  sha256 bytea not null,
  format text not null,
  status text not null,
  created jsonb not null default '{}'::jsonb,
  doubts jsonb not null default '[]'::jsonb,
  refusals jsonb not null default '[]'::jsonb,
  imported_by text not null,
  imported_at timestamp with time zone not null default now(),
  phase text,
  progress real,
  touched_at timestamp with time zone not null default now(),
  source_id uuid,
  changed boolean not null default false,
  book_key text,
  book_until date,
  book_lines integer,
  undone_at timestamp with time zone,
  undone_by text,
  constraint import_job_pkey PRIMARY KEY (tenant_id, import_id),
  constraint import_job_phase_check CHECK ((phase = ANY (ARRAY['reading'::text, 'comparing'::text, 'storing'::text]))),
  constraint import_job_progress_check CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision))),
  constraint import_job_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'running'::text, 'imported'::text, 'partly'::text, 'duplicate'::text, 'refused'::text, 'set-aside'::text, 'undone'::text, 'failed'::text]))),
  constraint import_job_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint import_job_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  constraint import_job_tenant_id_sha256_fkey FOREIGN KEY (tenant_id, sha256) REFERENCES blob(tenant_id, sha256)
);
CREATE INDEX import_job_books ON acquit.import_job USING btree (tenant_id, company_id, book_key) WHERE (book_key IS NOT NULL);
CREATE INDEX import_job_by_content ON acquit.import_job USING btree (tenant_id, sha256);
CREATE INDEX import_job_changes ON acquit.import_job USING btree (tenant_id, company_id, imported_at DESC, import_id DESC) WHERE (changed AND (undone_at IS NULL));
CREATE INDEX import_job_recent ON acquit.import_job USING btree (tenant_id, imported_at DESC, import_id DESC);
CREATE INDEX import_job_under_way ON acquit.import_job USING btree (tenant_id, touched_at) WHERE (status = ANY (ARRAY['waiting'::text, 'running'::text]));
alter table import_job enable row level security;
alter table import_job force row level security;
create policy tenant_isolation on import_job using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on import_job to @app@;

create table invoice_audit (
  tenant_id uuid not null,
  claim_id uuid not null,
  company_id uuid not null,
  issued_on date not null,
  debtor_kind text,
  issuer_size text not null default ''::text,
  says jsonb not null,
  faults text[] not null,
  constraint invoice_audit_pkey PRIMARY KEY (tenant_id, claim_id),
  constraint invoice_audit_issuer_size_check CHECK ((issuer_size = ANY (ARRAY[''::text, 'small'::text, 'mid'::text, 'large'::text]))),
  constraint invoice_audit_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id) ON DELETE CASCADE,
  constraint invoice_audit_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
CREATE INDEX invoice_audit_by_day ON acquit.invoice_audit USING btree (tenant_id, company_id, issued_on DESC, claim_id) INCLUDE (faults);
CREATE INDEX invoice_audit_by_size ON acquit.invoice_audit USING btree (tenant_id, company_id, issuer_size);
alter table invoice_audit enable row level security;
alter table invoice_audit force row level security;
create policy tenant_isolation on invoice_audit using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on invoice_audit to @app@;

create table journal_anchor (
  tenant_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  place text not null,
  at timestamp with time zone not null default now(),
  constraint journal_anchor_pkey PRIMARY KEY (tenant_id, seq, place),
  constraint journal_anchor_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
alter table journal_anchor enable row level security;
alter table journal_anchor force row level security;
create policy tenant_isolation on journal_anchor using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant insert, select, update on journal_anchor to @app@;

create table journal_entry (
  tenant_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null,
  actor text not null,
  action text not null,
  object_kind text not null,
  object_id text not null,
  commitment bytea not null,
  previous bytea not null,
  hash bytea not null,
  constraint journal_entry_pkey PRIMARY KEY (tenant_id, seq)
);
CREATE INDEX journal_by_object ON acquit.journal_entry USING btree (tenant_id, object_kind, object_id, seq);
alter table journal_entry enable row level security;
alter table journal_entry force row level security;
create policy tenant_isolation on journal_entry using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant insert, select on journal_entry to @app@;
CREATE TRIGGER journal_entry_kept BEFORE DELETE OR UPDATE OF tenant_id, seq ON acquit.journal_entry FOR EACH ROW EXECUTE FUNCTION keep_journal_entry();
CREATE TRIGGER journal_entry_of_head AFTER INSERT ON acquit.journal_entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION require_journal_heads();
CREATE TRIGGER journal_entry_of_head_still AFTER UPDATE ON acquit.journal_entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION require_journal_heads();

create table journal_head (
  tenant_id uuid not null,
  seq bigint not null default 0,
  hash bytea not null,
  constraint journal_head_pkey PRIMARY KEY (tenant_id),
  constraint journal_head_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
alter table journal_head enable row level security;
alter table journal_head force row level security;
create policy tenant_isolation on journal_head using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant insert, select, update on journal_head to @app@;
CREATE TRIGGER journal_head_kept BEFORE DELETE OR UPDATE OF tenant_id ON acquit.journal_head FOR EACH ROW EXECUTE FUNCTION keep_journal_head();

create table journal_payload (
  tenant_id uuid not null,
  seq bigint not null,
  salt bytea not null,
  payload jsonb not null,
  constraint journal_payload_pkey PRIMARY KEY (tenant_id, seq)
);
alter table journal_payload enable row level security;
alter table journal_payload force row level security;
create policy tenant_isolation on journal_payload using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select on journal_payload to @app@;
CREATE TRIGGER journal_payload_of_entry AFTER INSERT ON acquit.journal_payload REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION require_journal_entries();
CREATE TRIGGER journal_payload_of_entry_still AFTER UPDATE ON acquit.journal_payload REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION require_journal_entries();

create table limitation_event (
  tenant_id uuid not null,
  event_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  kind text not null,
  on_day date not null,
  until_on date,
  registered boolean,
  note text,
  proof_sha256 bytea,
  proof_name text,
  entered_by text not null,
  entered_at timestamp with time zone not null default now(),
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  constraint limitation_event_pkey PRIMARY KEY (tenant_id, event_id),
  constraint limitation_event_check CHECK (((until_on IS NULL) OR (on_day <= until_on))),
  constraint limitation_event_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint limitation_event_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint limitation_event_tenant_id_proof_sha256_fkey FOREIGN KEY (tenant_id, proof_sha256) REFERENCES blob(tenant_id, sha256)
);
CREATE INDEX limitation_event_by_case ON acquit.limitation_event USING btree (tenant_id, case_id, on_day);
alter table limitation_event enable row level security;
alter table limitation_event force row level security;
create policy tenant_isolation on limitation_event using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on limitation_event to @app@;

create table limitation_event_claim (
  tenant_id uuid not null,
  event_id uuid not null,
  claim_id uuid not null,
  constraint limitation_event_claim_pkey PRIMARY KEY (tenant_id, event_id, claim_id),
  constraint limitation_event_claim_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id),
  constraint limitation_event_claim_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES limitation_event(tenant_id, event_id) ON DELETE CASCADE
);
CREATE INDEX limitation_event_claim_by_claim ON acquit.limitation_event_claim USING btree (tenant_id, claim_id);
alter table limitation_event_claim enable row level security;
alter table limitation_event_claim force row level security;
create policy tenant_isolation on limitation_event_claim using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on limitation_event_claim to @app@;

create table login_failure (
  tenant_id uuid not null,
  email text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  constraint login_failure_pkey PRIMARY KEY (tenant_id, email),
  constraint login_failure_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
alter table login_failure enable row level security;
alter table login_failure force row level security;
create policy tenant_isolation on login_failure using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on login_failure to @app@;

create table mail_account (
  tenant_id uuid not null,
  company_id uuid not null,
  host text not null,
  port integer not null,
  security text not null,
  username text,
  password_sealed bytea,
  from_name text not null,
  from_address text not null,
  reply_to text,
  copy_to text,
  dkim_domain text,
  dkim_selector text,
  dkim_key_sealed bytea,
  updated_at timestamp with time zone not null default now(),
  constraint mail_account_pkey PRIMARY KEY (tenant_id, company_id),
  constraint mail_account_port_check CHECK (((port >= 1) AND (port <= 65535))),
  constraint mail_account_security_check CHECK ((security = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text]))),
  constraint mail_account_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
alter table mail_account enable row level security;
alter table mail_account force row level security;
create policy tenant_isolation on mail_account using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on mail_account to @app@;

create table match_credit (
  tenant_id uuid not null,
  match_id uuid not null,
  credit_claim_id uuid not null,
  claim_id uuid not null,
  amount_cents bigint not null,
  constraint match_credit_pkey PRIMARY KEY (tenant_id, match_id, credit_claim_id, claim_id),
  constraint match_credit_amount_cents_check CHECK ((amount_cents > 0)),
  constraint match_credit_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id),
  constraint match_credit_tenant_id_credit_claim_id_fkey FOREIGN KEY (tenant_id, credit_claim_id) REFERENCES claim(tenant_id, claim_id),
  constraint match_credit_tenant_id_match_id_fkey FOREIGN KEY (tenant_id, match_id) REFERENCES bank_match(tenant_id, match_id) ON DELETE CASCADE
);
alter table match_credit enable row level security;
alter table match_credit force row level security;
create policy tenant_isolation on match_credit using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on match_credit to @app@;

create table notice (
  tenant_id uuid not null,
  notice_id text not null,
  published_on date not null,
  previous_id text,
  record jsonb not null,
  received_by text not null,
  received_at timestamp with time zone not null default now(),
  constraint notice_pkey PRIMARY KEY (tenant_id, notice_id),
  constraint notice_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
CREATE INDEX notice_by_previous ON acquit.notice USING btree (tenant_id, previous_id) WHERE (previous_id IS NOT NULL);
alter table notice enable row level security;
alter table notice force row level security;
create policy tenant_isolation on notice using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on notice to @app@;

create table notice_asked (
  tenant_id uuid not null,
  company_id uuid not null,
  siren text not null,
  asked_on date not null,
  constraint notice_asked_pkey PRIMARY KEY (tenant_id, company_id, siren),
  constraint notice_asked_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
alter table notice_asked enable row level security;
alter table notice_asked force row level security;
create policy tenant_isolation on notice_asked using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on notice_asked to @app@;

create table notice_match (
  tenant_id uuid not null,
  match_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  notice_id text not null,
  found_for uuid not null,
  siren text,
  how text not null,
  effect text not null,
  state text not null,
  reason text,
  procedure_id uuid,
  wants_procedure boolean not null default false,
  trouble jsonb,
  matched_at timestamp with time zone not null default now(),
  decided_by text,
  decided_at timestamp with time zone,
  seen_by text,
  seen_at timestamp with time zone,
  constraint notice_match_pkey PRIMARY KEY (tenant_id, match_id),
  constraint notice_match_how_check CHECK ((how = ANY (ARRAY['siren'::text, 'name'::text, 'correction'::text]))),
  constraint notice_match_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'applied'::text, 'refused'::text, 'undone'::text]))),
  constraint notice_match_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint notice_match_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint notice_match_tenant_id_notice_id_fkey FOREIGN KEY (tenant_id, notice_id) REFERENCES notice(tenant_id, notice_id),
  constraint notice_match_tenant_id_notice_id_found_for_key UNIQUE (tenant_id, notice_id, found_for)
);
CREATE INDEX notice_match_by_case ON acquit.notice_match USING btree (tenant_id, case_id, state);
CREATE INDEX notice_match_by_company ON acquit.notice_match USING btree (tenant_id, company_id, matched_at DESC, match_id DESC);
CREATE INDEX notice_match_to_open ON acquit.notice_match USING btree (tenant_id, company_id) WHERE wants_procedure;
CREATE INDEX notice_match_waiting ON acquit.notice_match USING btree (tenant_id, company_id) WHERE ((state = 'proposed'::text) OR ((state = 'applied'::text) AND (seen_at IS NULL)));
alter table notice_match enable row level security;
alter table notice_match force row level security;
create policy tenant_isolation on notice_match using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on notice_match to @app@;

create table notice_watch (
  tenant_id uuid not null,
  company_id uuid not null,
  active boolean not null default false,
  changed_by text not null,
  done_on date,
  checked_at timestamp with time zone,
  ok_at timestamp with time zone,
  trouble jsonb,
  failures integer not null default 0,
  next_check_at timestamp with time zone not null default now(),
  leased_by text,
  lease_until timestamp with time zone,
  constraint notice_watch_pkey PRIMARY KEY (tenant_id, company_id),
  constraint notice_watch_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
alter table notice_watch enable row level security;
alter table notice_watch force row level security;
create policy tenant_isolation on notice_watch using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on notice_watch to @app@;

create table outbox (
  tenant_id uuid not null,
  action_id uuid not null,
  company_id uuid not null,
  channel text not null,
  state text not null,
  recipient text,
  message_id text,
  fence bigint not null default 0,
  leased_by text,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  try_after timestamp with time zone not null default now(),
  server_answer text,
  settled_at timestamp with time zone,
  settled_by text,
  created_at timestamp with time zone not null default now(),
  send_window int4multirange,
  via text,
  decided_on date,
  total_cents bigint,
  constraint outbox_pkey PRIMARY KEY (tenant_id, action_id, channel),
  constraint outbox_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'letter'::text, 'registered'::text, 'sms'::text]))),
  constraint outbox_state_check CHECK ((state = ANY (ARRAY['due'::text, 'reserved'::text, 'ending'::text, 'sent'::text, 'in-doubt'::text, 'refused'::text, 'captured'::text, 'to-print'::text, 'printed'::text, 'cancelled'::text]))),
  constraint outbox_to_print_dated CHECK (((state <> 'to-print'::text) OR ((decided_on IS NOT NULL) AND (total_cents IS NOT NULL)))),
  constraint outbox_tenant_id_action_id_fkey FOREIGN KEY (tenant_id, action_id) REFERENCES action(tenant_id, action_id) ON DELETE CASCADE
);
CREATE INDEX outbox_by_message_id ON acquit.outbox USING btree (tenant_id, message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX outbox_by_state ON acquit.outbox USING btree (tenant_id, company_id, state, created_at DESC, action_id DESC);
CREATE INDEX outbox_to_hand ON acquit.outbox USING btree (tenant_id, company_id, try_after) WHERE ((state = ANY (ARRAY['due'::text, 'reserved'::text, 'ending'::text, 'in-doubt'::text])) AND (via IS NOT NULL));
CREATE INDEX outbox_to_send ON acquit.outbox USING btree (tenant_id, company_id, try_after) WHERE (state = ANY (ARRAY['due'::text, 'reserved'::text, 'ending'::text]));
alter table outbox enable row level security;
alter table outbox force row level security;
create policy tenant_isolation on outbox using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on outbox to @app@;

create table partner (
  tenant_id uuid not null,
  partner_id uuid not null,
  kind text not null,
  name text not null,
  person text,
  email text,
  phone text,
  address_lines text[] not null default '{}'::text[],
  postcode text,
  city text,
  legal_id text,
  entered_by text not null,
  entered_at timestamp with time zone not null default now(),
  constraint partner_pkey PRIMARY KEY (tenant_id, partner_id),
  constraint partner_kind_check CHECK ((kind = ANY (ARRAY['lawyer'::text, 'commissaire'::text, 'agency'::text])))
);
alter table partner enable row level security;
alter table partner force row level security;
create policy tenant_isolation on partner using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on partner to @app@;

create table pass (
  tenant_id uuid not null,
  pass_id uuid not null,
  company_id uuid not null,
  on_day date not null,
  started_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  cases_examined integer not null default 0,
  decisions integer not null default 0,
  messages integer not null default 0,
  tasks integer not null default 0,
  parked integer not null default 0,
  cpu_seconds numeric(12,3) not null default 0,
  leaving integer not null default 0,
  constraint pass_pkey PRIMARY KEY (tenant_id, pass_id),
  constraint pass_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
CREATE INDEX pass_recent ON acquit.pass USING btree (tenant_id, company_id, on_day DESC);
alter table pass enable row level security;
alter table pass force row level security;
create policy tenant_isolation on pass using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on pass to @app@;

create table pause (
  tenant_id uuid not null,
  pause_id uuid not null,
  company_id uuid not null,
  case_id uuid,
  claim_id uuid,
  kind text not null,
  from_on date not null,
  until_on date,
  reason text not null,
  entered_by text not null,
  entered_at timestamp with time zone not null default now(),
  ended_on date,
  ended_by text,
  ended_at timestamp with time zone,
  constraint pause_pkey PRIMARY KEY (tenant_id, pause_id),
  constraint pause_check CHECK (((until_on IS NULL) OR (from_on <= until_on))),
  constraint pause_check1 CHECK (((kind = 'closing'::text) = (case_id IS NULL))),
  constraint pause_check2 CHECK (((kind <> 'closing'::text) OR ((claim_id IS NULL) AND (until_on IS NOT NULL)))),
  constraint pause_kind_check CHECK ((kind = ANY (ARRAY['pause'::text, 'not-before'::text, 'closing'::text]))),
  constraint pause_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint pause_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id) ON DELETE CASCADE,
  constraint pause_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
CREATE INDEX pause_by_case ON acquit.pause USING btree (tenant_id, case_id, from_on);
CREATE INDEX pause_by_claim ON acquit.pause USING btree (tenant_id, claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX pause_current ON acquit.pause USING btree (tenant_id, case_id) WHERE (ended_at IS NULL);
CREATE INDEX pause_of_company ON acquit.pause USING btree (tenant_id, company_id, from_on) WHERE ((case_id IS NULL) AND (ended_at IS NULL));
alter table pause enable row level security;
alter table pause force row level security;
create policy tenant_isolation on pause using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on pause to @app@;

create table payer (
  tenant_id uuid not null,
  company_id uuid not null,
  payer_key text not null,
  debtor_id uuid not null,
  times integer not null default 1,
  created_at timestamp with time zone not null default now(),
  constraint payer_pkey PRIMARY KEY (tenant_id, company_id, payer_key, debtor_id),
  constraint payer_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint payer_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtor(tenant_id, debtor_id)
);
CREATE INDEX payer_by_debtor ON acquit.payer USING btree (tenant_id, debtor_id);
alter table payer enable row level security;
alter table payer force row level security;
create policy tenant_isolation on payer using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on payer to @app@;

create table payer_score (
  tenant_id uuid not null,
  debtor_id uuid not null,
  company_id uuid not null,
  payer_class text not null,
  computed_class text not null,
  by_hand boolean not null,
  reasons jsonb not null,
  peer_group text not null,
  invoices jsonb not null,
  late_cent_days bigint not null,
  computed_on date not null,
  constraint payer_score_pkey PRIMARY KEY (tenant_id, debtor_id),
  constraint payer_score_payer_class_check CHECK ((payer_class = ANY (ARRAY['good-payer'::text, 'ordinary'::text, 'at-risk'::text, 'large-account'::text, 'consumer'::text, 'public-body'::text]))),
  constraint payer_score_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtor(tenant_id, debtor_id) ON DELETE CASCADE
);
CREATE INDEX payer_score_by_age ON acquit.payer_score USING btree (tenant_id, company_id, computed_on);
CREATE INDEX payer_score_by_class ON acquit.payer_score USING btree (tenant_id, company_id, payer_class, late_cent_days DESC, debtor_id DESC);
CREATE INDEX payer_score_by_cost ON acquit.payer_score USING btree (tenant_id, company_id, late_cent_days DESC, debtor_id DESC);
CREATE INDEX payer_score_peers ON acquit.payer_score USING btree (tenant_id, company_id, peer_group, debtor_id);
alter table payer_score enable row level security;
alter table payer_score force row level security;
create policy tenant_isolation on payer_score using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on payer_score to @app@;

create table payer_stale (
  tenant_id uuid not null,
  company_id uuid not null,
  debtor_id uuid not null,
  constraint payer_stale_pkey PRIMARY KEY (tenant_id, company_id, debtor_id),
  constraint payer_stale_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtor(tenant_id, debtor_id) ON DELETE CASCADE
);
alter table payer_stale enable row level security;
alter table payer_stale force row level security;
create policy tenant_isolation on payer_stale using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on payer_stale to @app@;

create table payment_plan (
  tenant_id uuid not null,
  plan_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  status text not null default 'draft'::text,
  accessories text not null,
  principal_cents bigint not null,
  penalty_cents bigint not null default 0,
  indemnity_cents bigint not null default 0,
  clause_days smallint not null,
  made_on date not null,
  signed_on date,
  signed_by text,
  proof_sha256 bytea,
  proof_name text,
  debtor_signatory text,
  retention_of_title boolean not null default false,
  note text,
  cause_id uuid,
  entered_by text not null,
  entered_at timestamp with time zone not null default now(),
  proposed_on date,
  cancelled_by text,
  cancelled_at timestamp with time zone,
  cancel_reason text,
  received_cents bigint not null default 0,
  kept_on date,
  broken_on date,
  constraint payment_plan_pkey PRIMARY KEY (tenant_id, plan_id),
  constraint payment_plan_accessories_check CHECK ((accessories = ANY (ARRAY['included'::text, 'waived-if-kept'::text, 'reserved'::text]))),
  constraint payment_plan_check CHECK (((status <> 'signed'::text) OR ((signed_on IS NOT NULL) AND (signed_by IS NOT NULL)))),
  constraint payment_plan_clause_days_check CHECK (((clause_days >= 1) AND (clause_days <= 90))),
  constraint payment_plan_indemnity_cents_check CHECK ((indemnity_cents >= 0)),
  constraint payment_plan_penalty_cents_check CHECK ((penalty_cents >= 0)),
  constraint payment_plan_principal_cents_check CHECK ((principal_cents > 0)),
  constraint payment_plan_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'proposed'::text, 'signed'::text, 'cancelled'::text]))),
  constraint payment_plan_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint payment_plan_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint payment_plan_tenant_id_proof_sha256_fkey FOREIGN KEY (tenant_id, proof_sha256) REFERENCES blob(tenant_id, sha256)
);
CREATE INDEX payment_plan_by_case ON acquit.payment_plan USING btree (tenant_id, case_id, made_on);
CREATE INDEX payment_plan_by_day ON acquit.payment_plan USING btree (tenant_id, company_id, made_on DESC, plan_id);
CREATE INDEX payment_plan_followed ON acquit.payment_plan USING btree (tenant_id, case_id) WHERE ((status = 'signed'::text) AND (kept_on IS NULL) AND (broken_on IS NULL));
CREATE INDEX payment_plan_running ON acquit.payment_plan USING btree (tenant_id, company_id) WHERE ((status = 'signed'::text) AND (kept_on IS NULL) AND (broken_on IS NULL));
alter table payment_plan enable row level security;
alter table payment_plan force row level security;
create policy tenant_isolation on payment_plan using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on payment_plan to @app@;

create table plan_claim (
  tenant_id uuid not null,
  plan_id uuid not null,
  claim_id uuid not null,
  principal_cents bigint not null,
  penalty_cents bigint not null default 0,
  indemnity_cents bigint not null default 0,
  constraint plan_claim_pkey PRIMARY KEY (tenant_id, plan_id, claim_id),
  constraint plan_claim_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id),
  constraint plan_claim_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES payment_plan(tenant_id, plan_id) ON DELETE CASCADE
);
CREATE INDEX plan_claim_by_claim ON acquit.plan_claim USING btree (tenant_id, claim_id);
alter table plan_claim enable row level security;
alter table plan_claim force row level security;
create policy tenant_isolation on plan_claim using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on plan_claim to @app@;

create table plan_instalment (
  tenant_id uuid not null,
  plan_id uuid not null,
  n smallint not null,
  due_on date not null,
  until_on date not null,
  principal_cents bigint not null,
  accessory_cents bigint not null,
  constraint plan_instalment_pkey PRIMARY KEY (tenant_id, plan_id, n),
  constraint plan_instalment_accessory_cents_check CHECK ((accessory_cents >= 0)),
  constraint plan_instalment_check CHECK (((due_on <= until_on) AND ((principal_cents + accessory_cents) > 0))),
  constraint plan_instalment_principal_cents_check CHECK ((principal_cents >= 0)),
  constraint plan_instalment_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES payment_plan(tenant_id, plan_id) ON DELETE CASCADE
);
alter table plan_instalment enable row level security;
alter table plan_instalment force row level security;
create policy tenant_isolation on plan_instalment using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on plan_instalment to @app@;

create table plan_notice (
  tenant_id uuid not null,
  plan_id uuid not null,
  decided_on date not null,
  action_id uuid not null,
  up_to smallint not null,
  expires_on date not null,
  presented_on date,
  is_returned boolean not null default false,
  constraint plan_notice_pkey PRIMARY KEY (tenant_id, plan_id, decided_on),
  constraint plan_notice_tenant_id_action_id_fkey FOREIGN KEY (tenant_id, action_id) REFERENCES action(tenant_id, action_id),
  constraint plan_notice_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES payment_plan(tenant_id, plan_id) ON DELETE CASCADE
);
CREATE INDEX plan_notice_by_action ON acquit.plan_notice USING btree (tenant_id, action_id);
alter table plan_notice enable row level security;
alter table plan_notice force row level security;
create policy tenant_isolation on plan_notice using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on plan_notice to @app@;

create table portal_act (
  tenant_id uuid not null,
  act_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  kind text not null,
  on_day date not null,
  at timestamp with time zone not null default now(),
  claim_ids uuid[] not null default '{}'::uuid[],
  said jsonb not null default '{}'::jsonb,
  file_sha256 bytea,
  file_name text,
  effect text,
  read_at timestamp with time zone,
  read_by text,
  constraint portal_act_pkey PRIMARY KEY (tenant_id, act_id),
  constraint portal_act_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'paid'::text, 'promise'::text, 'dispute'::text, 'instalments'::text, 'wrong-addressee'::text, 'card'::text, 'card-back'::text]))),
  constraint portal_act_tenant_id_company_id_case_id_fkey FOREIGN KEY (tenant_id, company_id, case_id) REFERENCES collection_case(tenant_id, company_id, case_id),
  constraint portal_act_tenant_id_file_sha256_fkey FOREIGN KEY (tenant_id, file_sha256) REFERENCES blob(tenant_id, sha256)
);
CREATE INDEX portal_act_by_case ON acquit.portal_act USING btree (tenant_id, case_id, at DESC);
CREATE INDEX portal_act_to_read ON acquit.portal_act USING btree (tenant_id, company_id, at, act_id) WHERE (read_at IS NULL);
CREATE INDEX portal_act_waiting ON acquit.portal_act USING btree (tenant_id, case_id) WHERE (read_at IS NULL);
alter table portal_act enable row level security;
alter table portal_act force row level security;
create policy tenant_isolation on portal_act using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on portal_act to @app@;

create table portal_door (
  tenant_id uuid not null,
  door_id uuid not null,
  epoch smallint not null default 0,
  constraint portal_door_pkey PRIMARY KEY (tenant_id, door_id)
);
alter table portal_door enable row level security;
alter table portal_door force row level security;
create policy tenant_isolation on portal_door using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on portal_door to @app@;

create table procedure (
  tenant_id uuid not null,
  procedure_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  kind text not null,
  court_kind text,
  court_id text,
  court_name text,
  case_number text,
  claim_kind text not null,
  document text,
  territory text,
  amount_cents bigint not null,
  held_title_on date,
  doubts jsonb not null default '[]'::jsonb,
  note text,
  opened_on date not null,
  entered_by text not null,
  entered_at timestamp with time zone not null default now(),
  closed_on date,
  closed_by text,
  closed_at timestamp with time zone,
  close_reason text,
  state text not null,
  state_since date,
  ended text,
  title_on date,
  title_served_on date,
  enforceable_from date,
  granted_cents bigint,
  late_opposition boolean not null default false,
  is_settled boolean not null default false,
  refusal jsonb,
  computed_on date not null,
  court_key text not null generated always as ((' '::text || regexp_replace(fold_name(((COALESCE(court_name, ''::text) || ' '::text) || COALESCE(case_number, ''::text))), '[^a-z0-9]+'::text, ' '::text, 'g'::text))) stored,
  constraint procedure_pkey PRIMARY KEY (tenant_id, procedure_id),
  constraint procedure_amount_cents_check CHECK ((amount_cents > 0)),
  constraint procedure_check CHECK (((closed_on IS NULL) = (closed_by IS NULL))),
  constraint procedure_ended_check CHECK ((ended = ANY (ARRAY['title'::text, 'agreed'::text, 'refused'::text, 'lapsed'::text, 'withdrawn'::text, 'paid'::text, 'done'::text, 'stopped'::text]))),
  constraint procedure_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint procedure_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
CREATE INDEX procedure_by_case ON acquit.procedure USING btree (tenant_id, case_id, opened_on);
CREATE INDEX procedure_by_day ON acquit.procedure USING btree (tenant_id, company_id, opened_on DESC, procedure_id DESC);
CREATE INDEX procedure_by_kind ON acquit.procedure USING btree (tenant_id, company_id, kind, opened_on DESC, procedure_id DESC);
CREATE INDEX procedure_running ON acquit.procedure USING btree (tenant_id, company_id, procedure_id) WHERE (closed_on IS NULL);
alter table procedure enable row level security;
alter table procedure force row level security;
create policy tenant_isolation on procedure using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on procedure to @app@;

create table procedure_claim (
  tenant_id uuid not null,
  procedure_id uuid not null,
  claim_id uuid not null,
  constraint procedure_claim_pkey PRIMARY KEY (tenant_id, procedure_id, claim_id),
  constraint procedure_claim_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id),
  constraint procedure_claim_tenant_id_procedure_id_fkey FOREIGN KEY (tenant_id, procedure_id) REFERENCES procedure(tenant_id, procedure_id) ON DELETE CASCADE
);
CREATE INDEX procedure_claim_by_claim ON acquit.procedure_claim USING btree (tenant_id, claim_id);
alter table procedure_claim enable row level security;
alter table procedure_claim force row level security;
create policy tenant_isolation on procedure_claim using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on procedure_claim to @app@;

create table procedure_cost (
  tenant_id uuid not null,
  cost_id uuid not null,
  procedure_id uuid not null,
  what text not null,
  amount_cents bigint not null,
  on_day date not null,
  bearer text not null,
  invoice text,
  proof_sha256 bytea,
  proof_name text,
  entered_by text not null,
  entered_at timestamp with time zone not null default now(),
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  constraint procedure_cost_pkey PRIMARY KEY (tenant_id, cost_id),
  constraint procedure_cost_amount_cents_check CHECK ((amount_cents > 0)),
  constraint procedure_cost_bearer_check CHECK ((bearer = ANY (ARRAY['creditor'::text, 'suit'::text, 'enforcement'::text]))),
  constraint procedure_cost_tenant_id_procedure_id_fkey FOREIGN KEY (tenant_id, procedure_id) REFERENCES procedure(tenant_id, procedure_id) ON DELETE CASCADE,
  constraint procedure_cost_tenant_id_proof_sha256_fkey FOREIGN KEY (tenant_id, proof_sha256) REFERENCES blob(tenant_id, sha256)
);
CREATE INDEX procedure_cost_by_procedure ON acquit.procedure_cost USING btree (tenant_id, procedure_id, on_day, cost_id);
alter table procedure_cost enable row level security;
alter table procedure_cost force row level security;
create policy tenant_isolation on procedure_cost using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on procedure_cost to @app@;

create table procedure_deadline (
  tenant_id uuid not null,
  procedure_id uuid not null,
  n smallint not null,
  company_id uuid not null,
  what text not null,
  label text not null,
  started_by text not null,
  started_on date not null,
  before_on date,
  extended_on date,
  not_before_on date,
  whose text not null,
  effect text not null,
  article text not null,
  confidence text not null,
  status text not null,
  done_on date,
  constraint procedure_deadline_pkey PRIMARY KEY (tenant_id, procedure_id, n),
  constraint procedure_deadline_confidence_check CHECK ((confidence = ANY (ARRAY['A'::text, 'B'::text, 'C'::text]))),
  constraint procedure_deadline_status_check CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'missed'::text, 'moot'::text]))),
  constraint procedure_deadline_whose_check CHECK ((whose = ANY (ARRAY['ours'::text, 'theirs'::text, 'wait'::text]))),
  constraint procedure_deadline_tenant_id_procedure_id_fkey FOREIGN KEY (tenant_id, procedure_id) REFERENCES procedure(tenant_id, procedure_id) ON DELETE CASCADE
);
CREATE INDEX procedure_deadline_by_day ON acquit.procedure_deadline USING btree (tenant_id, company_id, before_on, procedure_id) WHERE ((status = ANY (ARRAY['open'::text, 'missed'::text])) AND (before_on IS NOT NULL));
CREATE INDEX procedure_deadline_opening ON acquit.procedure_deadline USING btree (tenant_id, company_id, not_before_on, procedure_id) WHERE ((whose = 'wait'::text) AND (not_before_on IS NOT NULL));
alter table procedure_deadline enable row level security;
alter table procedure_deadline force row level security;
create policy tenant_isolation on procedure_deadline using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on procedure_deadline to @app@;

create table procedure_event (
  tenant_id uuid not null,
  event_id uuid not null,
  procedure_id uuid not null,
  kind text not null,
  on_day date not null,
  "values" jsonb not null default '{}'::jsonb,
  note text,
  proof_sha256 bytea,
  proof_name text,
  entered_by text not null,
  entered_at timestamp with time zone not null default now(),
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  withdraw_reason text,
  constraint procedure_event_pkey PRIMARY KEY (tenant_id, event_id),
  constraint procedure_event_tenant_id_procedure_id_fkey FOREIGN KEY (tenant_id, procedure_id) REFERENCES procedure(tenant_id, procedure_id) ON DELETE CASCADE,
  constraint procedure_event_tenant_id_proof_sha256_fkey FOREIGN KEY (tenant_id, proof_sha256) REFERENCES blob(tenant_id, sha256)
);
CREATE INDEX procedure_event_by_procedure ON acquit.procedure_event USING btree (tenant_id, procedure_id, on_day, event_id);
alter table procedure_event enable row level security;
alter table procedure_event force row level security;
create policy tenant_isolation on procedure_event using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on procedure_event to @app@;

create table promise (
  tenant_id uuid not null,
  promise_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  amount_cents bigint not null,
  made_on date not null,
  promised_on date not null,
  expected_on date not null,
  until_on date not null,
  made_by text,
  channel text not null,
  note text,
  cause_id uuid,
  entered_by text not null,
  entered_at timestamp with time zone not null default now(),
  ended text,
  ended_by text,
  ended_at timestamp with time zone,
  replaced_by uuid,
  received_cents bigint not null default 0,
  kept_on date,
  moot boolean not null default false,
  thanked_on date,
  constraint promise_pkey PRIMARY KEY (tenant_id, promise_id),
  constraint promise_amount_cents_check CHECK ((amount_cents > 0)),
  constraint promise_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'email'::text, 'page'::text, 'letter'::text, 'other'::text]))),
  constraint promise_check CHECK (((made_on <= promised_on) AND (promised_on <= expected_on) AND (expected_on <= until_on))),
  constraint promise_ended_check CHECK ((ended = ANY (ARRAY['replaced'::text, 'withdrawn'::text]))),
  constraint promise_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint promise_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
CREATE INDEX promise_by_case ON acquit.promise USING btree (tenant_id, case_id, promised_on);
CREATE INDEX promise_by_day ON acquit.promise USING btree (tenant_id, company_id, promised_on, promise_id);
CREATE INDEX promise_to_thank ON acquit.promise USING btree (tenant_id, company_id, kept_on) WHERE ((kept_on IS NOT NULL) AND (thanked_on IS NULL));
CREATE INDEX promise_waiting ON acquit.promise USING btree (tenant_id, company_id, expected_on, promise_id) WHERE ((ended IS NULL) AND (kept_on IS NULL) AND (NOT moot));
alter table promise enable row level security;
alter table promise force row level security;
create policy tenant_isolation on promise using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on promise to @app@;

create table promise_claim (
  tenant_id uuid not null,
  promise_id uuid not null,
  claim_id uuid not null,
  constraint promise_claim_pkey PRIMARY KEY (tenant_id, promise_id, claim_id),
  constraint promise_claim_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id),
  constraint promise_claim_tenant_id_promise_id_fkey FOREIGN KEY (tenant_id, promise_id) REFERENCES promise(tenant_id, promise_id) ON DELETE CASCADE
);
CREATE INDEX promise_claim_by_claim ON acquit.promise_claim USING btree (tenant_id, claim_id);
alter table promise_claim enable row level security;
alter table promise_claim force row level security;
create policy tenant_isolation on promise_claim using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on promise_claim to @app@;

create table provider_account (
  tenant_id uuid not null,
  company_id uuid not null,
  service text not null,
  provider text not null,
  settings jsonb not null,
  secrets_sealed bytea not null,
  unit_price_cents integer,
  monthly_limit integer,
  updated_at timestamp with time zone not null default now(),
  constraint provider_account_pkey PRIMARY KEY (tenant_id, company_id, service),
  constraint provider_account_monthly_limit_check CHECK ((monthly_limit > 0)),
  constraint provider_account_provider_check CHECK ((provider = ANY (ARRAY['ovh'::text, 'brevo'::text, 'http'::text, 'maileva'::text, 'merci-facteur'::text, 'ar24'::text]))),
  constraint provider_account_service_check CHECK ((service = ANY (ARRAY['sms'::text, 'letter'::text, 'registered'::text, 'electronic'::text]))),
  constraint provider_account_unit_price_cents_check CHECK ((unit_price_cents >= 0)),
  constraint provider_account_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
alter table provider_account enable row level security;
alter table provider_account force row level security;
create policy tenant_isolation on provider_account using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on provider_account to @app@;

create table receipt (
  tenant_id uuid not null,
  receipt_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  received_on date not null,
  amount_cents bigint not null,
  method text not null default 'transfer'::text,
  reference text,
  decided_by text not null default 'debtor'::text,
  entered_by text not null,
  entered_at timestamp with time zone not null default now(),
  cancelled_at timestamp with time zone,
  origin text not null default 'manual'::text,
  bank_line_id uuid,
  match_id uuid,
  import_id uuid,
  ledger_key text,
  cancel_reason text,
  constraint receipt_pkey PRIMARY KEY (tenant_id, receipt_id),
  constraint receipt_amount_cents_check CHECK ((amount_cents > 0)),
  constraint receipt_origin_check CHECK ((origin = ANY (ARRAY['manual'::text, 'bank'::text, 'ledger'::text, 'list'::text, 'card'::text]))),
  constraint receipt_of_company FOREIGN KEY (tenant_id, company_id, case_id) REFERENCES collection_case(tenant_id, company_id, case_id),
  constraint receipt_tenant_id_bank_line_id_fkey FOREIGN KEY (tenant_id, bank_line_id) REFERENCES bank_line(tenant_id, line_id),
  constraint receipt_tenant_id_match_id_fkey FOREIGN KEY (tenant_id, match_id) REFERENCES bank_match(tenant_id, match_id)
);
CREATE INDEX receipt_by_amount ON acquit.receipt USING btree (tenant_id, company_id, amount_cents, received_on) WHERE (cancelled_at IS NULL);
CREATE INDEX receipt_by_bank_line ON acquit.receipt USING btree (tenant_id, bank_line_id) WHERE (bank_line_id IS NOT NULL);
CREATE INDEX receipt_by_case ON acquit.receipt USING btree (tenant_id, case_id, received_on);
CREATE INDEX receipt_by_import ON acquit.receipt USING btree (tenant_id, import_id) WHERE (import_id IS NOT NULL);
CREATE UNIQUE INDEX receipt_by_ledger_key ON acquit.receipt USING btree (tenant_id, company_id, ledger_key) WHERE ((ledger_key IS NOT NULL) AND (cancelled_at IS NULL));
CREATE INDEX receipt_by_match ON acquit.receipt USING btree (tenant_id, match_id) WHERE (match_id IS NOT NULL);
CREATE INDEX receipt_recent ON acquit.receipt USING btree (tenant_id, company_id, received_on DESC, receipt_id DESC) INCLUDE (amount_cents, cancelled_at);
CREATE INDEX receipt_stand_in ON acquit.receipt USING btree (tenant_id, case_id) WHERE (origin = 'list'::text);
alter table receipt enable row level security;
alter table receipt force row level security;
create policy tenant_isolation on receipt using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on receipt to @app@;

create table receipt_allocation (
  tenant_id uuid not null,
  receipt_id uuid not null,
  claim_id uuid not null,
  received_on date not null,
  amount_cents bigint not null,
  constraint receipt_allocation_pkey PRIMARY KEY (tenant_id, receipt_id, claim_id),
  constraint receipt_allocation_amount_cents_check CHECK ((amount_cents > 0)),
  constraint receipt_allocation_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id),
  constraint receipt_allocation_tenant_id_receipt_id_fkey FOREIGN KEY (tenant_id, receipt_id) REFERENCES receipt(tenant_id, receipt_id) ON DELETE CASCADE
);
CREATE INDEX receipt_allocation_by_claim ON acquit.receipt_allocation USING btree (tenant_id, claim_id);
alter table receipt_allocation enable row level security;
alter table receipt_allocation force row level security;
create policy tenant_isolation on receipt_allocation using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on receipt_allocation to @app@;

create table refused_address (
  tenant_id uuid not null,
  email_key text not null,
  reply_id uuid not null,
  status text,
  diagnostic text,
  refused_on date not null,
  created_at timestamp with time zone not null default now(),
  constraint refused_address_pkey PRIMARY KEY (tenant_id, email_key),
  constraint refused_address_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  constraint refused_address_tenant_id_reply_id_fkey FOREIGN KEY (tenant_id, reply_id) REFERENCES reply(tenant_id, reply_id)
);
CREATE INDEX refused_address_by_reply ON acquit.refused_address USING btree (tenant_id, reply_id);
alter table refused_address enable row level security;
alter table refused_address force row level security;
create policy tenant_isolation on refused_address using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on refused_address to @app@;

create table reply (
  tenant_id uuid not null,
  reply_id uuid not null,
  company_id uuid not null,
  source_id uuid not null,
  uid_validity text not null,
  uid bigint not null,
  message_key text not null,
  message_id text,
  sha256 bytea,
  bytes bigint not null,
  case_id uuid,
  action_id uuid,
  joined_by text,
  candidates uuid[] not null default '{}'::uuid[],
  kind text not null,
  verdict jsonb not null,
  from_address text not null,
  from_name text not null,
  subject text not null,
  own_text text not null,
  files jsonb not null default '[]'::jsonb,
  proposals jsonb not null default '[]'::jsonb,
  sent_at timestamp with time zone,
  received_at timestamp with time zone not null,
  on_day date not null,
  state text not null,
  read_at timestamp with time zone,
  read_by text,
  created_at timestamp with time zone not null default now(),
  constraint reply_pkey PRIMARY KEY (tenant_id, reply_id),
  constraint reply_check CHECK (((case_id IS NULL) = (joined_by IS NULL))),
  constraint reply_check1 CHECK (((state <> 'to-sort'::text) OR (case_id IS NULL))),
  constraint reply_joined_by_check CHECK ((joined_by = ANY (ARRAY['thread'::text, 'reference'::text, 'sender'::text, 'number'::text, 'person'::text]))),
  constraint reply_kind_check CHECK ((kind = ANY (ARRAY['human'::text, 'bounce'::text, 'absence'::text, 'acknowledgement'::text, 'challenge'::text, 'receipt'::text, 'unreadable'::text]))),
  constraint reply_state_check CHECK ((state = ANY (ARRAY['to-sort'::text, 'to-read'::text, 'filed'::text, 'read'::text]))),
  constraint reply_tenant_id_action_id_fkey FOREIGN KEY (tenant_id, action_id) REFERENCES action(tenant_id, action_id) ON DELETE SET NULL (action_id),
  constraint reply_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint reply_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint reply_tenant_id_sha256_fkey FOREIGN KEY (tenant_id, sha256) REFERENCES blob(tenant_id, sha256),
  constraint reply_tenant_id_source_id_fkey FOREIGN KEY (tenant_id, source_id) REFERENCES source(tenant_id, source_id),
  constraint reply_tenant_id_company_id_message_key_key UNIQUE (tenant_id, company_id, message_key),
  constraint reply_tenant_id_source_id_uid_validity_uid_key UNIQUE (tenant_id, source_id, uid_validity, uid)
);
CREATE INDEX reply_by_action ON acquit.reply USING btree (tenant_id, action_id) WHERE (action_id IS NOT NULL);
CREATE INDEX reply_by_case ON acquit.reply USING btree (tenant_id, case_id, received_at DESC) WHERE (case_id IS NOT NULL);
CREATE INDEX reply_recent ON acquit.reply USING btree (tenant_id, company_id, received_at DESC, reply_id DESC);
CREATE INDEX reply_unread ON acquit.reply USING btree (tenant_id, case_id) INCLUDE (on_day) WHERE ((state = 'to-read'::text) AND (kind = 'human'::text));
CREATE INDEX reply_waiting ON acquit.reply USING btree (tenant_id, company_id, received_at, reply_id) WHERE (state = ANY (ARRAY['to-sort'::text, 'to-read'::text]));
alter table reply enable row level security;
alter table reply force row level security;
create policy tenant_isolation on reply using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on reply to @app@;

create table route_answer (
  tenant_id uuid not null,
  answer_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  answers jsonb not null,
  prefill jsonb not null,
  on_day date not null,
  entered_by text not null,
  entered_at timestamp with time zone not null default clock_timestamp(),
  constraint route_answer_pkey PRIMARY KEY (tenant_id, answer_id),
  constraint route_answer_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint route_answer_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
CREATE INDEX route_answer_by_case ON acquit.route_answer USING btree (tenant_id, case_id, entered_at DESC, answer_id DESC);
alter table route_answer enable row level security;
alter table route_answer force row level security;
create policy tenant_isolation on route_answer using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on route_answer to @app@;

create table route_choice (
  tenant_id uuid not null,
  choice_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  way text not null,
  is_procedure boolean not null,
  on_day date not null,
  note text,
  shown jsonb not null,
  prefill jsonb not null,
  entered_by text not null,
  entered_at timestamp with time zone not null default clock_timestamp(),
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  constraint route_choice_pkey PRIMARY KEY (tenant_id, choice_id),
  constraint route_choice_check CHECK (((withdrawn_by IS NULL) = (withdrawn_at IS NULL))),
  constraint route_choice_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint route_choice_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
CREATE INDEX route_choice_by_case ON acquit.route_choice USING btree (tenant_id, case_id, entered_at DESC, choice_id DESC);
alter table route_choice enable row level security;
alter table route_choice force row level security;
create policy tenant_isolation on route_choice using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on route_choice to @app@;

create table scenario (
  tenant_id uuid not null,
  scenario_id uuid not null,
  company_id uuid not null,
  profile text not null,
  version integer not null default 1,
  name text not null,
  definition jsonb not null,
  active boolean not null default true,
  created_at timestamp with time zone not null default now(),
  key text not null,
  created_by text not null default 'acquit'::text,
  constraint scenario_pkey PRIMARY KEY (tenant_id, scenario_id),
  constraint scenario_profile_check CHECK ((profile = ANY (ARRAY['business'::text, 'consumer'::text, 'public'::text]))),
  constraint scenario_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint scenario_version UNIQUE (tenant_id, company_id, key, version)
);
alter table scenario enable row level security;
alter table scenario force row level security;
create policy tenant_isolation on scenario using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on scenario to @app@;

create table schema_migration (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migration_pkey PRIMARY KEY (number)
);
grant select on schema_migration to @app@;

create table sending_release (
  tenant_id uuid not null,
  company_id uuid not null,
  on_day date not null,
  released_by text not null,
  released_at timestamp with time zone not null default now(),
  constraint sending_release_pkey PRIMARY KEY (tenant_id, company_id, on_day),
  constraint sending_release_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
alter table sending_release enable row level security;
alter table sending_release force row level security;
create policy tenant_isolation on sending_release using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on sending_release to @app@;

create table session (
  tenant_id uuid not null,
  token_hash bytea not null,
  user_id uuid not null,
  csrf_token text not null,
  created_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (tenant_id, token_hash),
  constraint session_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES app_user(tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX session_by_token ON acquit.session USING btree (token_hash);
alter table session enable row level security;
alter table session force row level security;
create policy before_tenant on session for select to @login@ using (true);
create policy tenant_isolation on session using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on session to @app@;
grant select on session to @login@;

create table settlement_difference (
  tenant_id uuid not null,
  receipt_id uuid not null,
  claim_id uuid not null,
  kind text not null,
  effective_on date not null,
  amount_cents bigint not null,
  constraint settlement_difference_pkey PRIMARY KEY (tenant_id, receipt_id, claim_id),
  constraint settlement_difference_amount_cents_check CHECK ((amount_cents > 0)),
  constraint settlement_difference_kind_check CHECK ((kind = ANY (ARRAY['bank-fee'::text, 'tolerance'::text]))),
  constraint settlement_difference_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id),
  constraint settlement_difference_tenant_id_receipt_id_fkey FOREIGN KEY (tenant_id, receipt_id) REFERENCES receipt(tenant_id, receipt_id) ON DELETE CASCADE
);
CREATE INDEX settlement_difference_by_claim ON acquit.settlement_difference USING btree (tenant_id, claim_id);
alter table settlement_difference enable row level security;
alter table settlement_difference force row level security;
create policy tenant_isolation on settlement_difference using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on settlement_difference to @app@;

create table source (
  tenant_id uuid not null,
  source_id uuid not null,
  company_id uuid not null,
  kind text not null,
  name text not null,
  settings jsonb not null,
  secret_sealed bytea,
  active boolean not null default true,
  every_minutes integer not null default 15,
  before_sending boolean not null default true,
  "position" jsonb not null default '{}'::jsonb,
  checked_at timestamp with time zone,
  ok_at timestamp with time zone,
  last_file_at timestamp with time zone,
  trouble jsonb,
  failures integer not null default 0,
  next_check_at timestamp with time zone not null default now(),
  leased_by text,
  lease_until timestamp with time zone,
  removed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint source_pkey PRIMARY KEY (tenant_id, source_id),
  constraint source_every_minutes_check CHECK (((every_minutes >= 1) AND (every_minutes <= 10080))),
  constraint source_kind_check CHECK ((kind = ANY (ARRAY['folder'::text, 'imap'::text, 'sftp'::text, 'push'::text, 'replies'::text]))),
  constraint source_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
CREATE INDEX source_by_company ON acquit.source USING btree (tenant_id, company_id, created_at, source_id) WHERE (removed_at IS NULL);
CREATE INDEX source_due ON acquit.source USING btree (tenant_id, next_check_at) WHERE (active AND (removed_at IS NULL) AND (kind <> 'push'::text));
alter table source enable row level security;
alter table source force row level security;
create policy before_tenant on source for select to @login@ using (true);
create policy tenant_isolation on source using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on source to @app@;
grant select on source to @login@;

create table source_file (
  tenant_id uuid not null,
  source_id uuid not null,
  file_key text not null,
  mark text,
  file_name text not null,
  outcome text not null,
  import_id uuid,
  message text,
  seen_at timestamp with time zone not null default now(),
  constraint source_file_pkey PRIMARY KEY (tenant_id, source_id, file_key),
  constraint source_file_outcome_check CHECK ((outcome = ANY (ARRAY['imported'::text, 'partly'::text, 'duplicate'::text, 'refused'::text, 'set-aside'::text, 'ignored'::text]))),
  constraint source_file_tenant_id_source_id_fkey FOREIGN KEY (tenant_id, source_id) REFERENCES source(tenant_id, source_id)
);
CREATE INDEX source_file_by_import ON acquit.source_file USING btree (tenant_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX source_file_by_mark ON acquit.source_file USING btree (tenant_id, source_id, mark) WHERE (mark IS NOT NULL);
CREATE INDEX source_file_recent ON acquit.source_file USING btree (tenant_id, source_id, seen_at DESC, file_key);
alter table source_file enable row level security;
alter table source_file force row level security;
create policy tenant_isolation on source_file using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on source_file to @app@;

create table source_token (
  tenant_id uuid not null,
  token_hash bytea not null,
  source_id uuid not null,
  created_at timestamp with time zone not null default now(),
  constraint source_token_pkey PRIMARY KEY (tenant_id, token_hash),
  constraint source_token_tenant_id_source_id_fkey FOREIGN KEY (tenant_id, source_id) REFERENCES source(tenant_id, source_id)
);
CREATE INDEX source_token_by_hash ON acquit.source_token USING btree (token_hash);
CREATE INDEX source_token_by_source ON acquit.source_token USING btree (tenant_id, source_id);
alter table source_token enable row level security;
alter table source_token force row level security;
create policy before_tenant on source_token for select to @login@ using (true);
create policy tenant_isolation on source_token using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on source_token to @app@;
grant select on source_token to @login@;

create table tenant (
  tenant_id uuid not null,
  name text not null,
  created_at timestamp with time zone not null default now(),
  constraint tenant_pkey PRIMARY KEY (tenant_id)
);
alter table tenant enable row level security;
alter table tenant force row level security;
create policy before_tenant on tenant for select to @login@ using (true);
create policy tenant_isolation on tenant using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant insert, select, update on tenant to @app@;
grant select on tenant to @login@;

create table text_template (
  tenant_id uuid not null,
  company_id uuid not null,
  kind text not null,
  tone text not null,
  profile text not null,
  language text not null,
  channel text not null,
  version integer not null,
  subject text,
  body text,
  kept_doubts text[] not null default '{}'::text[],
  saved_by text not null,
  saved_at timestamp with time zone not null default now(),
  constraint text_template_pkey PRIMARY KEY (tenant_id, company_id, kind, tone, profile, language, channel, version),
  constraint text_template_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'letter'::text, 'registered'::text, 'sms'::text]))),
  constraint text_template_check CHECK (((subject IS NULL) = (body IS NULL))),
  constraint text_template_kind_check CHECK ((kind = ANY (ARRAY['notice'::text, 'reminder'::text, 'find-the-cause'::text, 'get-a-date'::text, 'call-confirmed'::text, 'warning'::text, 'formal-notice'::text, 'thanks'::text, 'promise-broken'::text, 'plan-missed'::text, 'suspension'::text]))),
  constraint text_template_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint text_template_profile_check CHECK ((profile = ANY (ARRAY['business'::text, 'consumer'::text, 'public'::text]))),
  constraint text_template_tone_check CHECK ((tone = ANY (ARRAY['cordial'::text, 'courteous'::text, 'neutral'::text, 'firm'::text, 'grave'::text, 'formal'::text]))),
  constraint text_template_version_check CHECK ((version > 0)),
  constraint text_template_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id)
);
alter table text_template enable row level security;
alter table text_template force row level security;
create policy tenant_isolation on text_template using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on text_template to @app@;

create table volume_stop (
  tenant_id uuid not null,
  stop_id uuid not null,
  company_id uuid not null,
  on_day date not null,
  reason text not null,
  messages integer not null,
  allowed integer not null,
  state text not null default 'waiting'::text,
  decided_by text,
  decided_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint volume_stop_pkey PRIMARY KEY (tenant_id, stop_id),
  constraint volume_stop_reason_check CHECK ((reason = ANY (ARRAY['cap'::text, 'jump'::text]))),
  constraint volume_stop_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'let-go'::text, 'kept'::text]))),
  constraint volume_stop_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint volume_stop_tenant_id_company_id_on_day_key UNIQUE (tenant_id, company_id, on_day)
);
CREATE INDEX volume_stop_waiting ON acquit.volume_stop USING btree (tenant_id, company_id) WHERE (state = 'waiting'::text);
alter table volume_stop enable row level security;
alter table volume_stop force row level security;
create policy tenant_isolation on volume_stop using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on volume_stop to @app@;

create table write_off (
  tenant_id uuid not null,
  write_off_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  on_day date not null,
  reason text not null,
  note text,
  shown jsonb not null default '{}'::jsonb,
  proof_sha256 bytea,
  proof_name text,
  entered_by text not null,
  entered_at timestamp with time zone not null default now(),
  undone_by text,
  undone_at timestamp with time zone,
  constraint write_off_pkey PRIMARY KEY (tenant_id, write_off_id),
  constraint write_off_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES collection_case(tenant_id, case_id),
  constraint write_off_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES company(tenant_id, company_id),
  constraint write_off_tenant_id_proof_sha256_fkey FOREIGN KEY (tenant_id, proof_sha256) REFERENCES blob(tenant_id, sha256)
);
CREATE INDEX write_off_by_case ON acquit.write_off USING btree (tenant_id, case_id, on_day);
alter table write_off enable row level security;
alter table write_off force row level security;
create policy tenant_isolation on write_off using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on write_off to @app@;

create table write_off_claim (
  tenant_id uuid not null,
  write_off_id uuid not null,
  claim_id uuid not null,
  amount_cents bigint not null,
  vat_cents bigint,
  constraint write_off_claim_pkey PRIMARY KEY (tenant_id, write_off_id, claim_id),
  constraint write_off_claim_amount_cents_check CHECK ((amount_cents > 0)),
  constraint write_off_claim_vat_cents_check CHECK ((vat_cents >= 0)),
  constraint write_off_claim_tenant_id_claim_id_fkey FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, claim_id),
  constraint write_off_claim_tenant_id_write_off_id_fkey FOREIGN KEY (tenant_id, write_off_id) REFERENCES write_off(tenant_id, write_off_id) ON DELETE CASCADE
);
CREATE INDEX write_off_claim_by_claim ON acquit.write_off_claim USING btree (tenant_id, claim_id);
alter table write_off_claim enable row level security;
alter table write_off_claim force row level security;
create policy tenant_isolation on write_off_claim using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
grant delete, insert, select, update on write_off_claim to @app@;

grant usage on schema acquit to @app@;

grant usage on schema acquit to @login@;
