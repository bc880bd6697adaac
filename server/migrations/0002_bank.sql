-- Bank lines, their matching with claims, and what holds a claim back.

-- Every table made after the first schema is isolated the same way.
create function isolate_tenants(variadic tables text[]) returns void language plpgsql as $$
declare t text;
begin
  foreach t in array tables loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant_isolation on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', t);
    execute format('grant select, insert, update, delete on %I to @app@', t);
  end loop;
end $$;

create table bank_account (
  tenant_id       uuid not null,
  bank_account_id uuid not null,
  company_id      uuid not null,
  -- The IBAN when the file gives it, else the number as the bank writes it; empty when the file names no account.
  account_key     text collate "C" not null,
  iban            text,
  label           text not null,
  currency        text not null default 'EUR',
  -- The last day the bank has told about: the latest of its booked lines and of its statements' ends.
  covered_until   date,
  created_at      timestamptz not null default now(),
  primary key (tenant_id, bank_account_id),
  unique (tenant_id, company_id, account_key),
  foreign key (tenant_id, company_id) references company
);

create table bank_line (
  tenant_id        uuid not null,
  line_id          uuid not null,
  company_id       uuid not null,
  bank_account_id  uuid not null,
  import_id        uuid not null,
  booked_on        date not null,
  value_on         date,
  -- Signed: positive is money that came.
  amount_cents     bigint not null check (amount_cents <> 0),
  label            text not null default '',
  counterparty     text,
  counterparty_iban text,
  end_to_end_id    text,
  mandate_id       text,
  bank_reference   text,
  remittance       text[] not null default '{}',
  operation        text,
  is_reversal      boolean not null default false,
  reject_reason    text,
  -- What makes a line the same in two files; `occurrence` numbers the equal lines of one day, from 0.
  fingerprint      bytea not null,
  occurrence       int not null default 0,
  -- 'outgoing': money that left and takes no receipt back. 'set-aside': not from a customer, says a person.
  state            text not null default 'to-match' check (state in ('to-match', 'proposed', 'matched', 'set-aside', 'outgoing')),
  set_aside_reason text,
  created_at       timestamptz not null default now(),
  primary key (tenant_id, line_id),
  unique (tenant_id, bank_account_id, fingerprint, occurrence),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, bank_account_id) references bank_account,
  foreign key (tenant_id, import_id) references import_job
);
create index bank_line_waiting on bank_line (tenant_id, company_id, booked_on, line_id) where state in ('to-match', 'proposed');
-- Money that left may take back a receipt that is told only later.
create index bank_line_outgoing on bank_line (tenant_id, company_id, amount_cents) where state = 'outgoing';
create index bank_line_recent on bank_line (tenant_id, company_id, booked_on desc, line_id desc);
-- Lines of one state, latest first, and how many there are of each, without reading the lines themselves.
create index bank_line_by_state on bank_line (tenant_id, company_id, state, booked_on, line_id);
create index bank_line_by_import on bank_line (tenant_id, import_id);
create index bank_line_by_end_to_end on bank_line (tenant_id, company_id, end_to_end_id) where end_to_end_id is not null;

-- What a bank line pays, found by a rule or by a person. Undone and declined ones stay: they are never proposed again.
create table bank_match (
  tenant_id    uuid not null,
  match_id     uuid not null,
  company_id   uuid not null,
  line_id      uuid not null,
  state        text not null check (state in ('proposed', 'applied', 'undone', 'declined')),
  -- The rule that found it; 'user' when a person chose.
  rule         text not null,
  confidence   smallint not null check (confidence between 0 and 100),
  reasons      jsonb not null default '[]',
  -- Among the proposals of one line, the best first.
  rank         smallint not null default 0,
  -- The case to whose credit goes what no part takes.
  case_id      uuid,
  -- For a reject or a return: the receipt it takes back; its parts then keep what that receipt had cleared.
  reverses_receipt_id uuid,
  -- For money a person or the accounting file had told before the bank: the receipt that the line shows.
  known_receipt_id uuid,
  -- Whether applying it taught whom the payer pays for, which undoing it takes back.
  taught       boolean not null default false,
  decided_by   text,
  decided_at   timestamptz,
  created_at   timestamptz not null default now(),
  primary key (tenant_id, match_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, line_id) references bank_line on delete cascade,
  foreign key (tenant_id, case_id) references collection_case,
  foreign key (tenant_id, reverses_receipt_id) references receipt,
  foreign key (tenant_id, known_receipt_id) references receipt
);
create unique index bank_match_applied on bank_match (tenant_id, line_id) where state = 'applied';
create index bank_match_by_line on bank_match (tenant_id, line_id, rank);

