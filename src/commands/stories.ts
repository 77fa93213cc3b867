import type { Recording } from '../recording/recording.ts';

/** The stories that can be walked, in the order they are: the tag of each is its id. */
export const storyIds: readonly string[] = ['tutorial', 'console-backend-to-backend', 'portal-web', 'tls'];

/** The recordings in the order of the stories; others after them, as they came. */
export function inStoryOrder(recordings: readonly Recording[]): Recording[] {
  const place = ({ id }: Recording) => (storyIds.includes(id) ? storyIds.indexOf(id) : storyIds.length);
  return recordings.toSorted((a, b) => place(a) - place(b));
}

/** The story that says what is needed of the IdP beyond the default; it is left out of a run that does not give it. */
export const needsTls = 'tls';
