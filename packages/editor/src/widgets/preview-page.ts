import { htmlSnippet } from '../snippet/html.js';
import type { SnippetConfig } from '../snippet/config.js';
import { escapeHtml } from '../snippet/markup.js';

/**
 * A page of the hub's own look with the snippet on it, for a frame beside the controls.
 * The terms are inline, whatever the hub will do, and the widgets come from the build beside the editor.
 * @param base  folder of that build
 */
export function previewPage(config: SnippetConfig, base: string, dark: boolean): string {
  const { look, publishing } = config.project;
  const [paper, ink] = dark ? [look.paperDark, look.inkDark] : [look.paper, look.ink];
  const project = {
    ...config.project,
    publishing: { ...publishing, terms: 'inline', host: 'site', base, version: 'moving' },
  } as const;
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Preview</title><style>
:root{color-scheme:${dark ? 'dark' : 'light'}}
body{margin:1rem;background:${paper};color:${ink};font-family:${escapeHtml(look.font) || 'system-ui, sans-serif'};line-height:1.5}
</style></head><body><main>${htmlSnippet({ ...config, project })}</main></body></html>`;
}
