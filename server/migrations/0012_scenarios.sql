-- Scenarios as data: several per company and versioned, chosen by rules or by hand; and what may leave in a day.

alter table scenario
  add column key text,
  add column created_by text not null default 'acquit';
update scenario set key = profile, definition = definition || jsonb_build_object('key', profile);
alter table scenario
  alter column key set not null,
  drop constraint scenario_tenant_id_company_id_profile_version_key,
  add constraint scenario_version unique (tenant_id, company_id, key, version);

-- The rules in their order, replaced as a whole; null: those every company starts with.
alter table company
  add column scenario_rules jsonb,
  -- What was invoiced in a year is summed only for companies whose rules ask for it.
  add column uses_turnover boolean not null generated always as (
    coalesce(scenario_rules @? '$[*].when ? (exists(@.leastTurnoverCents) || exists(@.mostTurnoverCents))', false)) stored;

alter table collection_case
  -- The scenario a person chose for this case, by its key; null: the rules choose.
  add column scenario_chosen text,
  -- Versions it keeps as long as something runs, by key; null: none.
  add column scenario_kept jsonb,
  -- The scenario of the last decision, for the name of its next step.
  add column scenario_key text;

alter table debtor
  add column sector text,
  add column salesperson_name text,
  add column salesperson_email text;

-- The day on which a formal notice was decided to be sent, as long as nobody took it back: what follows counts from it.
alter table claim add column notice_sent_on date;
update claim set notice_sent_on = level_on where level_step = 'mise-en-demeure';

-- Sending days and hours -------------------------------------------------------------------------------------------

create function minute_of(time_of_day text) returns int
  language sql immutable parallel safe
  as $$ select split_part(time_of_day, ':', 1)::int * 60 + split_part(time_of_day, ':', 2)::int $$;
-- A window of days of the week and hours of the day, as minutes of the week: Monday 00:00 is 0.
create function week_minutes(send_window jsonb) returns int4multirange
  language sql immutable parallel safe
  as $$ select range_agg(int4range((d.day::int - 1) * 1440 + minute_of(h.hours ->> 'from'), (d.day::int - 1) * 1440 + minute_of(h.hours ->> 'until')))
          from jsonb_array_elements_text(send_window -> 'weekdays') as d(day), jsonb_array_elements(send_window -> 'hours') as h(hours) $$;
-- The minute of the week it is in Paris.
create function paris_minute(at timestamptz) returns int
  language sql stable parallel safe
  as $$ select (extract(isodow from p)::int - 1) * 1440 + extract(hour from p)::int * 60 + extract(minute from p)::int
          from (select at at time zone 'Europe/Paris' as p) x $$;

-- When a message may reach its debtor, as minutes of the week in Paris; null: at any hour.
alter table outbox add column send_window int4multirange;

-- What leaves in a day -----------------------------------------------------------------------------------------------

-- Messages that a pass lets leave by themselves, counted against the day's limit.
alter table pass add column leaving int not null default 0;

-- A day on which more would leave than usual, or than the company allows: nothing of that day leaves until somebody says.
create table volume_stop (
  tenant_id  uuid not null,
  stop_id    uuid not null,
  company_id uuid not null,
  on_day     date not null,
  reason     text not null check (reason in ('cap', 'jump')),
  messages   int not null,
  allowed    int not null,
  state      text not null default 'waiting' check (state in ('waiting', 'let-go', 'kept')),
  decided_by text,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, stop_id),
  unique (tenant_id, company_id, on_day),
  foreign key (tenant_id, company_id) references company
);
create index volume_stop_waiting on volume_stop (tenant_id, company_id) where state = 'waiting';

select isolate_tenants('volume_stop');
