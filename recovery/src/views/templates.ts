import type { Language } from '../model/subject.ts';
import type { TemplateKey, TemplateSource } from '../templates/model.ts';

/** What the checker says of one passage of a text. */
export interface Finding {
  /** Stable name of the rule. */
  rule: string;
  /** `refuse`: it may not be saved. `warn`: the user reads it and decides. */
  severity: 'refuse' | 'warn';
  /** Where it stands; `text` when it is about something that is missing. */
  place: 'subject' | 'body' | 'text';
  /** The words found, as they are written; empty when something is missing. */
  passage: string;
  /** The article of law, or null when no article but the template itself is at fault. */
  article: string | null;
  message: string;
  /** What to write instead. */
  instead: string;
}

export interface TemplateVersionView {
  version: number;
  /** Null: the return to the text that comes with the software. */
  source: TemplateSource | null;
  keptDoubts: string[];
  savedBy: string;
  savedAt: string;
}

/** One line of the list of texts. */
export interface TemplateRow extends TemplateKey {
  subject: string;
  /** The company's own version; null when the text is the one that comes with the software. */
  version: number | null;
}

export interface VariableView {
  name: string;
  meaning: string;
  example: string;
}

/** A text open in the editor. */
export interface TemplateView extends TemplateKey {
  source: TemplateSource;
  /** The version in force, 0 when none was ever saved. */
  version: number;
  isOwn: boolean;
  defaultSource: TemplateSource;
  variables: VariableView[];
  history: TemplateVersionView[];
  findings: Finding[];
}

/** A text filled for a real case, or with examples when there is none. */
export interface TemplatePreview {
  subject: string;
  text: string;
  /** The e-mail as it will arrive; empty for letters and text messages. */
  html: string;
  /** The letter as a PDF in base64; null for e-mails and text messages. */
  pdf: string | null;
  /** Text messages: as how many they are billed. */
  parts: number | null;
  debtorName: string;
  /** The language the case's customer reads, when it is not that of the text. */
  readerLanguage: Language | null;
  findings: Finding[];
}

/** Who collects for others (art. R124-1 and following CPCE). */
export interface CollectorView {
  name: string;
  addressLines: string[];
  postcode: string | null;
  city: string | null;
  email: string | null;
  phone: string | null;
  legalId: string | null;
  iban: string | null;
  bic: string | null;
  /** Insurer and policy: without it nothing may be collected for others (art. R124-2 CPCE). */
  insurance: string | null;
  /** Day of the written declaration to the public prosecutor (art. R124-2 CPCE), `YYYY-MM-DD`. */
  declaredOn: string | null;
}
