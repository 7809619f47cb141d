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
