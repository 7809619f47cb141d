import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { mount, part, textOf, unmountAll, until } from '../../../../test/support/elements.js';
import { pageSettings } from '../foundation/settings-store.js';
import { examples, pretended } from './examples.js';
import { FindAHub } from './find-a-hub.js';
import { POSTCODES_IO } from './lookup-service.js';
import { postcodesIo } from '@maths-hubs/sdk/postcodes';
import { fakePostcodesIo } from '@maths-hubs/sdk/postcodes/testing';
import './define.js';

const elsewhere = (address: string): boolean => {
  const { origin, protocol } = new URL(address, location.href);
  return protocol.startsWith('http') && origin !== location.origin;
};

/** Everything that left for another host: by `fetch`, and by anything that the browser timed. */
class NetworkLog {
  readonly fetched: string[] = [];
  private readonly real = globalThis.fetch;
  private readonly from = performance.now();

  /** @param answer  what answers in place of other hosts */
  constructor(answer: typeof fetch) {
    globalThis.fetch = (input, init) => {
      const address = input instanceof Request ? input.url : String(input);
      if (!elsewhere(address)) return this.real.call(globalThis, input, init);
      this.fetched.push(`${init?.method ?? 'GET'} ${address} ${String(init?.body ?? '')}`.trim());
      return answer(input, init);
    };
  }

  get timed(): string[] {
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime, name }) => startTime >= this.from && elsewhere(name))
      .map(({ name }) => name);
  }

  stop(): void {
    globalThis.fetch = this.real;
  }
}

const SCHOOLS = 'https://schools.example/index/';
const manifest = {
  format: 'maths-hubs-schools/1',
  source: { title: 'GIAS', licence: 'OGL', date: null },
  counts: { schools: 1, outcodes: 1, names: 1 },
  authorities: { '855': 'Leicestershire' },
  types: {},
  outcodes: 'LE2',
  names: 'fer',
};
const school = [
  '100001',
  'Fernvale Primary School',
  'LE2 5TF',
  'Thurnby',
  '855',
  null,
  null,
  null,
  null,
  4,
  11,
];

const schoolIndex: typeof fetch = async (input) => {
  const address = input instanceof Request ? input.url : String(input);
  return Response.json(address.endsWith('manifest.json') ? manifest : [school]);
};

async function open(html: string): Promise<FindAHub> {
  const widget = (await mount({ html })).querySelector('mh-find-a-hub');
  if (!widget) throw new Error('No find-a-hub');
  return widget;
}

async function typeAndSubmit(widget: FindAHub, text: string): Promise<void> {
  const field = part<HTMLInputElement>(widget, '#query');
  field.focus();
  field.select();
  await sendKeys({ type: text });
  await sendKeys({ press: 'Enter' });
  await until(() => widget.shadowRoot?.querySelector('#result-title'));
}

