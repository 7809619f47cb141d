#!/usr/bin/env node
import { main } from '../dist/main.js';

process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
await main(process.argv.slice(2));
