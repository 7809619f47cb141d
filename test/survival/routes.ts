import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import sanitizeHtml from 'sanitize-html';
import { unified } from 'unified';
import { FilterXSS } from 'xss';
import type { WordPress } from '../../packages/wordpress/test/wordpress.js';

const require = createRequire(import.meta.url);

/** A way that a page's content goes before a visitor sees it. */
export interface Route {
  readonly name: string;
  pass(html: string): Promise<string>;
}

/** Sanitisers as they come, run in Node. */
const sanitisers: readonly Route[] = [
  { name: 'sanitize-html', pass: async (html) => sanitizeHtml(html) },
  {
    name: 'rehype-sanitize',
    pass: async (html) =>
      String(
        await unified()
          .use(rehypeParse, { fragment: true })
          .use(rehypeSanitize)
          .use(rehypeStringify)
          .process(html),
      ),
  },
  { name: 'js-xss', pass: async (html) => new FilterXSS().process(html) },
];

/** Editors and DOMPurify, each on a page of its own: HTML in, what they would save out. */
export async function inBrowser(browser: Browser): Promise<readonly Route[]> {
  const page = async (content: string): Promise<Page> => {
    const opened = await browser.newPage();
    await opened.setContent('<!doctype html><div id="here"></div>');
    await opened.addScriptTag({ content });
    return opened;
  };
  const tiptap = await build({
    stdin: {
      contents:
        "import { Editor } from '@tiptap/core'; import StarterKit from '@tiptap/starter-kit'; globalThis.tiptap = (html) => new Editor({ extensions: [StarterKit], content: html }).getHTML();",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'iife',
  });
  const tinymce = (file: string): string => readFileSync(require.resolve(`tinymce/${file}`), 'utf8');
  const pages = {
    DOMPurify: await page(readFileSync(require.resolve('dompurify/dist/purify.js'), 'utf8')),
    'Quill 2': await page(readFileSync(require.resolve('quill/dist/quill.js'), 'utf8')),
    'TipTap 3': await page(tiptap.outputFiles[0]?.text ?? ''),
    'TinyMCE 8': await page(
      [
        'tinymce.min.js',
        'models/dom/model.min.js',
        'themes/silver/theme.min.js',
        'icons/default/icons.min.js',
      ]
        .map(tinymce)
        .join(';\n'),
    ),
  };
  const scripts = {
    DOMPurify: `DOMPurify.sanitize(html)`,
    'Quill 2': `(() => { const quill = new Quill('#here'); quill.setContents(quill.clipboard.convert({ html })); return quill.getSemanticHTML(); })()`,
    'TipTap 3': `tiptap(html)`,
    'TinyMCE 8': `(async () => { tinymce.remove(); const [editor] = await tinymce.init({ selector: '#here', license_key: 'gpl', skin: false, content_css: false, promotion: false }); editor.setContent(html); return editor.getContent(); })()`,
  };
  return Object.entries(pages).map(([name, opened]) => ({
    name,
    pass: (html) =>
      opened.evaluate<string>(
        `(async () => { const html = ${JSON.stringify(html)}; return ${scripts[name as keyof typeof scripts]}; })()`,
      ),
  }));
}

/** A real WordPress: what is saved, and what it makes of that for a visitor. */
export function inWordPress(wp: WordPress): readonly Route[] {
  const save = (html: string, user: string, type = 'post'): string =>
    wp.php(`wp_set_current_user(get_user_by('login','${user}')->ID); kses_init();
      $id = wp_insert_post(wp_slash(array('post_title'=>'x','post_status'=>'publish','post_type'=>'${type}','post_content'=>base64_decode('${Buffer.from(html).toString('base64')}'))));
      echo apply_filters('the_content', get_post($id)->post_content);`);
  const block = (html: string): string => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`;
  const again = (html: string): string =>
    wp.php(`wp_set_current_user(get_user_by('login','admin')->ID); kses_init();
      $id = wp_insert_post(wp_slash(array('post_title'=>'x','post_status'=>'publish','post_type'=>'page','post_content'=>base64_decode('${Buffer.from(block(html)).toString('base64')}'))));
      wp_set_current_user(get_user_by('login','plain-editor')->ID); kses_init();
      wp_update_post(wp_slash(array('ID'=>$id,'post_content'=>str_replace('journey','Journey', get_post($id)->post_content))));
      echo apply_filters('the_content', get_post($id)->post_content);`);
  return [
    { name: 'WordPress: an author, HTML block', pass: async (html) => save(block(html), 'author') },
    { name: 'WordPress: an author, classic', pass: async (html) => save(html, 'author') },
    {
      name: 'WordPress: an administrator, HTML block',
      pass: async (html) => save(block(html), 'admin', 'page'),
    },
    { name: 'WordPress: an administrator, then a colleague', pass: async (html) => again(html) },
  ];
}

export { sanitisers };
