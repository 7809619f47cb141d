import { expect, it } from 'vitest';
import { kindOf, mustBeReadable, readFields } from './media.js';

const saying = (headers: Record<string, string>) => () => mustBeReadable(new Headers(headers));
const JSON_TYPE = 'application/json';

it.each([
  'application/json',
  'Application/JSON; Charset="UTF-8"',
  'application/json;charset=utf8',
  'application/json; charset=us-ascii',
  'application/x-www-form-urlencoded ; charset=utf-8',
])('takes %j', (type) => {
  expect(saying({ 'content-type': type })).not.toThrow();
});

it.each([
  ['charset', { 'content-type': 'application/json; charset=utf-16' }],
  ['charset', { 'content-type': 'application/json;version=1; charset = iso-8859-1' }],
  ['charset', { 'content-type': 'application/x-www-form-urlencoded; charset=windows-1252' }],
  ['media-type', {}],
  ['media-type', { 'content-type': '' }],
  ['media-type', { 'content-type': 'application/json, text/plain' }],
  ['media-type', { 'content-type': 'application/vnd.api+json' }],
  ['media-type', { 'content-type': 'multipart/form-data; boundary=x' }],
  ['encoding', { 'content-type': JSON_TYPE, 'content-encoding': 'identity, gzip' }],
  ['encoding', { 'content-type': JSON_TYPE, 'content-encoding': 'br' }],
  ['encoding', { 'content-type': JSON_TYPE, 'transfer-encoding': 'gzip, chunked' }],
])('refuses as %s what says %j', (code, headers) => {
  expect(saying(headers)).toThrow(expect.objectContaining({ status: 415, code }));
});

it('takes a body that comes in parts', () => {
  expect(saying({ 'content-type': JSON_TYPE, 'transfer-encoding': 'Chunked' })).not.toThrow();
});

it('reads no kind where none is said', () => {
  expect(kindOf(new Headers())).toBe('');
});

it.each([
  ['name=Zo%C3%AB+Hall', 'Zoë Hall'],
  ['name=100%25', '100%'],
  ['name=100%', '100%'],
  ['name=5%+of%20all%2', '5% of all%2'],
  ['name=%26%2326446%3B', '&#26446;'],
])('reads the field of %s', (text, name) => {
  expect(readFields(text).get('name')).toBe(name);
});

it.each(['name=Zo%EB', 'name=O%92Neill', 'name=%C3', 'name=%ED%A0%80', 'a=1&name=%FF%FE'])(
  'refuses %s, whose letters would be lost',
  (text) => {
    expect(() => readFields(text)).toThrow(expect.objectContaining({ status: 400, code: 'charset' }));
  },
);
