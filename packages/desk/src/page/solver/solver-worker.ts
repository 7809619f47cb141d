/** Forms groups beside the page, so that the page answers while the solver works. */
import { messageOf } from '@maths-hubs/sdk/evidence';
import { formGroups } from '@maths-hubs/sdk/groups';
import type { SolverAnswer, SolverQuestion } from './messages.js';

addEventListener('message', ({ data }: MessageEvent<SolverQuestion>) => {
  void formGroups(data.schools, data.specialists, data.rules)
    .then(
      (plan): SolverAnswer => ({ plan }),
      (error: unknown): SolverAnswer => ({ fault: messageOf(error) }),
    )
    .then((answer) => postMessage(answer));
});
