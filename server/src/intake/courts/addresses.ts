import { communeKey, fr, inseeCode } from '@acquit/recovery';
import { type AddressRow, wrongLine } from './model.ts';

/** Where the layout puts what we take; -1 where it has no such column. */
interface Columns {
  type: number;
  insee: number;
  number: number;
  name: number;
  address: readonly number[];
  postcode: number;
  city: number;
  phone: number;
  email: number;
}

/** The columns of a row of titles, or null when it is none of the layout: TYPE, CODE_INSEE and NUM name it. */
export function addressColumns(titles: readonly string[]): Columns | null {
  const keys = titles.map(communeKey);
  const find = (pattern: RegExp) => keys.findIndex((key) => pattern.test(key));
  const type = find(/^TYPE/);
  const insee = find(/INSEE/);
  const number = find(/^(?:NUM|N|NO|NUMERO)(?: |$)/);
  if (type < 0 || insee < 0 || number < 0) return null;
  const name = find(/^(?:NAME|NOM|LIBELLE|INTITULE|DENOMINATION)/);
  const at = keys.flatMap((key, index) => (/^(?:ADRESSE|ADDRESS|ADR|VOIE|COMPLEMENT)/.test(key) ? [index] : []));
  if (name < 0 || at.length === 0) return null;
  return {
    type,
    insee,
    number,
    name,
    address: at,
    postcode: find(/^(?:CP|CODE POSTAL|POSTCODE)/),
    city: find(/^(?:VILLE|COMMUNE|CITY|LOCALITE)/),
    phone: find(/^(?:TEL|PHONE)/),
    email: find(/MAIL|COURRIEL/),
  };
}

/** The words before the town in the name of a court. */
const BEFORE_TOWN =
  /^(?:(?:TJ|TPRX|TC|TAE|TMC|CPH|CA)|(?:TRIBUNAL|CHAMBRE|COUR|CONSEIL|GREFFE)\b.*?(?:JUDICIAIRE|PROXIMITE|COMMERCE|ECONOMIQUES|APPEL|HOMMES)) +(?:(?:DE LA|DE L|DU|DES|DE|D) )?/;

/** The town of a court as it is compared: without its article, since « du Havre » is « LE HAVRE » of the registry. */
export const placeKey = (name: string): string =>
  communeKey(name)
    .replace(BEFORE_TOWN, '')
    .replace(/^(?:LE|LA|LES|L) /, '');

const INNERMOST = 500;

/** Reads the layout of addresses row by row. Refuses a row without its type or its name. */
export class AddressReader {
  private readonly columns: Columns;
  private readonly rows: AddressRow[] = [];

  constructor(columns: Columns) {
    this.columns = columns;
  }

  row(cells: readonly string[], line: number): void {
    if (cells.every((cell) => cell.trim() === '')) return;
    const cell = (at: number): string | null => (cells[at] ?? '').trim().slice(0, INNERMOST) || null;
    const { columns } = this;
    const type = cell(columns.type);
    const name = cell(columns.name);
    if (type === null || name === null) throw wrongLine(line, fr`le type ou le nom de la structure manque`);
    const street = columns.address.map(cell).filter((part) => part !== null);
    const town = [cell(columns.postcode), cell(columns.city)].filter((part) => part !== null).join(' ');
    const whole = street.join(', ');
    // Some editions write postcode and town in the address itself.
    const address = town === '' || communeKey(whole).includes(communeKey(town)) ? whole : `${whole}, ${town}`;
    const email = cell(columns.email);
    this.rows.push({
      line,
      type: type.toUpperCase(),
      insee: inseeCode(cell(columns.insee) ?? ''),
      number: cell(columns.number),
      place_key: placeKey(name),
      name,
      address: address === '' ? null : address,
      phone: cell(columns.phone),
      email: email !== null && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null,
    });
  }

  end(): { addresses: AddressRow[]; doubts: string[] } {
    if (this.rows.length === 0) throw wrongLine(1, fr`aucune adresse dans ce fichier`);
    const without = this.rows.filter(({ address }) => address === null).length;
    return {
      addresses: this.rows,
      doubts: without === 0 ? [] : [fr`${without} structures y sont sans adresse.`],
    };
  }
}
