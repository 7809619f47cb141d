import type { Source } from '../evidence/index.js';
import { ResolverError } from './resolver.js';
import type { OutcodeAnswer, Position, PositionAnswer, PostcodeAnswer } from './resolver.js';
import type { Country } from '../typed/territory.js';

/** The code for no area, such as the county of a unitary council: `E99999999`. */
const PSEUDO_CODE = /99999999$/;
const ENGLISH_CODE = /^E[0-9]{8}$/;

/** The service's messages in a 404; any other means a wrong address. A malformed postcode is a 404 too. */
const NO_POSTCODE: readonly string[] = ['Postcode not found', 'Invalid postcode'];

const otherCountries: readonly Exclude<Country, 'England'>[] = [
  'Wales',
  'Scotland',
  'Northern Ireland',
  'Jersey',
  'Guernsey',
  'Isle of Man',
];

/** The answer to `GET /postcodes/:postcode`. */
export function readPostcode(
  postcode: string,
  status: number,
  body: unknown,
  source: Source,
): PostcodeAnswer {
  const reply = fieldsOf(body);
  if (status === 200) return readArea(postcode, fieldsOf(reply['result']), source);
  if (status !== 404 || !NO_POSTCODE.includes(text(reply['error']) ?? '')) throw unreadable(status);
  const terminated = fieldsOf(reply['terminated']);
  if (text(terminated['postcode']) === null) return { kind: 'not-found', postcode, source };
  return {
    kind: 'retired',
    postcode,
    year: number(terminated['year_terminated']),
    month: number(terminated['month_terminated']),
    position: positionOf(terminated),
    source,
  };
}

/** The answer to `GET /postcodes?lat=&lon=`: the nearest postcode, if there is one nearby. */
export function readNearest(status: number, body: unknown, source: Source): PositionAnswer {
  if (status !== 200) throw unreadable(status);
  const { result } = fieldsOf(body);
  const nearest = Array.isArray(result) ? fieldsOf(result[0]) : {};
  const postcode = text(nearest['postcode']);
  return postcode === null ? { kind: 'nothing-near', source } : readArea(postcode, nearest, source);
}

function readArea(postcode: string, result: Fields, source: Source): PostcodeAnswer {
  if (text(result['postcode']) === null) throw unreadable(200);
  const country = text(result['country']);
  const elsewhere = otherCountries.find((each) => each === country);
  if (elsewhere !== undefined) return { kind: 'not-in-england', postcode, country: elsewhere, source };
  if (country === null) return { kind: 'unknown', postcode, because: 'no-council-given' };
  if (country !== 'England') return { kind: 'unknown', postcode, because: 'outside-england' };
  const codes = fieldsOf(result['codes']);
  const district = englishCode(codes['admin_district']);
  const authority = englishCode(codes['admin_county']) ?? district;
  if (authority === null) return { kind: 'unknown', postcode, because: 'no-council-given' };
  const position = positionOf(result);
  const districtName = text(result['admin_district']);
  const authorityName = text(result['admin_county']) ?? districtName;
  return {
    kind: 'found',
    postcode,
    district,
    authority,
    ...(districtName !== null && { districtName }),
    ...(authorityName !== null && { authorityName }),
    country,
    confidence: 'very likely',
    about: 'this postcode',
    ...(position !== null && { position }),
    source,
  };
}

/** The answer to `GET /outcodes/:outcode`: names of districts and countries, without codes. */
export function readOutcode(
  outward: string,
  status: number,
  body: unknown,
  source: Source,
): OutcodeAnswer | null {
  const reply = fieldsOf(body);
  if (status === 404 && text(reply['error']) === 'Outcode not found') return null;
  if (status !== 200) throw unreadable(status);
  const result = fieldsOf(reply['result']);
  const [districts, countries] = [result['admin_district'], result['country']].map(listOf);
  if (districts === undefined || countries === undefined) throw unreadable(200);
  const elsewhere = otherCountries.filter((each) => countries.includes(each));
  return {
    outward,
    councils: districts.map((districtName) => ({ district: null, authority: null, districtName })),
    elsewhere,
    whole:
      countries.length > 0 &&
      countries.every((each) => each === 'England' || elsewhere.some((other) => other === each)),
    source,
  };
}

function listOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((each): each is string => text(each) !== null) : undefined;
}

function positionOf(fields: Fields): Position | null {
  const latitude = number(fields['latitude']);
  const longitude = number(fields['longitude']);
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function englishCode(value: unknown): string | null {
  const code = text(value);
  return code !== null && ENGLISH_CODE.test(code) && !PSEUDO_CODE.test(code) ? code : null;
}

function unreadable(status: number): ResolverError {
  return new ResolverError(
    'service',
    `The postcode service answered ${status} in a way we cannot read. Choose your council instead.`,
  );
}
