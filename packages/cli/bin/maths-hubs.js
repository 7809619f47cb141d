#!/usr/bin/env node
import { main } from '../dist/main.js';
import { outputFault } from '../dist/output.js';

process.stdout.on('error', (error) => {
  const fault = outputFault(error);
  if (fault !== null) process.stderr.write(`maths-hubs: ${fault}\n`);
  process.exit(fault === null ? 0 : 1);
});
await main(process.argv.slice(2));
