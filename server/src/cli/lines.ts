/** A line of a text stream: its number from 1, and its text, or null when it was longer than allowed. */
export interface Line {
  readonly number: number;
  readonly text: string | null;
}

/**
 * Cuts a stream of text into lines, a batch for each piece that arrives. A line longer than `most` characters is never
 * held whole: its text is null. What is kept in memory is one piece and one line.
 */
export async function* linesOf(pieces: AsyncIterable<string>, most: number): AsyncGenerator<readonly Line[]> {
  let number = 0;
  let rest = '';
  let isTooLong = false;
  const closed = (text: string): Line => {
    number += 1;
    const whole = rest + text;
    const line = { number, text: isTooLong || whole.length > most ? null : whole };
    rest = '';
    isTooLong = false;
    return line;
  };
  for await (const piece of pieces) {
    const parts = piece.split('\n');
    const open = parts.pop() ?? '';
    yield parts.map(closed);
    if (rest.length + open.length > most) isTooLong = true;
    rest = isTooLong ? '' : rest + open;
  }
  if (rest !== '' || isTooLong) yield [closed('')];
}
