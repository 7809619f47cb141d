import { Hono } from 'hono';
import type { Context } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Role } from '../model/desk.js';
import {
  askBody,
  deskBody,
  enterBody,
  exportBody,
  letterBody,
  moveBody,
  noteBody,
  readBody,
  referencesBody,
  searchBody,
} from './bodies.js';
import { casesOf } from './cases.js';
import type { Cases } from './cases.js';
import { clientOf } from './client.js';
import { pageFile } from './page-files.js';
import { DeskError } from './parts.js';
import type { DeskParts } from './parts.js';
import { addReceiptRoutes } from './receipt.js';
import { signIn } from './sign-in.js';

type Env = { Bindings: { readonly address?: string }; Variables: { who: string; hub: string; cases: Cases } };

/**
 * The desk as a web-standard handler: the page what it asks for below `/api/`, and the page on which a school sees
 * its own application below `/school/`. To be mounted at `/desk`.
 */
export function createDeskApp(parts: DeskParts): Hono<Env> {
  const app = new Hono<Env>();
  const doors = signIn(parts);
  const client = (context: Context): string => clientOf(context, parts.trustProxy);

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        // The solver is WebAssembly.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      crossOriginResourcePolicy: 'same-origin',
      crossOriginOpenerPolicy: 'same-origin',
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
    }),
  );
  app.use(async (context, next) => {
    context.header('cache-control', 'no-store');
    context.header('x-robots-tag', 'noindex');
    await next();
  });

  app.post('/api/ask', async (context) => {
    const { email } = await readBody(context.req.raw, askBody);
    await doors.ask(email, client(context));
    return context.json({ asked: true }, 202);
  });
  app.post('/api/enter', async (context) => {
    const { link } = await readBody(context.req.raw, enterBody);
    await doors.enter(context, link, client(context));
    return context.json({ entered: true });
  });
  app.get('/api/me', async (context) => context.json(doors.meOf(await doors.sessionOf(context))));
  app.post('/api/leave', async (context) => {
    doors.ownPage(context, await doors.sessionOf(context));
    await doors.leave(context);
    return context.json({ left: true });
  });

  app.use('/api/hubs/:hub/*', async (context, next) => {
    const session = await doors.sessionOf(context);
    const hub = context.req.param('hub');
    // A hub that the user may not see looks like one that does not exist.
    if (!doors.rolesOf(session.email, hub).includes('read'))
      throw new DeskError(404, 'unknown-hub', 'There is no such hub on your list.');
    if (context.req.method !== 'GET') doors.ownPage(context, session);
    context.set('who', session.email);
    context.set('hub', hub);
    context.set('cases', casesOf(parts, hub));
    await next();
  });
  const needs =
    (role: Role) =>
    async (context: Context<Env>, next: () => Promise<void>): Promise<void> => {
      if (!doors.rolesOf(context.get('who'), context.get('hub')).includes(role))
        throw new DeskError(403, 'role', `Your address may not ${role} for this hub.`);
      await next();
    };
  const here = '/api/hubs/:hub' as const;

  app.get(`${here}/edition`, (context) => context.json(parts.hubs.get(context.get('hub'))?.edition ?? null));
  app.get(`${here}/cases`, async (context) => {
    const cases = await context.get('cases').all();
    await context.get('cases').record(context.get('who'), 'list read', null, `${cases.length} applications`);
    return context.json(cases);
  });
  app.get(`${here}/cases/:reference`, async (context) => {
    const found = await context.get('cases').one(context.req.param('reference'));
    await context.get('cases').record(context.get('who'), 'read', found.reference);
    return context.json(found);
  });
  app.post(`${here}/moves`, needs('decide'), async (context) => {
    const { moves } = await readBody(context.req.raw, moveBody);
    await context.get('cases').move(moves, context.get('who'));
    return context.json({ moved: moves.length });
  });
  app.post(`${here}/cases/:reference/notes`, needs('decide'), async (context) => {
    const { text } = await readBody(context.req.raw, noteBody);
    await context.get('cases').note(context.req.param('reference') ?? '', text, context.get('who'));
    return context.json({ noted: true });
  });
  app.post(`${here}/cases/:reference/letters`, needs('decide'), async (context) => {
    const { send, attachments, ...letter } = await readBody(context.req.raw, letterBody, 2_000_000);
    const { answers, reference } = await context.get('cases').one(context.req.param('reference') ?? '');
    // To the address in the application and to no other: a letter cannot be turned elsewhere.
    const to = answers.email;
    if (to === undefined)
      throw new DeskError(400, 'no-address', 'This application has no e-mail address. Copy the letter.');
    if (send) {
      if (parts.mail === null)
        throw new DeskError(400, 'no-mail', 'No mail server is configured. Copy the letter.');
      await parts
        .mail({
          id: `letter-${reference}-${parts.now().getTime()}`,
          to,
          subject: letter.subject,
          text: letter.text,
          attachments: attachments.map((each) => ({ ...each, contentType: contentTypeOf(each.filename) })),
        })
        .catch((error: unknown) => {
          throw new DeskError(
            502,
            'mail',
            `The mail server did not take the letter: ${String(error)}. Nothing was recorded.`,
          );
        });
    }
    await context
      .get('cases')
      .letter(
        reference,
        { ...letter, to, sent: send, attached: attachments.map(({ filename }) => filename) },
        context.get('who'),
      );
    return context.json({ sent: send });
  });
  app.get(`${here}/desk`, async (context) => context.json(await context.get('cases').desk()));
  app.put(`${here}/desk`, needs('decide'), async (context) => {
    await context.get('cases').keep(await readBody(context.req.raw, deskBody, 4_000_000), context.get('who'));
    return context.json({ kept: true });
  });
  app.post(`${here}/export`, async (context) => {
    const { format } = await readBody(context.req.raw, exportBody);
    const cases = (await context.get('cases').all()).filter(({ setAsideAt }) => setAsideAt === null);
    await context
      .get('cases')
      .record(context.get('who'), 'export', null, `${cases.length} applications as ${format}`);
    return context.json(cases);
  });
  app.post(`${here}/search`, async (context) => {
    const { words } = await readBody(context.req.raw, searchBody);
    const wanted = words.toLowerCase();
    const found = (await context.get('cases').all()).filter((each) =>
      JSON.stringify(each).toLowerCase().includes(wanted),
    );
    await context
      .get('cases')
      .record(context.get('who'), 'personal data search', null, `${found.length} found`);
    return context.json(found);
  });
  app.post(`${here}/release`, needs('decide'), async (context) => {
    const { references } = await readBody(context.req.raw, referencesBody);
    return context.json({ released: await context.get('cases').release(references, context.get('who')) });
  });
  app.post(`${here}/erase`, needs('erase'), async (context) => {
    const { references } = await readBody(context.req.raw, referencesBody);
    return context.json({ erased: await context.get('cases').erase(references, context.get('who')) });
  });
  app.get(`${here}/audit`, async (context) => {
    const before = context.req.query('before') ?? null;
    if (before !== null && !/^\d{1,18}$/.test(before))
      throw new DeskError(400, 'before', 'Ask for what came before an entry, by its number.');
    return context.json(await context.get('cases').audit(before));
  });

  addReceiptRoutes(app, parts);
  app.get('/*', async (context) => {
    const { path } = context.req;
    if (path === '/desk') return context.redirect('/desk/');
    const file = await pageFile(path.slice('/desk/'.length));
    if (file === null) throw new DeskError(404, 'not-found', 'There is nothing here.');
    return context.body(file.bytes, 200, { 'content-type': file.type });
  });

  app.notFound((context) => context.json({ code: 'not-found', message: 'There is nothing here.' }, 404));
  app.onError((error, context) => {
    if (error instanceof DeskError)
      return context.json({ code: error.code, message: error.message }, error.status);
    throw error;
  });
  return app;
}

function contentTypeOf(filename: string): string {
  if (filename.endsWith('.ics')) return 'text/calendar; charset=utf-8';
  return filename.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8';
}
