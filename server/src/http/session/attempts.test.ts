import { expect, test } from 'vitest';
import { AttemptCounter, delaySeconds, FORGET_AFTER_MS, secondsLeft } from './attempts.ts';

test('the wait grows and has an end', () => {
  expect([1, 4, 5, 6, 7, 13, 14, 40, 5000].map((n) => delaySeconds(n))).toEqual([0, 0, 2, 4, 8, 512, 900, 900, 900]);
});

test('attempts during the wait are turned away without lengthening it', () => {
  const counter = new AttemptCounter();
  for (let n = 0; n < 5; n += 1) expect(counter.attempt('a', 1000)).toBe(0);
  expect(counter.attempt('a', 1000)).toBe(2);
  expect(counter.attempt('a', 2500)).toBe(1);
  expect(counter.attempt('b', 1000)).toBe(0);
  expect(counter.attempt('a', 3000)).toBe(0);
  expect(counter.attempt('a', 3000)).toBe(4);
});

test('success and time forgive', () => {
  const counter = new AttemptCounter();
  for (let n = 0; n < 5; n += 1) counter.attempt('a', 0);
  counter.forgive('a');
  expect(counter.attempt('a', 0)).toBe(0);
  for (let n = 0; n < 5; n += 1) counter.attempt('c', 0);
  expect(counter.attempt('c', FORGET_AFTER_MS)).toBe(0);
  expect(counter.attempt('c', FORGET_AFTER_MS)).toBe(0);
});

test('an attempt read a little before another was written waits for nothing', () => {
  expect(secondsLeft(3, 1000, 990)).toBe(0);
  expect(secondsLeft(5, 1000, 990)).toBe(3);
});

test('memory is bounded and the oldest leaves first', () => {
  const counter = new AttemptCounter({ capacity: 100 });
  for (let n = 0; n < 10_000; n += 1) counter.attempt(`k${n}`, n);
  expect(counter.size).toBe(100);
});
