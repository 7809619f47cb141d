window.faults = [];
window.warnings = [];
addEventListener('error', ({ message }) => window.faults.push(message));
addEventListener('unhandledrejection', ({ reason }) => window.faults.push(String(reason)));
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
  window.faults.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
);
const warn = console.warn.bind(console);
console.warn = (...words) => {
  window.warnings.push(words.join(' '));
  warn(...words);
};
