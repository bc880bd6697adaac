/**
 * The limit of a letter: the bare typesetter on documents prepared beforehand, in one process, nothing around it.
 *
 *     node bare-process.ts <kind> <count>
 *
 * Prints CPU seconds per document.
 */
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FACES, loadFace } from '../../server/src/render/font.ts';
import { prepareLetter } from '../../server/src/render/prepare.ts';
import { ownCpu } from '../lib/processor.ts';
import { KINDS, letterFor } from './documents.ts';

const [kindIndex = '0', countText = '100'] = process.argv.slice(2);
const { daysLate, annex } = KINDS[Number(kindIndex)]!;
const count = Number(countText);
const WORKSPACE = fileURLToPath(new URL('../../server/assets/typst', import.meta.url));
const WARM_UP = 20;

const faces = { regular: loadFace(FACES.regular), semibold: loadFace(FACES.semibold) };
const compiler = NodeCompiler.create({
  workspace: WORKSPACE,
  fontArgs: [{ fontBlobs: [faces.regular.file, faces.semibold.file] }],
});
const prepared = Array.from({ length: count + WARM_UP }, (_, n) => {
  const { data, qr } = prepareLetter(letterFor(n, daysLate, annex), faces);
  return { json: Buffer.from(JSON.stringify(data)), luma: qr === null ? null : Buffer.from(qr.luma) };
});

let start = ownCpu();
for (const [index, { json, luma }] of prepared.entries()) {
  if (index === WARM_UP) start = ownCpu();
  compiler.mapShadow(`${WORKSPACE}/document.json`, json);
  if (luma !== null) compiler.mapShadow(`${WORKSPACE}/payment-qr.bin`, luma);
  const compiled = compiler.compile({ mainFilePath: `${WORKSPACE}/letter.typ`, resetRead: true }).result;
  if (compiled === null) throw new Error('The document of the bench must be printable.');
  compiler.pdf(compiled, { pdfStandard: 'a-2a' });
  if (index % 10 === 0) compiler.evictCache(3);
}
process.stdout.write(`${(ownCpu() - start) / count}\n`);
