/**
 * Lets requests that came in at the same moment go on in step, once all that has arrived is read. Each step is then
 * taken for one after another, while what it needs is at hand to the processor: alone on its way, from the network to
 * the database, a request costs half as much again. One that comes alone waits for nothing.
 */
export function inStep(): () => Promise<void> {
  let together: Promise<void> | undefined;
  return () =>
    (together ??= new Promise((resolve) => {
      setImmediate(() => {
        together = undefined;
        resolve();
      });
    }));
}
