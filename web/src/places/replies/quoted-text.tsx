import type { ReplyView } from '@acquit/recovery';

/** A piece of the author's words; `n` is the proposal that rests on it. */
export interface Piece {
  text: string;
  n: number | null;
}

/** Cuts a text at the sentences on which proposals rest; of two that overlap, the first keeps its place. */
export function piecesOf(text: string, proposals: readonly { n: number; start: number; end: number }[]): Piece[] {
  const pieces: Piece[] = [];
  let place = 0;
  for (const { n, start, end } of [...proposals].sort((a, b) => a.start - b.start)) {
    if (start < place || end <= start || end > text.length) continue;
    if (start > place) pieces.push({ text: text.slice(place, start), n: null });
    pieces.push({ text: text.slice(start, end), n });
    place = end;
  }
  if (place < text.length) pieces.push({ text: text.slice(place), n: null });
  return pieces;
}

/** What somebody wrote, as text and nothing else, with the sentences marked that something was read in. */
export function QuotedText({ reply }: { reply: ReplyView }) {
  const shown = reply.proposals.filter(({ state }) => state !== 'refused');
  return (
    <pre className="reply-text">
      {piecesOf(reply.text, shown).map((piece, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name than their place.
        piece.n === null ? <span key={at}>{piece.text}</span> : <mark key={at}>{piece.text}</mark>,
      )}
    </pre>
  );
}
