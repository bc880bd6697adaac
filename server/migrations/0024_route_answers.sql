-- The route guide of a case: what the user answered, kept in every version, and the way he chose with the figures that
-- were shown to him. Nothing here opens a procedure or moves a date.

create table route_answer (
  tenant_id  uuid not null,
  answer_id  uuid not null,
  company_id uuid not null,
  case_id    uuid not null,
  -- Answers by question; a question that is not there was not answered.
  answers    jsonb not null,
  -- What the case itself said that day, so that what changed since can be told.
  prefill    jsonb not null,
  on_day     date not null,
  entered_by text not null,
  entered_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, answer_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case
);
create index route_answer_by_case on route_answer (tenant_id, case_id, entered_at desc, answer_id desc);

create table route_choice (
  tenant_id    uuid not null,
  choice_id    uuid not null,
  company_id   uuid not null,
  case_id      uuid not null,
  -- A procedure of the law, or a way that is none: agency, lawyer, commissaire, sell, write-off.
  way          text not null,
  is_procedure boolean not null,
  on_day       date not null,
  note         text,
  -- Name, court, cost and worth as they were shown, whatever the law becomes.
  shown        jsonb not null,
  prefill      jsonb not null,
  entered_by   text not null,
  entered_at   timestamptz not null default clock_timestamp(),
  withdrawn_by text,
  withdrawn_at timestamptz,
  primary key (tenant_id, choice_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case,
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index route_choice_by_case on route_choice (tenant_id, case_id, entered_at desc, choice_id desc);

select isolate_tenants('route_answer', 'route_choice');
