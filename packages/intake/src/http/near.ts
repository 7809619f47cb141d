/** Headers by which a proxy tells, each in its own way, that somebody else asks. */
const PASSED_ON =
  /^(?:forwarded|via|x-forwarded-.*|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|(?:cf|fly|fastly)-.*ip)$/;

/** Whether a request comes from this machine or a network of its own, and not through a proxy from somewhere else. */
export function comesFromNear(address: string | undefined, headers: Headers): boolean {
  for (const name of headers.keys()) if (PASSED_ON.test(name)) return false;
  return isNear(address);
}

/** This machine, or a network that no route of the internet leads to; a caller in this process has no address. */
function isNear(address: string | undefined): boolean {
  if (address === undefined) return true;
  const plain = address.replace(/^::ffff:/i, '');
  return /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd])/i.test(plain);
}
