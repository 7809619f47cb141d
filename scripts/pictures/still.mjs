/** Runs in the page: waits until no colour or place is on its way any more. What turns for ever is not waited for. */
export async function still() {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const rootsOf = (root) => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsOf(shadowRoot) : [])),
  ];
  const moving = () =>
    rootsOf(document)
      .flatMap((root) => root.getAnimations())
      .filter(
        ({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime < Infinity,
      );
  do {
    // What is asked for anew, as by the page's other colours, begins in the next frame.
    await frame();
    await frame();
    await Promise.allSettled(moving().map(({ finished }) => finished));
  } while (moving().length > 0);
}
