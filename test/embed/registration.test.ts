import { expect } from '@open-wc/testing';
import { TAGS } from '../../packages/components/src/embed/tags.js';
import * as everything from '../../packages/components/src/index.js';

/** Notes every registration from here on. */
const registered: string[] = [];
const define = customElements.define.bind(customElements);
customElements.define = (name, element, options) => {
  registered.push(name);
  define(name, element, options);
};

/** A class is called as its tag is: `mh-journey-map` is `JourneyMap`. */
const className = (tag: string): string =>
  tag
    .split('-')
    .slice(1)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

describe('registration', () => {
  it('does not happen by importing the classes', () => {
    expect(Object.keys(everything)).to.include('JourneyMap');
    expect(Object.keys(TAGS).filter((tag) => customElements.get(tag))).to.deep.equal([]);
  });

  for (const [tag, { load }] of Object.entries(TAGS))
    it(`of ${tag} registers that tag and no other`, async () => {
      registered.length = 0;
      await load();
      expect(registered).to.deep.equal([tag]);
      expect(customElements.get(tag)).to.have.property('version');
      expect(customElements.get(tag)).to.equal(everything[className(tag) as keyof typeof everything]);
    });
});
