import { expect } from '@open-wc/testing';
import { askService, serviceWords, type ServiceAnswer } from './ask-service.js';

const ADDRESS = 'https://intake.example/applications';
const SITE = 'https://hub.example/mastery';

/** A service that answers each question as given; a thrown string is a network failure. */
function service(answers: Readonly<Record<string, () => Response>>): {
  readonly asked: string[];
  readonly fetch: typeof fetch;
} {
  const asked: string[] = [];
  return {
    asked,
    fetch: (input, init) => {
      const url = String(input);
      asked.push(`${init?.mode ?? 'cors'} ${url}`);
      const answer = answers[init?.mode ?? 'cors'];
      return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('Failed to fetch'));
    },
  };
}

describe('the question to a service', () => {
  const cases: [ServiceAnswer, string, Readonly<Record<string, () => Response>>][] = [
    ['allows', 'our service that knows the site', { cors: () => Response.json({ allowed: true }) }],
    ['refuses', 'our service that does not', { cors: () => Response.json({ allowed: false }) }],
    ['answers', 'another service', { 'no-cors': () => new Response() }],
    [
      'answers',
      'a page in its place',
      { cors: () => new Response('<p>Hello</p>'), 'no-cors': () => new Response() },
    ],
    ['silent', 'nobody', {}],
  ];
  for (const [said, what, answers] of cases)
    it(`${said}: ${what}`, async () => {
      const { asked, fetch } = service(answers);
      expect(await askService(ADDRESS, SITE, fetch)).to.equal(said);
      expect(asked[0]).to.equal(`cors ${ADDRESS}/allows?origin=https%3A%2F%2Fhub.example`);
      expect(serviceWords(said, SITE)).to.match(/\.$/);
    });

  it('is answered in words that say what to do', () => {
    expect(serviceWords('refuses', SITE)).to.contain('add https://hub.example to your hub’s “origins”');
  });
});