describe('what leaves the page', () => {
  let log: NetworkLog | undefined;
  const listen = (answer: typeof fetch = pretended().service.fetch): NetworkLog =>
    (log = new NetworkLog(answer));

  afterEach(() => {
    log?.stop();
    unmountAll();
    pageSettings().update({ foundHub: undefined, schoolIdentity: undefined });
    localStorage.clear();
  });

  it('is nothing before a search, then the postcode alone, to the host that the sentence names', async () => {
    const net = listen();
    const widget = await open(examples.empty.html);
    const sentence = textOf(part(widget, '.leaves'));
    expect(sentence).to.equal(
      'When you search for a postcode, it goes to api.postcodes.io to find its council. Nothing else you type leaves this page.',
    );
    part<HTMLInputElement>(widget, '#query').focus();
    await sendKeys({ type: 'wigston' });
    await until(() => widget.shadowRoot?.querySelector('[role="option"]'));
    expect(net.fetched).to.deep.equal([]);
    await typeAndSubmit(widget, 'Rutland');
    expect(net.fetched).to.deep.equal([]);
    const field = part<HTMLInputElement>(widget, '#query');
    field.focus();
    field.select();
    await sendKeys({ type: 'le25tf' });
    expect(net.fetched).to.deep.equal([]);
    await sendKeys({ press: 'Enter' });
    await until(() => net.fetched.length > 0);
    await until(() => widget.result?.where?.startsWith('LE2 5TF'));
    expect(net.fetched).to.deep.equal(['GET https://api.postcodes.io/postcodes/LE25TF']);
    expect(net.timed).to.deep.equal([]);
  });

  it('of a retired postcode is the postcode, and then its last place, to the same host', async () => {
    const service = fakePostcodesIo({
      postcodes: [],
      retired: [
        { postcode: 'LE2 9ZZ', year_terminated: 2009, month_terminated: 4, latitude: 52.59, longitude: -1.1 },
      ],
    });
    const net = listen(service.fetch);
    const widget = await open(examples.empty.html);
    await typeAndSubmit(widget, 'LE2 9ZZ');
    await until(() => widget.result !== undefined);
    expect(net.fetched[0]).to.equal('GET https://api.postcodes.io/postcodes/LE29ZZ');
    for (const each of net.fetched) expect(new URL(each.slice(4)).host).to.equal('api.postcodes.io');
    // Nothing but the postcode and the place that the service itself gave for it.
    for (const each of net.fetched.slice(1)) expect(each).to.match(/LE29ZZ|lat=52\.59|lon=-1\.1/);
    expect(net.fetched.length).to.be.greaterThan(1);
    expect(net.timed).to.deep.equal([]);
  });

  it('is named before the service is loaded, as the service names itself', () => {
    expect(POSTCODES_IO).to.equal(postcodesIo().sendsTo);
    expect(postcodesIo()).to.have.property('locate');
  });

  it('is nothing at all with resolver="none"', async () => {
    const net = listen();
    const widget = await open('<mh-find-a-hub resolver="none"></mh-find-a-hub>');
    expect(textOf(part(widget, '.leaves'))).to.equal('Nothing you type here leaves this page.');
    expect(widget.shadowRoot?.querySelector('.locate')).to.equal(null);
    await typeAndSubmit(widget, 'LE2 5TF');
    await until(() => widget.result?.problem?.code === 'no-resolver');
    await widget.search('Leicester');
    expect(net.fetched).to.deep.equal([]);
    expect(net.timed).to.deep.equal([]);
  });

  it('is nothing with a postcode index: the file comes to the page', async () => {
    const asked: string[] = [];
    const net = listen(async (input) => {
      asked.push(String(input));
      return new Response('', { status: 404 });
    });
    const widget = await open(
      '<mh-find-a-hub postcode-index="https://files.example/postcodes.mhpc"></mh-find-a-hub>',
    );
    expect(textOf(part(widget, '.leaves'))).to.equal('Nothing you type here leaves this page.');
    expect(net.fetched).to.deep.equal([]);
    await typeAndSubmit(widget, 'LE2 5TF');
    await until(() => widget.result?.problem !== undefined);
    expect(asked).to.deep.equal(['https://files.example/postcodes.mhpc']);
  });

  it('of a school’s name is nothing to another host until the person searches', async () => {
    const net = listen(schoolIndex);
    const widget = await open(`<mh-find-a-hub resolver="none" school-index="${SCHOOLS}"></mh-find-a-hub>`);
    expect(textOf(part(widget, '.leaves'))).to.contain('School names come from schools.example');
    part<HTMLInputElement>(widget, '#query').focus();
    await sendKeys({ type: 'Fernvale' });
    await until(() => textOf(part(widget, '[role="status"]')).includes('uggestion'));
    expect(net.fetched).to.deep.equal([]);
    await sendKeys({ press: 'Enter' });
    await until(() => widget.result?.ask !== undefined);
    expect(net.fetched).to.deep.equal([`GET ${SCHOOLS}manifest.json`, `GET ${SCHOOLS}name-fer.json`]);
    part(widget, '.question button').click();
    await until(() => widget.result?.answer === 'one');
    expect(widget.result?.hubs[0]?.hub.id).to.equal('east-midlands-south');
    const { row, ...identity } = pageSettings().value.schoolIdentity!;
    expect(identity).to.deep.equal({
      name: 'Fernvale Primary School',
      urn: '100001',
      postcode: 'LE2 5TF',
    });
    expect(row).to.include({ lowAge: 4, highAge: 11 });
  });

  it('of a picked school without a district is its postcode, on the pick, to the host that the sentence names', async () => {
    const service = pretended().service.fetch;
    const net = listen((input, init) =>
      String(input instanceof Request ? input.url : input).startsWith(SCHOOLS)
        ? schoolIndex(input, init)
        : service(input, init),
    );
    const widget = await open(`<mh-find-a-hub school-index="${SCHOOLS}"></mh-find-a-hub>`);
    expect(textOf(part(widget, '.leaves'))).to.contain(
      'When you search, the postcode you type, or that of the school you pick, goes to api.postcodes.io',
    );
    part<HTMLInputElement>(widget, '#query').focus();
    await sendKeys({ type: 'Fernvale' });
    await until(() => textOf(part(widget, '[role="status"]')).includes('uggestion'));
    expect(net.fetched).to.deep.equal([]);
    await sendKeys({ press: 'Enter' });
    await until(() => widget.result?.ask !== undefined);
    const names = [`GET ${SCHOOLS}manifest.json`, `GET ${SCHOOLS}name-fer.json`];
    expect(net.fetched).to.deep.equal(names);
    part(widget, '.question button').click();
    await until(() => widget.result?.ask === undefined && widget.result?.hubs.length);
    expect(net.fetched).to.deep.equal([...names, 'GET https://api.postcodes.io/postcodes/LE25TF']);
    expect(net.timed).to.deep.equal([]);
  });

  it('of a picked school with its district is nothing more than its name took', async () => {
    const placed: typeof fetch = async (input) => {
      const address = input instanceof Request ? input.url : String(input);
      const row = [...school];
      row[5] = 'E07000135';
      return Response.json(address.endsWith('manifest.json') ? manifest : [row]);
    };
    const net = listen(placed);
    const widget = await open(`<mh-find-a-hub school-index="${SCHOOLS}"></mh-find-a-hub>`);
    await widget.search('Fernvale');
    part(widget, '.question button').click();
    await until(() => widget.result?.answer === 'one');
    expect(net.fetched).to.deep.equal([`GET ${SCHOOLS}manifest.json`, `GET ${SCHOOLS}name-fer.json`]);
  });

  it('of a position is nothing until the person has read where it goes and agreed', async () => {
    const asked: PositionCallback[] = [];
    const real = navigator.geolocation.getCurrentPosition;
    navigator.geolocation.getCurrentPosition = (found) => void asked.push(found);
    try {
      const net = listen();
      const widget = await open(examples.empty.html);
      part(widget, '.locate').click();
      await until(() => widget.shadowRoot?.activeElement?.id === 'locate-tells');
      expect(textOf(part(widget, '#locate-tells'))).to.contain('goes to api.postcodes.io, once');
      expect(asked.length).to.equal(0);
      part(widget, '.search .notice button').click();
      expect(asked.length).to.equal(1);
      expect(net.fetched).to.deep.equal([]);
      const coords = { latitude: 52.60004, longitude: -1.10004 };
      asked[0]?.({ coords, timestamp: 0 } as unknown as GeolocationPosition);
      await until(() => widget.result !== undefined);
      expect(net.fetched).to.deep.equal([
        'GET https://api.postcodes.io/postcodes?lat=52.600&lon=-1.100&radius=2000&limit=1',
      ]);
    } finally {
      navigator.geolocation.getCurrentPosition = real;
    }
  });

  it('stores nothing', async () => {
    localStorage.clear();
    listen();
    const widget = await open(examples.empty.html);
    await typeAndSubmit(widget, 'LE2 5TF');
    await until(() => widget.result !== undefined);
    expect(localStorage.length).to.equal(0);
    expect(document.cookie).to.equal('');
  });
});
