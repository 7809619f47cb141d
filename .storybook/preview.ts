import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '../packages/components/custom-elements.json' with { type: 'json' };
import { argTypesOf } from './arg-types.js';
import page from './page.mdx';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  argTypesEnhancers: [({ component }) => argTypesOf(String(component))],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { page, canvas: { sourceState: 'shown' } },
    options: {
      storySort: {
        order: ['Start here', 'Theming', 'Words', 'Events', 'Frameworks', 'Frames', 'Content security'],
      },
    },
  },
};

export default preview;
