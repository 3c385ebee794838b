import Fuse from 'fuse.js'
import type { Task } from '../../src/domain/index.ts'

/** What Fuse.js takes at most of a pattern in one go. */
const LONGEST = 32

/**
 * A fuzzy search over the same tasks as a developer would set it up: the fields that people name, anywhere in the text,
 * a little stricter than the default, the best hundred.
 */
export const fuseScan = (tasks: readonly Task[]): ((text: string) => unknown) => {
  const fuse = new Fuse(tasks, {
    keys: [
      { name: 'title', weight: 2 },
      { name: 'content', weight: 1 },
      { name: 'lead', weight: 2 },
      { name: 'cooperating', weight: 1 },
    ],
    ignoreLocation: true,
    threshold: 0.4,
  })
  return (text) => fuse.search(text.slice(0, LONGEST), { limit: 100 })
}
