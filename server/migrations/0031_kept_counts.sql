-- What the first screen of a large book counted among all its cases, and what the list of customers entered twice
-- grouped among all its customers, is kept: each is read in the time of what it shows.

-- Cases by the day the night looks at them next, their scenario and their next step. Kept as `due_total` is: changes are
-- added as rows and never in place, and housekeeping folds them together.
create table case_total (
  tenant_id  uuid not null,
  company_id uuid not null,
  -- Infinity: on no day, as long as nothing happens.
  acts_on    date not null,
  entry_id   uuid not null default gen_random_uuid(),
  scenario   text not null,
  next_step  text,
  cases      int not null,
  -- Of these, the cases with an open claim.
  owing      int not null,
  owed_cents bigint not null,
  primary key (tenant_id, company_id, acts_on, entry_id),
  foreign key (tenant_id, company_id) references company
);
select isolate_tenants('case_total');

create function case_acts_on(status text, next_action_on date) returns date language sql immutable parallel safe as
$$ select case when status in ('open', 'paused') then coalesce(next_action_on, 'infinity') else 'infinity' end $$;

create function add_case_totals() returns trigger language plpgsql as $$
declare times int := case tg_op when 'INSERT' then 1 else -1 end;
begin
  insert into case_total (tenant_id, company_id, acts_on, scenario, next_step, cases, owing, owed_cents)
    select tenant_id, company_id, case_acts_on(status, next_action_on), coalesce(scenario_key, profile), next_step, times * count(*),
           times * count(*) filter (where open_claims > 0), times * sum(greatest(open_cents, 0))
      from changed_cases group by 1, 2, 3, 4, 5;
  return null;
end $$;
create function move_case_totals() returns trigger language plpgsql as $$
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
end $$;
create trigger case_totals_inserted after insert on collection_case referencing new table as changed_cases
  for each statement execute function add_case_totals();
create trigger case_totals_deleted after delete on collection_case referencing old table as changed_cases
  for each statement execute function add_case_totals();
create trigger case_totals_updated after update on collection_case referencing old table as cases_before new table as cases_after
  for each statement execute function move_case_totals();

-- Letters to print are counted by their day and summed: both are their action's, which never changes them.
alter table outbox add column decided_on date, add column total_cents bigint;

-- Signs that several customers of a company share, among whom doubles are looked for. A value may be here that nobody
-- shares any more, so who reads it counts; no shared value is missing, but for those of the customers below.
create table debtor_sign_shared (
  tenant_id  uuid not null,
  company_id uuid not null,
  sign       text not null,
  value      text collate "C" not null,
  primary key (tenant_id, company_id, sign, value)
);
-- Customers whose signs are not among those yet: written by all at once, so each time a row of its own.
create table debtor_to_compare (
  tenant_id  uuid not null,
  company_id uuid not null,
  entry_id   uuid not null default gen_random_uuid(),
  debtor_id  uuid not null,
  primary key (tenant_id, company_id, entry_id)
);
select isolate_tenants('debtor_sign_shared', 'debtor_to_compare');

create function compare_new_debtors() returns trigger language plpgsql as $$
begin
  insert into debtor_to_compare (tenant_id, company_id, debtor_id) select tenant_id, company_id, debtor_id from new_debtors;
  return null;
end $$;
create function compare_debtor() returns trigger language plpgsql as $$
begin
  insert into debtor_to_compare (tenant_id, company_id, debtor_id) values (new.tenant_id, new.company_id, new.debtor_id);
  return null;
end $$;
create trigger debtor_signs_inserted after insert on debtor referencing new table as new_debtors
  for each statement execute function compare_new_debtors();
create trigger debtor_signs_updated after update of company_id, name, email, legal_id, vat, account on debtor for each row
  when ((old.company_id, old.siren_key, old.vat, old.account_key, old.name_skeleton, old.mail_domain)
        is distinct from (new.company_id, new.siren_key, new.vat, new.account_key, new.name_skeleton, new.mail_domain))
  execute function compare_debtor();

-- Invoices due before they were issued: all others are found by the days of their issue when the latest of those due by a
-- day are asked for. There are hardly any.
create index claim_due_before_issue on claim (tenant_id, company_id, ledger_state, issued_key desc, claim_id desc) include (due_key, amount_cents)
  where issued_key > due_key;

-- What stands already. Row security hides every tenant's rows from the owner himself, but for this moment.
alter table collection_case no force row level security;
alter table debtor no force row level security;
alter table action no force row level security;
alter table outbox no force row level security;
alter table case_total no force row level security;
alter table debtor_to_compare no force row level security;
insert into case_total (tenant_id, company_id, acts_on, scenario, next_step, cases, owing, owed_cents)
  select tenant_id, company_id, case_acts_on(status, next_action_on), coalesce(scenario_key, profile), next_step, count(*),
         count(*) filter (where open_claims > 0), sum(greatest(open_cents, 0))
    from collection_case group by 1, 2, 3, 4, 5;
insert into debtor_to_compare (tenant_id, company_id, debtor_id) select tenant_id, company_id, debtor_id from debtor;
update outbox o set decided_on = a.decided_on, total_cents = a.total_cents
  from action a where a.tenant_id = o.tenant_id and a.action_id = o.action_id;
alter table debtor_to_compare force row level security;
alter table case_total force row level security;
alter table outbox force row level security;
alter table outbox add constraint outbox_to_print_dated check (state <> 'to-print' or (decided_on is not null and total_cents is not null));
alter table action force row level security;
alter table debtor force row level security;
alter table collection_case force row level security;
