import { addressesIn } from './signs.ts';

/** What a delivery report says of one address (RFC 3464). */
export interface ReportedRecipient {
  address: string | null;
  action: string;
  status: string | null;
  diagnostic: string | null;
}

/** The fields of a block of a report, its folded lines joined; names in lower case. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  let last: string | null = null;
  for (const line of block.split('\n')) {
    if (/^[ \t]/.test(line) && last !== null) {
      fields.set(last, `${fields.get(last)} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1 || colon > 60) continue;
    last = line.slice(0, colon).trim().toLowerCase();
    if (!fields.has(last)) fields.set(last, line.slice(colon + 1).trim());
  }
  return fields;
}

const MOST_RECIPIENTS = 50;

/** The recipients of a `message/delivery-status` part; empty when it names none. */
export function reportedRecipients(report: string): ReportedRecipient[] {
  const blocks = report.replaceAll(/\r\n?/g, '\n').split(/\n[ \t]*\n/);
  return blocks.slice(0, MOST_RECIPIENTS).flatMap((block) => {
    const fields = fieldsOf(block);
    const named = fields.get('final-recipient') ?? fields.get('original-recipient');
    if (named === undefined && !fields.has('action')) return [];
    // The address we wrote to is the original one, where the server tells it.
    const address = addressesIn(fields.get('original-recipient') ?? '')[0] ?? addressesIn(named ?? '')[0] ?? null;
    return [
      {
        address,
        action: (fields.get('action') ?? '').toLowerCase().replace(/[ (;].*$/, ''),
        status: /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null,
        diagnostic: fields.get('diagnostic-code')?.replaceAll(/\s+/g, ' ') ?? null,
      },
    ];
  });
}

/** What a `message/disposition-notification` part says was done; null when it is none. */
export function dispositionOf(report: string): 'read' | 'deleted' | null {
  const said = fieldsOf(report.replaceAll(/\r\n?/g, '\n')).get('disposition');
  if (said === undefined) return null;
  return /deleted/i.test(said) ? 'deleted' : 'read';
}
