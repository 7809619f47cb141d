/** Reads a postcode index: fetched only by a page that has one, at its first search. */
export { postcodeIndex } from '@maths-hubs/sdk/postcodes';
