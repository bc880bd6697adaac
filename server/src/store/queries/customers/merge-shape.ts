/** The two rows of a customer, whole, as the database writes them in JSON. */
export interface CustomerRows {
  debtor: Record<string, unknown> & { debtor_id: string; company_id: string; name: string };
  kase: Record<string, unknown> & { case_id: string };
}

/** What makes an undone merge possible. */
export interface Undo {
  from: CustomerRows;
  /** The kept customer and case as they were, and the case as the merge left it. */
  into: CustomerRows;
  after: CustomerRows['kase'];
  /** Columns of the kept customer that were empty and took the other's value. */
  filled: string[];
  /** Rows of claims that both had: the one not kept. */
  dropped: { side: 'into' | 'from'; row: Record<string, unknown> }[];
  moved: Moved;
}

/** Keys of the rows that changed hands. Holds and parts of bank matches follow their claim. */
export interface Moved {
  claims: string[];
  receipts: string[];
  matches: string[];
  actions: string[];
  /** By table: the name of its key, and the keys moved. */
  plain: Record<string, { key: string; ids: string[] }>;
  contacts: string[];
  aliases: { kind: string; alias_key: string }[];
  payers: { payer_key: string; times: number; before: number | null }[];
  distinct: { other: string; said_by: string; before: boolean }[];
}
