/** One line of the list that a route wants. */
export interface CompletenessLine {
  key: string;
  label: string;
  state: 'met' | 'missing' | 'doubtful';
  /** A mandatory line that is missing keeps the file from being called ready. */
  mandatory: boolean;
  article: string | null;
  /** What to do; null when the line is met. */
  todo: string | null;
}

/** Something that is in order. */
export const met = (key: string, label: string, article: string | null = null): CompletenessLine => ({
  key,
  label,
  state: 'met',
  mandatory: true,
  article,
  todo: null,
});
/** Something without which the file is not ready, and what to do. */
export const missing = (key: string, label: string, todo: string, article: string | null = null): CompletenessLine => ({
  key,
  label,
  state: 'missing',
  mandatory: true,
  article,
  todo,
});
/** Something a judge may ask about: said, and in nobody's way. */
export const doubt = (key: string, label: string, todo: string, article: string | null = null): CompletenessLine => ({
  key,
  label,
  state: 'doubtful',
  mandatory: false,
  article,
  todo,
});
