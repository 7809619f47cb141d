import { program } from 'commander';

program.name('maths-hubs').description('The Teaching for Mastery programme from a terminal.');
await program.parseAsync();
