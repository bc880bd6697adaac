/** A message on the life of e-invoices (CDAR): who says what of which invoices, and when. */

import { cefactDay, cefactTime } from '../calendar.ts';
import { legalIdText } from '../identifiers.ts';
import { cii } from '../invoice/cii.ts';
import { readParty } from '../invoice/read-party.ts';
import type { Limits } from '../limits.ts';
import { doubt } from '../messages.ts';
import { Refused } from '../refused.ts';
import {
  type Doubt,
  type LifecycleMessage,
  type LifecycleParty,
  type LifecycleReference,
  type Party,
  type ReadResult,
  withDefined,
} from '../result.ts';
import { parseXml, type XmlElement } from '../xml/parse-xml.ts';
import { select, text } from '../xml/select.ts';
import { readReasons, sumValues } from './read-values.ts';
import { acknowledgement, head, reference, statusLabels } from './syntax.ts';

/** Schemes of ISO 6523 under which a French party is named: 0002 is the SIREN, 0009 the SIRET. */
const FRENCH_SCHEMES = ['0002', '0009'];

/** A reference whose time may still come from the acknowledgement around it. */
type Pending = Omit<LifecycleReference, 'at'>;

interface Acknowledged {
  statusAt?: string | undefined;
  phaseCode?: string | undefined;
  multiple?: string | undefined;
  references: Pending[];
}

/**
 * The message of a CDAR file. The time of a status is the acknowledgement's, else the message's. Doubts name what is
 * missing or unreadable; refuses `LifecycleWithoutInvoice`, `LifecycleWithoutTime`, and what `parseXml` refuses.
 */
export function readLifecycle(bytes: Uint8Array, limits: Limits): Omit<ReadResult, 'file'> {
  const doubts: Doubt[] = [];
  const { root, acknowledgements } = parse(bytes, limits, doubts);
  const issuer = partiesAt(root, head.issuer)[0];
  const sender = partiesAt(root, head.sender)[0];
  const issuedAt = timeAt(root, head.issuedAt, doubts);
  const references = acknowledgements.flatMap(({ statusAt, references }) =>
    references.map((one) => {
      const at = statusAt ?? issuedAt;
      if (at === undefined) throw new Refused('LifecycleWithoutTime');
      return { ...one, at };
    }),
  );
  if (references.length === 0) throw new Refused('LifecycleWithoutInvoice');
  const first = acknowledgements[0]!;
  if (first.statusAt === undefined) doubts.push(doubt('MissingStatusTime'));
  const messageId = text(root, head.messageId);
  if (messageId === undefined) doubts.push(doubt('MissingMessageId'));
  const lifecycle = withDefined<LifecycleMessage>({
    messageId: messageId ?? '',
    name: text(root, head.name),
    businessProcess: text(root, head.businessProcess),
    profile: text(root, head.profile),
    issuedAt: issuedAt ?? references[0]!.at,
    statusAt: first.statusAt,
    phaseCode: first.phaseCode,
    multiple: first.multiple === undefined ? undefined : ['true', '1'].includes(first.multiple.toLowerCase()),
    issuerRole: issuer?.role ?? sender?.role ?? '',
    issuer,
    sender,
    recipients: partiesAt(root, head.recipient),
    references,
  });
  return { format: 'cdar', status: 'read', lifecycle, doubts: once(doubts) };
}

/** References are folded while reading, since one message may carry very many; so are the acknowledgements around them. */
function parse(bytes: Uint8Array, limits: Limits, doubts: Doubt[]) {
  const acknowledgements: Acknowledged[] = [];
  let pending: Pending[] = [];
  let count = 0;
  const root = parseXml(bytes, limits, {
    folded: new Set([reference.element, acknowledgement.element]),
    onFolded: (element) => {
      if (element.name === reference.element) {
        count += 1;
        if (count > limits.rows) throw new Refused('XmlTooManyElements', { limit: limits.rows });
        pending.push(readReference(element, limits, doubts));
        return;
      }
      acknowledgements.push({
        statusAt: timeAt(element, acknowledgement.statusAt, doubts),
        phaseCode: text(element, acknowledgement.phaseCode),
        multiple: text(element, acknowledgement.multiple),
        references: pending,
      });
      pending = [];
    },
  });
  return { root, acknowledgements };
}

function readReference(element: XmlElement, limits: Limits, doubts: Doubt[]): Pending {
  const invoice = text(element, reference.invoice) ?? '';
  if (invoice === '') doubts.push(doubt('MissingNumber'));
  const status = text(element, reference.status) ?? '';
  if (status === '') doubts.push(doubt('MissingStatus', { number: invoice }));
  const invoicedOn = text(element, reference.invoicedOn);
  const readOn = invoicedOn === undefined ? undefined : cefactDay(invoicedOn);
  if (invoicedOn !== undefined && readOn === undefined)
    doubts.push(doubt('InvalidDate', { field: 'issuedOn', text: invoicedOn }));
  const reasons = readReasons(select(element, reference.detail), limits, doubts);
  return withDefined<Pending>({
    invoice,
    issuerLegalId: partiesAt(element, reference.seller)[0]?.legalId,
    invoicedOn: readOn,
    typeCode: text(element, reference.typeCode),
    receivedAt: timeAt(element, reference.receivedAt, doubts),
    status,
    statusCode: text(element, reference.statusCode),
    label: text(element, reference.label) ?? statusLabels[status] ?? status,
    reasons,
    ...sumValues(reasons, limits, doubts),
  });
}

function timeAt(element: XmlElement, paths: readonly string[], doubts: Doubt[]): string | undefined {
  const written = text(element, paths);
  if (written === undefined) return undefined;
  const at = cefactTime(written);
  if (at === undefined) doubts.push(doubt('InvalidDate', { field: 'statusAt', text: written }));
  return at;
}

/** The parties at a path. The legal identifier is the one of a French scheme, or one that bears no scheme at all. */
function partiesAt(element: XmlElement, path: string): LifecycleParty[] {
  return select(element, path).map((one) => {
    const party: Party = readParty(one, '', cii.party) ?? {};
    const known = party.identifiers ?? [];
    const legal =
      FRENCH_SCHEMES.map((scheme) => known.find((id) => id.scheme === scheme)).find((id) => id !== undefined) ??
      known.find((id) => id.scheme === undefined);
    return withDefined<LifecycleParty>({
      ...party,
      legalId: legal === undefined ? party.legalId : legalIdText(legal.value),
      legalIdScheme: legal === undefined ? party.legalIdScheme : legal.scheme,
      role: text(one, ['RoleCode']),
    });
  });
}

/** Each doubt once: a message of a thousand references says the same thing of all of them. */
function once(doubts: readonly Doubt[]): Doubt[] {
  return [...new Map(doubts.map((one) => [one.message, one])).values()];
}
