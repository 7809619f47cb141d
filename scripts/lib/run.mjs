import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a command at the project's root with its output in sight; a failure ends the script with its code. */
export async function run(name, command, args, env = {}) {
  const started = Date.now();
  console.log(`\n› ${name}`);
  const code = await exitOf(command, args, env);
  if (code !== 0) {
    console.error(`✗ ${name} failed (exit ${code}).`);
    process.exit(code || 1);
  }
  console.log(`✓ ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

function exitOf(command, args, env) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', failed);
    child.once('exit', (code, signal) => done(code ?? (signal ? 1 : 0)));
  });
}
