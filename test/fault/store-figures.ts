import { type Figure, figure } from './figures.ts'
import { killRounds } from './kill-rounds.ts'

/** A process that writes to the store is killed 200 times. */
export const storeFigures: readonly Figure[] = [
  figure(
    'store-kill',
    (dir, pick) => killRounds(dir, 200, pick),
    ({ lost, corrupt }) => lost + corrupt === 0,
  ),
]
