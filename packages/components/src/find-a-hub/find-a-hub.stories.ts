import './define.js';
import { storyOf } from '../foundation/example.js';
import { examples } from './examples.js';

export default { title: 'Find a hub', component: 'mh-find-a-hub' };

export const Empty = storyOf(examples.empty);
export const Typing = storyOf(examples.typing);
export const Looking = storyOf(examples.looking);
export const Slow = storyOf(examples.slow);
export const Found = storyOf(examples.found);
export const Ours = storyOf(examples.ours);
export const Likely = storyOf(examples.likely);
export const Several = storyOf(examples.several);
export const Question = storyOf(examples.question);
export const None = storyOf(examples.none);
export const NotInEngland = storyOf(examples.notInEngland);
export const Correction = storyOf(examples.correction);
export const Retired = storyOf(examples.retired);
export const Offline = storyOf(examples.offline);
export const ServiceDown = storyOf(examples.serviceDown);
export const Private = storyOf(examples.private);
export const OwnFile = storyOf(examples.ownFile);
export const Outline = storyOf(examples.outline);
export const RightToLeft = storyOf(examples.rightToLeft);
export const Dark = storyOf(examples.dark);
