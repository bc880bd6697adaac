-- Payment by card on the debtor's page: the company's account, and each payment from its page to its receipt.

-- The account at the provider of card payments. What opens it is sealed; a test key takes no real money and is offered to nobody.
create table card_account (
  tenant_id      uuid not null,
  company_id     uuid not null,
  -- Offered to debtors; an account that was put off still follows what was begun, and what is refunded later.
  enabled        boolean not null,
  key_mode       text not null check (key_mode in ('test', 'live')),
  -- The last letters of the key, by which a person recognises it.
  key_end        text not null,
  secrets_sealed bytea not null,
  updated_at     timestamptz not null default now(),
  primary key (tenant_id, company_id),
  foreign key (tenant_id, company_id) references company
);

-- One visit to the provider's page. Created in doubt, before the first call: what is asked stands here to the letter, so
-- that asking again with the same key is recognised.
create table card_payment (
  tenant_id    uuid not null,
  payment_id   uuid not null,
  company_id   uuid not null,
  case_id      uuid not null,
  -- The claims that the debtor saw as due, in the order of his page.
  claim_ids    uuid[] not null,
  amount_cents bigint not null check (amount_cents > 0),
  state        text not null default 'in-doubt' check (state in ('in-doubt', 'created', 'paid', 'expired', 'refused')),
  request      text not null,
  session_id   text,
  session_url  text,
  expires_at   timestamptz not null,
  intent_id    text,
  receipt_id   uuid,
  paid_on      date,
  -- What went back to the card, and whether the bank of the card has taken the payment into question.
  refunded_cents bigint not null default 0 check (refunded_cents >= 0),
  disputed     boolean not null default false,
  -- The provider's own words when it refused, or why nobody can tell.
  answer       text,
  -- When the provider is to be asked; null: nothing more to ask.
  poll_after   timestamptz,
  created_at   timestamptz not null default clock_timestamp(),
  primary key (tenant_id, payment_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case,
  foreign key (tenant_id, receipt_id) references receipt
);
create index card_payment_by_case on card_payment (tenant_id, case_id, created_at desc);
create index card_payment_to_ask on card_payment (tenant_id, poll_after) where poll_after is not null;
create unique index card_payment_by_session on card_payment (tenant_id, session_id) where session_id is not null;
create unique index card_payment_by_intent on card_payment (tenant_id, intent_id) where intent_id is not null;

select isolate_tenants('card_account', 'card_payment');

-- Money that came by card reaches the bank among others, net of fees: no bank line shows such a receipt.
alter table receipt
  drop constraint receipt_origin_check,
  add constraint receipt_origin_check check (origin in ('manual', 'bank', 'ledger', 'list', 'card'));

-- 'card-back': a payment by card that was given back or is contested, for a person to look at.
alter table portal_act drop constraint portal_act_kind_check;
alter table portal_act add constraint portal_act_kind_check
  check (kind in ('opened', 'paid', 'promise', 'dispute', 'instalments', 'wrong-addressee', 'card', 'card-back'));

-- Set when a payout of the card provider was recognised and put aside once: brought back by a person, it stays back.
alter table bank_line add column payout_seen boolean not null default false;
