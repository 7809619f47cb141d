import type { Example } from '../foundation/example.js';

const fallback = '<p>Experienced primary teachers can train as Mastery Specialists: ask your hub.</p>';

export const examples = {
  newest: {
    name: 'The newest year',
    summary: 'Who may apply, by when, what it asks and what is paid in 2025/26, with a check.',
    html: `<mh-specialist-path>${fallback}</mh-specialist-path>`,
  },
  unknowns: {
    name: 'A year with unknowns',
    summary: 'Of 2024/25 little more is known than the closing day.',
    html: `<mh-specialist-path edition="2024/25" heading-level="3">${fallback}</mh-specialist-path>`,
  },
  secondary: {
    name: 'Secondary specialists',
    summary: 'Another programme, with its own conditions.',
    html: `<mh-specialist-path programme="secondary">${fallback}</mh-specialist-path>`,
  },
  misspelt: {
    name: 'A year that is none',
    summary: 'The newest is shown; the editor is told.',
    html: `<mh-specialist-path edition="soon">${fallback}</mh-specialist-path>`,
  },
  dark: {
    name: 'Dark page',
    summary: 'Colours are mixed from the page.',
    html: `<div style="background: #10181b; color: #eef4f5; padding: 1rem"><mh-specialist-path></mh-specialist-path></div>`,
  },
} as const satisfies Record<string, Example>;
