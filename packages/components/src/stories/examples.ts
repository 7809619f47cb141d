import type { Example } from '../foundation/example.js';

export const examples = {
  listed: {
    name: 'A hub’s list',
    summary: 'Two videos, a podcast and a case study, each a plain link with a sentence.',
    html: `<mh-stories>
  <h2>Stories from schools</h2>
  <ul>
    <li><a href="https://www.youtube.com/watch?v=abcDEF12345">A first year in the Work Group</a>: a maths lead looks back.</li>
    <li><a href="https://vimeo.com/123456789">Planning together</a>: one lesson, from plan to classroom.</li>
    <li><a href="https://media.example.org/podcast/episode-4.mp3">What release time is for</a>: fifteen minutes with a headteacher.</li>
    <li><a href="/stories/small-school">Two classes, one approach</a>: how a small school shared its teachers.</li>
  </ul>
</mh-stories>`,
  },
  named: {
    name: 'Kinds that the hub names',
    summary: 'An address does not always tell what it holds: `data-kind` does.',
    html: `<mh-stories heading-level="3">
  <p><a href="https://podcasts.example.org/episode/7" data-kind="podcast">Number facts by heart</a></p>
  <p><a href="https://example.org/films/3" data-kind="video">A lesson on equivalence</a></p>
</mh-stories>`,
  },
  told: {
    name: 'Stories told in full',
    summary:
      'A picture of the hub’s own, what somebody said, the school and themes; one of another site’s pictures is left out.',
    html: `<mh-stories>
  <ul>
    <li>
      <a href="https://www.youtube.com/watch?v=abcDEF12345" data-school="Oak Lane Primary" data-school-type="one class a year" data-themes="release time, small schools" data-poster="whiteboard.svg" data-poster-alt="Two teachers at a whiteboard">A first year in the Work Group</a>: a maths lead looks back.
      <blockquote>We talk about the maths now, not about the worksheet. <cite>A. Teacher, maths lead</cite></blockquote>
    </li>
    <li><a href="https://media.example.org/podcast/episode-4.mp3" data-themes="release time">What release time is for</a>: fifteen minutes with a headteacher.</li>
    <li><a href="/articles/fluency" data-kind="article" data-themes="fluency">Why we play number games</a></li>
    <li><a href="/stories/ten-years" data-kind="long-view" data-school="Hill Road School" data-themes="small schools" data-poster="https://pictures.example.org/school.jpg">Ten years on</a>: what stayed when people left.</li>
  </ul>
</mh-stories>`,
  },
  none: {
    name: 'No story yet',
    summary: 'What is between the tags is shown as it is.',
    html: `<mh-stories><p>Our first case study comes in the summer.</p></mh-stories>`,
  },
  dark: {
    name: 'Dark page',
    summary: 'Colours are mixed from the page.',
    html: `<div style="background: #10181b; color: #eef4f5; padding: 1rem"><mh-stories><a href="https://youtu.be/abcDEF12345">A first year</a></mh-stories></div>`,
  },
} as const satisfies Record<string, Example>;
