-- The screens of the day: what waits for somebody found by index, and the feed of dates of each person.

-- How much of the worklist is late is counted from the index alone.
drop index action_open;
create index action_open on action (tenant_id, company_id, status, channel, total_cents desc, action_id) include (step, decided_on)
  where status in ('to-confirm', 'to-do');
create index promise_waiting on promise (tenant_id, company_id, expected_on, promise_id)
  where ended is null and kept_on is null and not moot;
create index payment_plan_running on payment_plan (tenant_id, company_id)
  where status = 'signed' and kept_on is null and broken_on is null;
create index dispatch_by_hand on dispatch (tenant_id, company_id, handed_at, action_id)
  where channel = 'registered' and via is null and not ended;

-- The address a calendar program reads dates at. Only its hash is kept; a new one ends the one before.
create table calendar_feed (
  tenant_id  uuid not null,
  feed_id    uuid not null,
  user_id    uuid not null,
  company_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null default now(),
  read_at    timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, feed_id),
  foreign key (tenant_id, user_id) references app_user,
  foreign key (tenant_id, company_id) references company
);
create index calendar_feed_by_hash on calendar_feed (token_hash) where revoked_at is null;
create unique index calendar_feed_live on calendar_feed (tenant_id, user_id, company_id) where revoked_at is null;

select isolate_tenants('calendar_feed');

-- A token is known before its tenant, as a session is.
create policy before_tenant on calendar_feed for select to @login@ using (true);
grant select on calendar_feed to @login@;

create function find_calendar_token(wanted bytea) returns table (tenant_id uuid, feed_id uuid, company_id uuid, user_id uuid)
  language sql stable security definer set search_path from current
  as $$ select f.tenant_id, f.feed_id, f.company_id, f.user_id
        from calendar_feed f join app_user u on u.tenant_id = f.tenant_id and u.user_id = f.user_id
        where f.token_hash = wanted and f.revoked_at is null and u.disabled_at is null $$;
alter function find_calendar_token(bytea) owner to @login@;
revoke all on function find_calendar_token(bytea) from public;
grant execute on function find_calendar_token(bytea) to @app@;
