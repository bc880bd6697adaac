/** In SQL, what makes match `m` the same as another for a person: what `proposalKey` says of a proposal. */
export const SIGNATURE = `coalesce('receipt:' || m.reverses_receipt_id, 'receipt:' || m.known_receipt_id,
  (select string_agg(p.claim_id || ':' || p.amount_cents, ',' order by (p.claim_id || ':' || p.amount_cents) collate "C")
     from bank_match_part p where p.tenant_id = m.tenant_id and p.match_id = m.match_id),
  'case:' || m.case_id)`;
