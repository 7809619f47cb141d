import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createDesk } from '@maths-hubs/desk';
import { startIntake } from '@maths-hubs/intake';
import { applicationForm } from '@maths-hubs/sdk/applications';
import { readRecords, readSchoolList, readSpecialistList } from '@maths-hubs/sdk/groups/lists';
import { loadEdition } from '@maths-hubs/sdk/programme';
import { root } from './run.mjs';
import { anyPort } from './free-port.mjs';

const bytes = (name) => [new Uint8Array(readFileSync(`${root}examples/groups/${name}`))];
const nothingWrong = ({ line, message }) => {
  throw new Error(`examples/groups, line ${line}: ${message}`);
};

/**
 * The desk of the example hub.
 * @param {{ address: string, hub: string, staff?: readonly import('@maths-hubs/desk').Staff[], others?: Readonly<Record<string, readonly import('@maths-hubs/desk').Staff[]>>, tellLink?: (email: string, link: string) => void }} options  `address`: where the service will be reached
 */
export function exampleDesk({ address, hub, staff, others, tellLink }) {
  return createDesk({
    address,
    staff: {
      [hub]: staff ?? [{ email: 'office@wold-valley.example', roles: ['read', 'decide', 'erase'] }],
      ...others,
    },
    ...(tellLink && { tellLink }),
  });
}

/** Sixty invented schools' applications as the form would send them. */
export async function sampleApplications(hub) {
  const edition = typeof hub.edition === 'string' ? await loadEdition(hub.edition) : hub.edition;
  const form = applicationForm(edition, { ...hub, hub: hub.id });
  const sent = [];
  for await (const { record } of readRecords(bytes('applications.csv'), nothingWrong)) {
    const phase = form.phases.find(({ id }) => id === record.phase);
    if (!phase) continue;
    const { schoolName, urn, postcode, name, role, email, pastPhases } = record;
    sent.push({
      format: 'maths-hubs-application/1',
      kind: 'application',
      hub: hub.id,
      edition: form.edition,
      answers: {
        schoolName,
        urn,
        postcode,
        phase: phase.id,
        name,
        role,
        email,
        // A number that Ofcom keeps free for drama: it leads to nobody.
        phone: `0113 496 0${100 + sent.length}`,
        ...(pastPhases && { pastPhases: pastPhases.split('; ') }),
      },
      readiness: {},
      agreement: { declared: true, commitments: phase.commitments },
      notice: { version: hub.notice.version, shownAt: null },
    });
  }
  return sent;
}

/** The specialists and places of the sample, as the desk keeps them. */
async function sampleDesk() {
  const schools = await readSchoolList(bytes('applications.csv'), nothingWrong);
  const specialists = await readSpecialistList(bytes('specialists.csv'), nothingWrong);
  return {
    specialists: specialists.map(({ line: _, ...each }) => each),
    places: Object.fromEntries(schools.map(({ postcode, place }) => [postcode, place])),
    plans: [],
    chosen: null,
    pins: [],
  };
}

/** Sends the sample through the front door, and gives the desk its specialists, as a person would. */
export async function fillDesk({ url, hub, origin, link }) {
  for (const application of await sampleApplications(hub)) {
    const response = await fetch(`${url}/applications`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(application),
    });
    if (!response.ok) throw new Error(`The sample was refused: ${await response.text()}`);
  }
  const json = { 'content-type': 'application/json' };
  const entered = await fetch(`${url}/desk/api/enter`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ link: link.split('#enter=')[1] }),
  });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';', 1)[0];
  const { token } = await (await fetch(`${url}/desk/api/me`, { headers: { cookie } })).json();
  const kept = await fetch(`${url}/desk/api/hubs/${hub.id}/desk`, {
    method: 'PUT',
    headers: { ...json, cookie, 'x-desk-token': token },
    body: JSON.stringify(await sampleDesk()),
  });
  if (!kept.ok) throw new Error(`The sample desk was refused: ${await kept.text()}`);
}

const OFFICE = 'office@wold-valley.example';

/**
 * Starts a service of its own with the sample in it, apart from what a person sends to the example hub.
 * @param folder  where it keeps its store
 * @returns the service, and a link that signs in once
 */
export async function startSampleDesk(folder) {
  mkdirSync(folder, { recursive: true });
  const port = await anyPort();
  const address = `http://127.0.0.1:${port}`;
  const origin = 'https://sample.example';
  const example = JSON.parse(readFileSync(`${root}examples/hub-site/intake.json`, 'utf8'));
  // The year whose public evidence is best: the sample needs no terms of a hub's own.
  const hub = {
    ...example,
    edition: '2024/25',
    phases: ['readiness', 'development', 'embedding'],
    origins: [origin],
  };
  const tellLink = (email, link) => console.log(`The link of ${email}: ${link}`);
  const desk = exampleDesk({ address, hub: hub.id, tellLink });
  const service = await startIntake({
    hubs: [hub],
    store: { folder: `${folder}/store` },
    port,
    mount: desk.mount,
    limits: { burst: 1000 },
    log: () => undefined,
  });
  if (!existsSync(`${folder}/filled`)) {
    await fillDesk({ url: address, hub, origin, link: await desk.linkFor(OFFICE) });
    writeFileSync(`${folder}/filled`, '');
  }
  return { service, link: await desk.linkFor(OFFICE) };
}
