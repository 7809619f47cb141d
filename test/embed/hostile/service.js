/** In place of the service that receives applications: it keeps what came, and answers as the service does. */
window.faults = [];
window.sent = [];
addEventListener('error', ({ message }) => window.faults.push(message));
addEventListener('unhandledrejection', ({ reason }) => window.faults.push(String(reason)));
const realFetch = window.fetch.bind(window);
const answer = JSON.stringify({ reference: 'MH-11111-22222', receivedAt: '2026-11-22T10:00:00.000Z' });
const { parse } = JSON;
window.fetch = async (address, init) => {
  if (!String(address).endsWith('/intake/applications')) return realFetch(address, init);
  window.sent.push(parse(String(init?.body)));
  return new Response(answer, { status: 201, headers: { 'content-type': 'application/json' } });
};
