import { legalIdText, vatText } from '../identifiers.ts';
import { type Identifier, type Party, type PostalAddress, withDefined } from '../result.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import { select, text, texts } from '../xml/select.ts';
import type { PartyPaths } from './syntax.ts';

/** The party at `path`; undefined when there is none or it says nothing. */
export function readParty(root: XmlElement, path: string, paths: PartyPaths): Party | undefined {
  const element = select(root, path)[0];
  if (element === undefined) return undefined;
  const name = text(element, paths.name);
  const tradingName = text(element, paths.tradingName);
  const legalId = identifiersAt(element, paths.legalId)[0];
  const identifiers = identifiersAt(element, paths.identifiers);
  const vat = text(element, paths.vat);
  const party = withDefined<Party>({
    name,
    tradingName: tradingName === name ? undefined : tradingName,
    legalId: legalId === undefined ? undefined : legalIdText(legalId.value),
    legalIdScheme: legalId?.scheme,
    vat: vat === undefined ? undefined : vatText(vat),
    country: text(element, paths.country),
    identifiers: identifiers.length === 0 ? undefined : identifiers,
    electronicAddress: identifiersAt(element, paths.electronicAddress)[0],
    contact: text(element, paths.contact),
    email: text(element, paths.email),
    phone: text(element, paths.phone),
    address: readAddress(element, paths),
  });
  return Object.keys(party).length === 0 ? undefined : party;
}

function readAddress(element: XmlElement, paths: PartyPaths): PostalAddress | undefined {
  const address = withDefined<PostalAddress>({
    lines: paths.addressLines.flatMap((path) => texts(element, [path])),
    postcode: text(element, paths.postcode),
    city: text(element, paths.city),
    country: text(element, paths.country),
  });
  const said = address.lines.length > 0 || address.postcode !== undefined || address.city !== undefined;
  return said ? address : undefined;
}

function identifiersAt(element: XmlElement, paths: readonly string[]): Identifier[] {
  return paths.flatMap((path) =>
    select(element, path).flatMap((one) => {
      const scheme = one.attributes.get('schemeID')?.trim();
      return one.text === '' ? [] : [withDefined<Identifier>({ scheme: scheme || undefined, value: one.text })];
    }),
  );
}
