// The service as a host of functions runs it: one handler, no server and no timers of its own.
import { http } from '@google-cloud/functions-framework';
import { getRequestListener } from '@hono/node-server';
import { createIntake } from '../dist/index.js';
import { loadConfig } from '../dist/config/load.js';

const intake = createIntake({ ...loadConfig(process.env.INTAKE_CONFIG, process.env), onDemand: true });
const listener = getRequestListener((request) => intake.fetch(request));

http('intake', async (request, response) => {
  // A scheduled call: what timers do elsewhere.
  if (request.path === '/work') {
    await intake.work();
    response.status(204).end();
    return;
  }
  await listener(request, response);
});