create table bank_match_part (
  tenant_id       uuid not null,
  match_id        uuid not null,
  claim_id        uuid not null,
  case_id         uuid not null,
  amount_cents    bigint not null check (amount_cents > 0),
  -- A small difference that the creditor's settings let go: bank fees kept on the way, a rounding.
  difference_cents bigint not null default 0 check (difference_cents >= 0),
  difference_kind text check (difference_kind in ('bank-fee', 'tolerance')),
  primary key (tenant_id, match_id, claim_id),
  foreign key (tenant_id, match_id) references bank_match on delete cascade,
  foreign key (tenant_id, claim_id) references claim,
  foreign key (tenant_id, case_id) references collection_case
);
-- What a match made a credit note take off an invoice, so that undoing it takes back exactly that.
create table match_credit (
  tenant_id       uuid not null,
  match_id        uuid not null,
  credit_claim_id uuid not null,
  claim_id        uuid not null,
  amount_cents    bigint not null check (amount_cents > 0),
  primary key (tenant_id, match_id, credit_claim_id, claim_id),
  foreign key (tenant_id, match_id) references bank_match on delete cascade,
  foreign key (tenant_id, credit_claim_id) references claim,
  foreign key (tenant_id, claim_id) references claim
);
create index bank_match_part_by_claim on bank_match_part (tenant_id, claim_id);

alter table receipt
  -- Who told of this money: a person, the bank, or the accounting file.
  add column origin text not null default 'manual' check (origin in ('manual', 'bank', 'ledger')),
  add column bank_line_id uuid,
  add column match_id uuid,
  add column import_id uuid,
  -- What makes a receipt of an accounting file the same in two of them.
  add column ledger_key text,
  add column cancel_reason text,
  add foreign key (tenant_id, bank_line_id) references bank_line,
  add foreign key (tenant_id, match_id) references bank_match,
  add foreign key (tenant_id, import_id) references import_job;
create index receipt_by_match on receipt (tenant_id, match_id) where match_id is not null;
create index receipt_by_bank_line on receipt (tenant_id, bank_line_id) where bank_line_id is not null;
create index receipt_by_import on receipt (tenant_id, import_id) where import_id is not null;
create unique index receipt_by_ledger_key on receipt (tenant_id, company_id, ledger_key) where ledger_key is not null and cancelled_at is null;

-- What the creditor lets go when a receipt is short by little; part of the claim's `credited_cents`.
create table settlement_difference (
  tenant_id    uuid not null,
  receipt_id   uuid not null,
  claim_id     uuid not null,
  kind         text not null check (kind in ('bank-fee', 'tolerance')),
  effective_on date not null,
  amount_cents bigint not null check (amount_cents > 0),
  primary key (tenant_id, receipt_id, claim_id),
  foreign key (tenant_id, receipt_id) references receipt on delete cascade,
  foreign key (tenant_id, claim_id) references claim
);
create index settlement_difference_by_claim on settlement_difference (tenant_id, claim_id);

-- Whom a payer's name or IBAN is known to pay for. One payer may pay for several debtors: then it decides nothing alone.
create table payer (
  tenant_id  uuid not null,
  company_id uuid not null,
  -- `iban:…` or `name:…`, the name folded.
  payer_key  text collate "C" not null,
  debtor_id  uuid not null,
  -- Times a person or a sure rule has said so.
  times      int not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, company_id, payer_key, debtor_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, debtor_id) references debtor
);
create index payer_by_debtor on payer (tenant_id, debtor_id);

