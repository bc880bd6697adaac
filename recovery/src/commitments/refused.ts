/** What may not be recorded, and what to do instead: one shape for promises, disputes, plans and pauses. */
export interface CommitmentRefusal {
  code: string;
  message: string;
  facts: Record<string, unknown>;
}

export interface Refused {
  refusal: CommitmentRefusal;
}

/** A refusal as a value. */
export function refused(code: string, message: string, facts: Record<string, unknown> = {}): Refused {
  return { refusal: { code, message, facts } };
}
