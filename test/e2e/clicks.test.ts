import { describe, expect, it } from 'vitest';
import { KINDS, walk } from '../../packages/editor/bench/walks.mjs';
import { served } from './served.js';

const editor = served();

describe('from the start to a snippet', () => {
  it('is walked by three kinds of hub', () => {
    expect(KINDS).toEqual(['four phases', 'two strands', 'last year’s file']);
  });

  it.each(['four phases', 'two strands', 'last year’s file'])(
    'takes at most thirty clicks: %s',
    async (kind) => {
      const { clicks } = await walk(editor.browser, editor.address, kind);
      expect(clicks).toBeLessThanOrEqual(30);
    },
  );
});
