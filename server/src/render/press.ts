import { fileURLToPath } from 'node:url';
import type { CourtDocument, LetterDocument } from '@acquit/recovery';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type CoverList, prepareCoverList } from './cover-list.ts';
import { FACES, loadFace } from './font.ts';
import { type PreparedDocument, prepareLetter } from './prepare.ts';
import { prepareCourt } from './prepare-court.ts';
import { prepareStamps, type Stamp } from './stamp.ts';

/** Folder of the templates, which is also the only folder that the typesetter may read. */
const WORKSPACE = fileURLToPath(new URL('../../assets/typst', import.meta.url));

/** The typesetter's memory of past layouts: kept over a few documents, since letters of one night share their texts. */
const EVICTION = { everyDocuments: 10, maxAge: 3 };

/** What the typesetter said against a document; a bug of ours or a text we should have made printable. */
export class TypesettingError extends Error {}

/** One warm typesetter. It blocks while it works, so it lives in a process of its own. */
export interface Press {
  letter(document: LetterDocument): Uint8Array;
  coverList(list: CoverList): Uint8Array;
  court(document: CourtDocument): Uint8Array;
  /** Bands that number exhibits, one a page. */
  stamps(stamps: readonly Stamp[], on: string): Uint8Array;
}

/** Starts a typesetter with our fonts and templates. */
export function openPress(): Press {
  const faces = { regular: loadFace(FACES.regular), semibold: loadFace(FACES.semibold) };
  const compiler = NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: [faces.regular.file, faces.semibold.file] }],
  });
  let printed = 0;

  const print = (template: string, { data, qr }: PreparedDocument): Uint8Array => {
    // Texts reach the template as a JSON file and are never part of its source.
    compiler.mapShadow(`${WORKSPACE}/document.json`, Buffer.from(JSON.stringify(data)));
    if (qr !== null) compiler.mapShadow(`${WORKSPACE}/payment-qr.bin`, Buffer.from(qr.luma));
    const compiled = compiler.compile({ mainFilePath: `${WORKSPACE}/${template}`, resetRead: true });
    const laidOut = compiled.result;
    if (laidOut === null) {
      const error = compiled.takeError();
      throw new TypesettingError(error === null ? 'no result' : JSON.stringify(compiler.fetchDiagnostics(error)));
    }
    const pdf = compiler.pdf(laidOut, { pdfStandard: 'a-2a' });
    if (++printed % EVICTION.everyDocuments === 0) compiler.evictCache(EVICTION.maxAge);
    return new Uint8Array(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  };

  return {
    letter: (document) => print('letter.typ', prepareLetter(document, faces)),
    coverList: (list) => print('cover-list.typ', prepareCoverList(list, faces)),
    court: (document) => print('court.typ', prepareCourt(document, faces)),
    stamps: (stamps, on) => print('stamp.typ', prepareStamps(stamps, on, faces)),
  };
}
