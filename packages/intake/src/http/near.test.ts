import { expect, it } from 'vitest';
import { comesFromNear } from './near.js';

const asked = (address: string | undefined, headers: Record<string, string> = {}): boolean =>
  comesFromNear(address, new Headers(headers));

it.each([
  undefined,
  '127.0.0.1',
  '127.8.9.1',
  '::1',
  '10.0.0.9',
  '172.16.0.1',
  '172.31.255.1',
  '192.168.1.1',
  '::ffff:10.0.0.9',
  'fd00::1',
])('%s is near', (address) => {
  expect(asked(address)).toBe(true);
});

it.each([
  '203.0.113.9',
  '172.15.0.1',
  '172.32.0.1',
  '192.169.1.1',
  '100.64.0.1',
  '2001:db8::1',
  'fe80::1',
  '::',
])('%s is not', (address) => {
  expect(asked(address)).toBe(false);
});

it.each([
  { 'x-forwarded-for': '10.0.0.1' },
  { forwarded: 'for=10.0.0.1' },
  { via: '1.1 proxy' },
  { 'x-real-ip': '203.0.113.9' },
  { 'X-Forwarded-Host': 'intake.example' },
  { 'x-forwarded-proto': 'https' },
  { 'cf-connecting-ip': '203.0.113.9' },
  { 'fly-client-ip': '203.0.113.9' },
  { 'true-client-ip': '203.0.113.9' },
])('nobody is near who asks through a proxy that says %j', (headers) => {
  expect(asked('127.0.0.1', headers)).toBe(false);
});
