import { limitedPieces, readLimited } from '../guards/body.ts';
import { refuse } from '../refusal.ts';
import { boundaryOf, type PartSink, readMultipart } from '../uploads/multipart.ts';
import { plainName } from '../uploads/receive.ts';

/** A form as a browser sends it: its fields, and the one file it may carry. */
export interface FormBody {
  values: Record<string, string>;
  file: { name: string; mediaType: string; bytes: Buffer } | null;
  /** True when the file was over the limit: it was read and dropped. */
  fileTooLarge: boolean;
}

const FIELDS_BYTES = 64 * 1024;
const MOST_FIELDS = 600;
const FILE_BYTES = 10 * 1024 * 1024;
/** What a form may weigh: a file over its limit is dropped as it comes and answered with its sentence, beyond this the line is cut. */
const FORM_BYTES = 512 * 1024 * 1024;
const TIME_MS = 120_000;

/** Reads a form in bounded memory. Refuses InvalidRequest, BodyTooLarge, RequestTimeout, UnsupportedMediaType. */
export async function readForm(request: Request): Promise<FormBody> {
  const type = request.headers.get('content-type');
  const boundary = boundaryOf(type);
  const form = new Form();
  if (boundary !== null) {
    await readMultipart(limitedPieces(request, FORM_BYTES, TIME_MS), boundary, form);
    return form;
  }
  if (!/^application\/x-www-form-urlencoded\b/i.test(type ?? '')) throw refuse('UnsupportedMediaType');
  const bytes = await readLimited(request, FIELDS_BYTES, TIME_MS);
  for (const [name, value] of new URLSearchParams(Buffer.from(bytes).toString('utf8'))) form.set(name, value);
  return form;
}

class Form implements FormBody, PartSink {
  // No prototype: a field may bear any name.
  readonly values: Record<string, string> = Object.create(null);
  file: FormBody['file'] = null;
  fileTooLarge = false;
  #count = 0;
  #part: { name: string; fileName: string | null; mediaType: string } | null = null;
  #pieces: Uint8Array[] = [];
  #bytes = 0;

  set(name: string, value: string): void {
    this.#count += 1;
    if (this.#count > MOST_FIELDS)
      throw refuse('InvalidRequest', { problems: [{ field: 'form', problem: 'too many' }] });
    this.values[name.slice(0, 100)] = value.toWellFormed().replaceAll('\0', '').slice(0, 4_000);
  }

  async open(part: { name: string; fileName: string | null; mediaType: string }): Promise<void> {
    this.#part = part;
    this.#pieces = [];
    this.#bytes = 0;
  }

  async data(bytes: Uint8Array): Promise<void> {
    this.#bytes += bytes.byteLength;
    const limit = this.#part?.fileName === null ? FIELDS_BYTES : FILE_BYTES;
    if (this.#bytes <= limit) this.#pieces.push(Uint8Array.from(bytes));
  }

  async close(): Promise<void> {
    const { name, fileName, mediaType } = this.#part!;
    const bytes = Buffer.concat(this.#pieces);
    if (fileName === null) this.set(name, bytes.toString('utf8'));
    else if (this.#bytes > FILE_BYTES) this.fileTooLarge = true;
    // A browser sends an empty part for a file that was not chosen.
    else if (bytes.length > 0) this.file = { name: plainName(fileName), mediaType, bytes };
  }
}
