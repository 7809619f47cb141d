import { VERSION, WIDGETS } from 'virtual:widgets';
import { MhEditor } from './app.js';
import { editorHost } from './host.js';

customElements.define('mh-editor', MhEditor);

const editor = document.createElement('mh-editor') as MhEditor;
editor.widgets = WIDGETS;
editor.version = VERSION;
editor.base = editorHost()?.base ?? new URL('../embed/', document.baseURI).href;
editor.loadTexts = async () => (await import('virtual:texts')).TEXTS;
document.querySelector('#editor')?.replaceChildren(editor);

// In a system of its own, such as WordPress, the page is that system's.
if (!editorHost() && 'serviceWorker' in navigator)
  addEventListener('load', () => {
    navigator.serviceWorker.register('./offline.js').catch((error: unknown) => {
      // Without it the page works as before, but does not open without a network.
      console.warn('This page cannot be kept for use offline.', error);
    });
  });
