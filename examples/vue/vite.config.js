import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

/** Without this, Vue takes the tags for components of its own. */
const isCustomElement = (tag) => tag.startsWith('mh-');

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
