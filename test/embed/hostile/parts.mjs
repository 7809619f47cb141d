/** What the pages of other makings are put together from. */
export const LOADER = '/packages/components/dist/cdn/embed.js';
export const SCRIPT = `<script type="module" src="${LOADER}"></script>`;

const NOTICE = {
  name: 'Example Maths Hub',
  notice: {
    version: '2026-09',
    controller: 'the Department for Education',
    processor: 'Example School, which leads the hub',
    lawfulBasis: 'public task, UK GDPR Article 6(1)(e)',
    text: 'We use what you write here to run our Work Groups.',
  },
};
const json = `<script type="application/json">${JSON.stringify(NOTICE)}</script>`;
export const WIDGETS = `
  <mh-journey-map edition="2024/25"><p class="plain">The journey</p></mh-journey-map>
  <mh-eligibility-checker edition="2024/25"><p class="plain">Can we join?</p></mh-eligibility-checker>
  <mh-find-a-hub resolver="none"><p class="plain">Find your hub</p></mh-find-a-hub>
  <mh-apply-form hub="example-hub" edition="2024/25" action="/intake/applications">${json}<form method="post" action="/intake/applications"><p class="plain">Apply</p></form></mh-apply-form>`;

export const style = (css) => `<style>${css}</style>`;
export const script = (code) => `<script>${code}</script>`;
export const policy = (content) => `<meta http-equiv="content-security-policy" content="${content}">`;
