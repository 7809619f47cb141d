import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { root } from '../../scripts/lib/run.mjs';

let taken;
beforeEach(async () => {
  taken = createServer();
  await new Promise((listening) => taken.listen(0, '127.0.0.1', listening));
});
afterEach(() => new Promise((closed) => taken.close(closed)));

const start = (port) =>
  promisify(execFile)('node', ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: port },
  }).catch((error) => error);

it('says that its port is taken, and what to type instead, before it builds anything', async () => {
  const { code, stdout, stderr } = await start(String(taken.address().port));
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: `Port ${taken.address().port} is taken. Choose another: PORT=4200 npm start\n`,
  });
});

it.each(['99999', 'four'])('says before it builds that PORT=%s is no port', async (port) => {
  const { code, stdout, stderr } = await start(port);
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: `PORT=${port} cannot be used. Choose a number from 1024 to 65535: PORT=4200 npm start\n`,
  });
});
