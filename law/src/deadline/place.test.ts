import { expect, test } from 'vitest';
import { day } from '../calendar/index.ts';
import { partyPlace } from './index.ts';

test.each([
  ['FR', '75002', { place: 'metropole', territory: null }],
  ['fr', null, { place: 'metropole', territory: null }],
  ['FR', '67000', { place: 'alsace-moselle', territory: null }],
  ['FR', '97110', { place: 'overseas', territory: 'guadeloupe' }],
  ['RE', '97400', { place: 'overseas', territory: 'reunion' }],
  ['MQ', null, { place: 'overseas', territory: 'martinique' }],
  ['FR', '98800', { place: 'overseas', territory: null }],
  ['BE', '1000', { place: 'abroad', territory: null }],
])('a party of %s %s is placed for the periods of procedure', (country, postcode, place) => {
  expect(partyPlace(country, postcode, day('2026-11-22'))).toEqual(place);
});

test('a day older than the lists takes the oldest known', () => {
  expect(partyPlace('FR', '57000', day('2020-01-02')).place).toBe('alsace-moselle');
});
