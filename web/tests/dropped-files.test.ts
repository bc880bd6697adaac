import { describe, expect, test } from 'vitest';
import { filesOf } from '../src/places/imports/dropped-files.ts';

/** A folder as the browser gives it: by pieces of two, then an empty one. */
interface Made {
  name: string;
  inside?: readonly Made[];
}

function entry({ name, inside }: Made): object {
  if (!inside)
    return { name, isFile: true, isDirectory: false, file: (taken: (file: File) => void) => taken(new File([], name)) };
  return {
    name,
    isFile: false,
    isDirectory: true,
    createReader() {
      const left = inside.map(entry);
      return { readEntries: (taken: (piece: object[]) => void) => taken(left.splice(0, 2)) };
    },
  };
}

function dropped(...all: Made[]): DataTransfer {
  return {
    files: all.map(({ name }) => new File([], name)),
    items: all.map((one) => ({ webkitGetAsEntry: () => entry(one) })),
  } as unknown as DataTransfer;
}

const names = async (...all: Made[]) => (await filesOf(dropped(...all))).map((file) => file.name);

describe('What is dropped', () => {
  test('is every file of every folder, in the order of their names, without what the system hides', async () => {
    const year: Made = {
      name: '2026',
      inside: [
        { name: 'facture-10.pdf' },
        { name: '.DS_Store' },
        { name: 'facture-9.pdf' },
        { name: 'Thumbs.db' },
        { name: 'avoirs', inside: [{ name: 'avoir-1.pdf' }] },
      ],
    };
    expect(await names({ name: 'releve.xml' }, year)).toEqual([
      'releve.xml',
      'avoir-1.pdf',
      'facture-9.pdf',
      'facture-10.pdf',
    ]);
  });

  test('is left as it is when it holds no folder', async () => {
    expect(await names({ name: 'b.csv' }, { name: 'a.csv' })).toEqual(['b.csv', 'a.csv']);
  });
});
