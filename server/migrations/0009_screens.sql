-- What the screens of a large book read: totals by amount, and indexes that answer without their table.

-- A claim moves from level to level many times and no index follows that: with room on its page, its row is rewritten
-- there and its twelve indexes are left alone.
alter table claim set (fillfactor = 90);

-- An index answers alone as long as its pages of the table are known to be visible to all. A night touches one row in
-- twenty, on most pages: by default the database would tidy up after four of them, here it does after each.
alter table claim set (autovacuum_vacuum_scale_factor = 0.01);
alter table collection_case set (autovacuum_vacuum_scale_factor = 0.02);

-- The unique key of acts begins with the same columns.
drop index action_by_case;

-- A list that finds customers first goes on to their cases and claims; these two answer from the index alone.
alter table collection_case drop constraint collection_case_tenant_id_company_id_debtor_id_key;
alter table collection_case add constraint case_of_debtor unique (tenant_id, company_id, debtor_id) include (case_id);
create index claim_ledger_by_case on claim (tenant_id, case_id, due_key, claim_id) include (ledger_state, amount_cents, open_cents, kind);
drop index claim_by_case;

-- The latest invoices of a time long past: found by due date and put in order, or walked, without looking at their rows.
drop index claim_ledger_by_due, claim_ledger_by_issue;
create index claim_ledger_by_due on claim (tenant_id, company_id, ledger_state, due_key, claim_id) include (amount_cents, open_cents, kind, issued_key);
create index claim_ledger_by_issue on claim (tenant_id, company_id, ledger_state, issued_key desc, claim_id desc) include (due_key, amount_cents);

-- Open claims of an amount: what is owed is the claim's amount, or the claim is among the few paid in part.
create index claim_part_paid on claim (tenant_id, company_id, open_cents) where status = 'open' and open_cents <> amount_cents;

-- What came in this month, and the lines of each account that wait, are summed and counted on the first screen.
drop index receipt_recent;
create index receipt_recent on receipt (tenant_id, company_id, received_on desc, receipt_id desc) include (amount_cents, cancelled_at);
drop index bank_line_waiting;
create index bank_line_waiting on bank_line (tenant_id, company_id, booked_on, line_id) include (bank_account_id)
  where state in ('to-match', 'proposed');

-- Customers that may be one: each sign is grouped from its index alone. Two SIREN are two persons, so it goes with the others.
drop index debtor_by_siren, debtor_by_vat, debtor_by_account_key, debtor_by_skeleton, debtor_by_mail_domain;
create index debtor_by_siren on debtor (tenant_id, company_id, siren_key) include (debtor_id) where siren_key is not null;
create index debtor_by_vat on debtor (tenant_id, company_id, vat) include (debtor_id, siren_key) where vat is not null;
create index debtor_by_account_key on debtor (tenant_id, company_id, account_key) include (debtor_id, siren_key) where account_key is not null;
create index debtor_by_skeleton on debtor (tenant_id, company_id, name_skeleton) include (debtor_id, siren_key) where name_skeleton is not null;
create index debtor_by_mail_domain on debtor (tenant_id, company_id, mail_domain) include (debtor_id, siren_key) where mail_domain is not null;

-- The ledger's totals by amount as well as by date: amounts fall into bands of one figure, 1 000 € to 2 000 € is one, and
-- a filter sums whole bands and reads only the claims of those it cuts.
create function amount_band(cents int8) returns int8 language sql immutable parallel safe as
$$ select case when cents < 1 then 0 else rpad(left(cents::text, 1), length(cents::text), '0')::int8 end $$;
-- The first amount above a band.
create function amount_band_end(cents int8) returns int8 language sql immutable parallel safe as
$$ select case when cents < 1 then 1 else amount_band(cents) + rpad('1', length(cents::text), '0')::int8 end $$;

alter table due_total add column amount_band int8 not null default 0;
alter table due_total drop constraint due_total_pkey;
alter table due_total add primary key (tenant_id, company_id, ledger_state, due_on, entry_id);

create or replace function add_due_totals() returns trigger language plpgsql as $$
declare times int := case tg_op when 'INSERT' then 1 else -1 end;
begin
  insert into due_total (tenant_id, company_id, due_on, ledger_state, amount_band, amount_cents, open_cents, claims)
    select tenant_id, company_id, due_key, ledger_state, amount_band(amount_cents), times * sum(ledger_sign(kind) * amount_cents),
           times * sum(ledger_open(ledger_state, open_cents)), times * count(*)
      from changed_claims group by 1, 2, 3, 4, 5;
  return null;
end $$;
create or replace function move_due_total() returns trigger language plpgsql as $$
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
end $$;

-- The sums again, by band. Row security hides every tenant's rows from the owner himself, but for this moment.
alter table claim no force row level security;
alter table due_total no force row level security;
delete from due_total;
insert into due_total (tenant_id, company_id, due_on, ledger_state, amount_band, amount_cents, open_cents, claims)
  select tenant_id, company_id, due_key, ledger_state, amount_band(amount_cents), sum(ledger_sign(kind) * amount_cents),
         sum(ledger_open(ledger_state, open_cents)), count(*)
    from claim group by 1, 2, 3, 4, 5;
alter table due_total force row level security;
alter table claim force row level security;
