/** What stands in the text of an array without quotes: identifiers, numbers, days, and the words of our own columns. */
const PLAIN = /^[0-9A-Za-z][0-9A-Za-z.-]*$/;

/**
 * An array parameter as its text, for columns of identifiers, whole numbers, days, flags or our own words. The driver would
 * look in each element for what has to be escaped, which on large imports costs more than making the rows. Refuses any
 * other text: it would become other elements.
 */
export function plainList(values: readonly (string | number | boolean | null)[]): string {
  let text = '{';
  for (const [index, value] of values.entries()) {
    if (index > 0) text += ',';
    if (typeof value === 'string' && (!PLAIN.test(value) || value.toUpperCase() === 'NULL'))
      throw new Error('A list of plain values holds a text that needs quotes.');
    text += value === null ? 'NULL' : value;
  }
  return `${text}}`;
}
