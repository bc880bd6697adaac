import { expect, test } from 'vitest';
import { addDays, day, formatDay } from '../calendar/index.ts';
import { easterSunday, holidayName, isJourOuvrable, isJourOuvre, TERRITORIES, weekendName } from './index.ts';

test('Easter falls where the almanacs say', () => {
  const known = {
    1818: '1818-03-22',
    1943: '1943-04-25',
    1954: '1954-04-18',
    1981: '1981-04-19',
    2000: '2000-04-23',
    2008: '2008-03-23',
    2011: '2011-04-24',
    2025: '2025-04-20',
    2026: '2026-04-05',
    2027: '2027-03-28',
    2028: '2028-04-16',
    2029: '2029-04-01',
    2030: '2030-04-21',
    2038: '2038-04-25',
    2049: '2049-04-18',
  };
  for (const [year, expected] of Object.entries(known)) expect(formatDay(easterSunday(Number(year)))).toBe(expected);
});

test('the eleven holidays of 2026 and no other', () => {
  const names: Record<string, string> = {};
  for (let d = day('2026-01-01'); d <= day('2026-12-31'); d = addDays(d, 1)) {
    const name = holidayName(d);
    if (name !== null) names[formatDay(d)] = name;
  }
  expect(names).toEqual({
    '2026-01-01': 'Jour de l’An',
    '2026-04-06': 'Lundi de Pâques',
    '2026-05-01': 'Fête du Travail',
    '2026-05-08': 'Victoire de 1945',
    '2026-05-14': 'Ascension',
    '2026-05-25': 'Lundi de Pentecôte',
    '2026-07-14': 'Fête nationale',
    '2026-08-15': 'Assomption',
    '2026-11-01': 'Toussaint',
    '2026-11-11': 'Armistice de 1918',
    '2026-12-25': 'Noël',
  });
});

test('Alsace and Moselle keep two more', () => {
  expect(holidayName(day('2025-12-26'), 'alsace-moselle')).toBe('Saint-Étienne');
  expect(holidayName(day('2026-04-03'), 'alsace-moselle')).toBe('Vendredi saint');
  expect(holidayName(day('2026-04-06'), 'alsace-moselle')).toBe('Lundi de Pâques');
  expect(holidayName(day('2025-12-26'))).toBeNull();
  expect(holidayName(day('2026-04-03'), 'metropole')).toBeNull();
});

test('two holidays on one day keep one name, and no holiday exists before its text', () => {
  expect(holidayName(day('2008-05-01'))).toBe('Fête du Travail');
  expect(formatDay(addDays(easterSunday(2008), 39))).toBe('2008-05-01');
  expect(holidayName(day('1981-05-08'))).toBeNull();
  expect(holidayName(day('1982-05-08'))).toBe('Victoire de 1945');
});

test('a jour ouvré is Monday to Friday, a jour ouvrable also Saturday, neither a holiday', () => {
  const [friday, saturday, sunday, ascension] = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-05-14'].map(day);
  expect([friday, saturday, sunday, ascension].map((d) => isJourOuvre(d!))).toEqual([true, false, false, false]);
  expect([friday, saturday, sunday, ascension].map((d) => isJourOuvrable(d!))).toEqual([true, true, false, false]);
  expect(isJourOuvrable(day('2026-08-15'))).toBe(false);
});

test('each overseas place keeps its own day of the abolition of slavery, and no other', () => {
  const days = {
    guadeloupe: '2026-05-27',
    guyane: '2026-06-10',
    martinique: '2026-05-22',
    mayotte: '2026-04-27',
    reunion: '2026-12-20',
  };
  expect(Object.keys(days)).toEqual([...TERRITORIES]);
  for (const [place, own] of Object.entries(days)) {
    for (const other of TERRITORIES) {
      const expected = place === other ? 'Abolition de l’esclavage' : null;
      expect(holidayName(day(own), other), `${own} in ${other}`).toBe(expected);
    }
  }
});

test('the days of a week-end have a name', () => {
  const week = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map((text) => weekendName(day(text)));
  expect(week).toEqual([null, 'samedi', 'dimanche', null]);
});
