import js from '@eslint/js';

import globals from 'globals';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';
import { safeLinks } from './scripts/lib/lint-links.mjs';

/** Rooms of the SDK from the ground up: a room imports only rooms that stand before it. */
const rooms = [
  'ground',
  'evidence',
  'typed',
  'rules',
  'programme',
  'schools',
  'eligibility',
  'commitments',
  'funding',
  'postcodes',
  'hubs',
  'groups',
  'applications',
  'static-html',
  'page-check',
];

const downwardsOnly = rooms.map((room, index) => ({
  files: [`packages/sdk/src/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [{ name: 'zod', message: "Import * as z from 'zod/mini'." }],
        patterns: [
          ...rooms.slice(index + 1).map((above) => ({
            group: [`**/${above}/*`],
            message: `${room} stands below ${above}: imports run downwards only.`,
          })),
        ],
      },
    ],
  },
}));

export default ts.config(
  {
    ignores: [
      '**/dist/',
      '.cache/',
      'storybook-static/',
      'packages/sdk/src/generated/',
      '**/custom-elements.json',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      eqeqeq: ['error', 'always'],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-new-func': 'error',
      'no-eval': 'error',
    },
  },
  {
    files: [
      'scripts/**',
      'site/**',
      'packages/*/scripts/**',
      'test/**',
      'packages/cli/**',
      '**/cli/**',
      '**/bench/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.test.ts'],
    languageOptions: { globals: globals.mocha },
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  ...downwardsOnly,
  {
    files: ['packages/components/src/**/*.ts', 'packages/editor/src/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  {
    files: ['packages/components/src/**/*.ts'],
    ignores: ['**/*.{test,stories}.ts'],
    plugins: { house: { rules: { 'safe-links': safeLinks } } },
    rules: { 'house/safe-links': 'error' },
  },
  { files: ['packages/components/src/**/*.ts'], ...wc.configs['flat/recommended'] },
  {
    files: ['packages/components/src/**/*.ts'],
    ...litA11y.configs.recommended,
    plugins: { 'lit-a11y': litA11y },
    // WebKit forgets that a list is one when its markers are taken away; saying so again is the remedy.
    rules: { ...litA11y.configs.recommended.rules, 'lit-a11y/no-redundant-role': 'off' },
  },
);
