import { expect } from '@open-wc/testing';
import { VERSION } from './version.js';

describe('VERSION', () => {
  it('is the version of the package', async () => {
    const response = await fetch(new URL('../../package.json', import.meta.url));
    const { version } = (await response.json()) as { version: string };
    expect(VERSION).to.equal(version);
  });
});
