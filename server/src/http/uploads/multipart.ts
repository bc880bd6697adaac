import { refuse } from '../refusal.ts';

/** Where the parts of a form go as they arrive. */
export interface PartSink {
  open(part: { name: string; fileName: string | null; mediaType: string }): Promise<void>;
  data(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** Headers of one part: a name and a type, never more. */
const HEADERS_LIMIT = 8 * 1024;

type State = 'preamble' | 'boundary' | 'headers' | 'body' | 'end';

/**
 * Reads a multipart form (RFC 7578) as it streams in, in memory that does not grow with it, and hands its parts to
 * `sink` piece by piece. The platform's own reader holds whole files in memory, which a dropped folder must not do.
 * Refuses (InvalidRequest) a form that is malformed or cut.
 */
export async function readMultipart(body: AsyncIterable<Uint8Array>, boundary: string, sink: PartSink): Promise<void> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first boundary has no line before it; with this one all boundaries look alike.
  let buffer = Buffer.from('\r\n');
  let state: State = 'preamble';

  /** Takes one step through the buffer; false when it needs more bytes. */
  const step = async (): Promise<boolean> => {
    if (state === 'preamble' || state === 'body') {
      const at = buffer.indexOf(delimiter);
      const ready = at >= 0 ? at : Math.max(buffer.length - delimiter.length + 1, 0);
      if (state === 'body' && ready > 0) await sink.data(buffer.subarray(0, ready));
      buffer = buffer.subarray(at >= 0 ? at + delimiter.length : ready);
      if (at < 0) return false;
      if (state === 'body') await sink.close();
      state = 'boundary';
      return true;
    }
    if (state === 'boundary') {
      if (buffer.length < 2) return false;
      const next = buffer.toString('latin1', 0, 2);
      if (next !== '--' && next !== '\r\n') throw malformed('boundary');
      state = next === '--' ? 'end' : 'headers';
      buffer = buffer.subarray(2);
      return true;
    }
    if (state === 'headers') {
      const at = buffer.indexOf('\r\n\r\n');
      if (at > HEADERS_LIMIT || (at < 0 && buffer.length > HEADERS_LIMIT)) throw malformed('headers');
      if (at < 0) return false;
      await sink.open(partOf(buffer.toString('utf8', 0, at)));
      // The line break before the next boundary may be the one that ends the headers, when the part is empty.
      buffer = buffer.subarray(at + 2);
      state = 'body';
      if (!buffer.subarray(0, delimiter.length).equals(delimiter)) buffer = buffer.subarray(2);
      return true;
    }
    return false;
  };

  for await (const chunk of body) {
    if (state === ('end' as State)) continue;
    buffer = buffer.length === 0 ? Buffer.from(chunk) : Buffer.concat([buffer, chunk]);
    while (await step());
  }
  if (state !== ('end' as State)) throw malformed('cut');
}

/** The boundary of a form's content type, or null when it is not a form with files. */
export function boundaryOf(contentType: string | null): string | null {
  const found = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? '',
  );
  return found?.[1] ?? found?.[2] ?? null;
}

function partOf(headers: string): { name: string; fileName: string | null; mediaType: string } {
  const lines = headers.split('\r\n');
  const value = (name: string) =>
    lines
      .find((one) => one.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? '';
  const disposition = value('content-disposition');
  const parameter = (name: string) => new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(disposition)?.[1];
  const name = parameter('name');
  if (!/^form-data/i.test(disposition) || name === undefined) throw malformed('disposition');
  return {
    name,
    fileName: parameter('filename') ?? null,
    mediaType: value('content-type').split(';')[0]!.trim().toLowerCase() || 'application/octet-stream',
  };
}

function malformed(problem: string) {
  return refuse('InvalidRequest', { problems: [{ field: 'form', problem }] });
}
