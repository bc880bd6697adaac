-- What lists say of payments. A list of open invoices says that so much of one was paid by its day, not by which payment:
-- the bank and the accounts tell of the same money, before or after, and it must count once. The claim keeps what the
-- list said; one receipt of origin 'list' stands for the part of it that no payment known by then explains, and shrinks
-- as they come to be known (`store/queries/told.ts`).
alter table claim
  -- Taken off the claim by `told_until`, payments and credit notes together, as the list that says most tells it.
  add column told_cents bigint not null default 0 check (told_cents >= 0),
  -- Null once somebody knows better: the accounts, which tell every payment of that time, or a person.
  add column told_until date,
  -- The day at which a part that nothing explains counts as paid.
  add column told_on date,
  -- The invoices a credit note names: it may be read before them.
  add column corrects text[] not null default '{}';
create index claim_told on claim (tenant_id, case_id) where told_cents > 0;

alter table receipt
  drop constraint receipt_origin_check,
  -- Who told of this money: a person, the bank, the accounting file, or a list that does not say which payment it was.
  add constraint receipt_origin_check check (origin in ('manual', 'bank', 'ledger', 'list'));

create index claim_correcting on claim (tenant_id, case_id) where kind = 'credit-note' and corrects <> '{}';
create index receipt_stand_in on receipt (tenant_id, case_id) where origin = 'list';

-- The line that brought a payment may be read after the one that took it back: then it shows that very receipt.
create index bank_match_reversed on bank_match (tenant_id, reverses_receipt_id) where reverses_receipt_id is not null;

-- What a list alone still stands for on a claim: what a payment of `by_day` (any day when null) would explain, not add to.
create function told_left(tenant uuid, claim uuid, by_day date) returns bigint
  language sql stable as $$
  select coalesce(sum(a.amount_cents), 0)::int8
    from claim k join receipt_allocation a on a.tenant_id = k.tenant_id and a.claim_id = k.claim_id
    join receipt r on r.tenant_id = a.tenant_id and r.receipt_id = a.receipt_id and r.origin = 'list'
   where k.tenant_id = told_left.tenant and k.claim_id = told_left.claim and (by_day is null or by_day <= k.told_until)
$$;

-- Money that left looks for a receipt of its amount, and a line for a receipt that somebody else has told.
create index receipt_by_amount on receipt (tenant_id, company_id, amount_cents, received_on) where cancelled_at is null;