-- Why a claim is asked of nobody for now, although it is open. The planner leaves it out and says the reason.
create table claim_hold (
  tenant_id  uuid not null,
  hold_id    uuid not null,
  claim_id   uuid not null,
  case_id    uuid not null,
  kind       text not null check (kind in ('receipt-to-check', 'payment-announced', 'e-invoice-disputed', 'e-invoice-suspended',
                                           'e-invoice-refused', 'e-invoice-rejected', 'absent-from-ledger')),
  -- What made it: a match, a lifecycle status, an import.
  cause_id   uuid,
  reason     text not null,
  since_on   date not null,
  -- Last day of the hold; null: until somebody acts.
  until_on   date,
  ended_at   timestamptz,
  ended_by   text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, hold_id),
  foreign key (tenant_id, claim_id) references claim,
  foreign key (tenant_id, case_id) references collection_case
);
create index claim_hold_current on claim_hold (tenant_id, case_id, claim_id) where ended_at is null;
create index claim_hold_by_cause on claim_hold (tenant_id, cause_id) where ended_at is null;

select isolate_tenants('bank_account', 'bank_line', 'bank_match', 'bank_match_part', 'match_credit', 'settlement_difference', 'payer', 'claim_hold');

-- The ledger view: every invoice and credit note, walked by state in three orders, with its totals -----------------

alter table claim
  -- What the clerk calls the state of a line. 'late' and 'held' depend on the day and on other tables: asked, not kept.
  add column ledger_state text collate "C" not null generated always as (
    case when status in ('cancelled', 'not-ours') then 'cancelled' when kind = 'credit-note' then 'credit-note' else status end) stored,
  -- Lines without a date come last; a plain value lets one index walk go on from any line.
  add column due_key date not null generated always as (coalesce(due_on, 'infinity')) stored,
  add column issued_key date not null generated always as (coalesce(issued_on, '-infinity')) stored;
drop index claim_open_by_due;
create index claim_ledger_by_due on claim (tenant_id, company_id, ledger_state, due_key, claim_id) include (amount_cents, open_cents);
create index claim_ledger_by_amount on claim (tenant_id, company_id, ledger_state, amount_cents desc, claim_id desc) include (due_key, open_cents, kind);
create index claim_ledger_by_issue on claim (tenant_id, company_id, ledger_state, issued_key desc, claim_id desc);

-- Totals were kept for open claims; they are now kept for every state, so that the ledger's never cost a walk either.
-- Credit notes count below zero, and only what is open or credited has anything left.
alter table due_total rename column open_claims to claims;
alter table due_total
  add column ledger_state text collate "C" not null default 'open',
  add column amount_cents bigint not null default 0;

create function ledger_sign(kind text) returns int language sql immutable parallel safe
  as $$ select case kind when 'credit-note' then -1 else 1 end $$;
create function ledger_open(state text, cents bigint) returns bigint language sql immutable parallel safe
  as $$ select case state when 'open' then cents when 'credit-note' then -cents else 0 end $$;

create or replace function add_due_totals() returns trigger language plpgsql as $$
declare times int := case tg_op when 'INSERT' then 1 else -1 end;
begin
  insert into due_total (tenant_id, company_id, due_on, ledger_state, amount_cents, open_cents, claims)
    select tenant_id, company_id, due_key, ledger_state, times * sum(ledger_sign(kind) * amount_cents),
           times * sum(ledger_open(ledger_state, open_cents)), times * count(*)
      from changed_claims group by tenant_id, company_id, due_key, ledger_state;
  return null;
end $$;
-- Once a statement, not once a row: a statement of a bank settles thousands of claims at a time, and what they move on
-- one due day is one entry. A change of level moves nothing here: its sums are nil, and nil is not written.
drop trigger claim_totals_updated on claim;
create or replace function move_due_total() returns trigger language plpgsql as $$
begin
  insert into due_total (tenant_id, company_id, due_on, ledger_state, amount_cents, open_cents, claims)
    select tenant_id, company_id, due_key, ledger_state, sum(times * ledger_sign(kind) * amount_cents),
           sum(times * ledger_open(ledger_state, open_cents)), sum(times)
      from (select tenant_id, company_id, due_key, ledger_state, kind, amount_cents, open_cents, -1 as times from claims_before
            union all
            select tenant_id, company_id, due_key, ledger_state, kind, amount_cents, open_cents, 1 from claims_after) moved
     group by tenant_id, company_id, due_key, ledger_state
    having sum(times) <> 0 or sum(times * ledger_sign(kind) * amount_cents) <> 0 or sum(times * ledger_open(ledger_state, open_cents)) <> 0;
  return null;
end $$;
create trigger claim_totals_updated after update on claim referencing old table as claims_before new table as claims_after
  for each statement execute function move_due_total();
