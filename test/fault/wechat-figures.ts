import { type Figure, figure } from './figures.ts'
import { malformedMessages } from './wechat-malformed.ts'

const MALFORMED = 10_000
const MOST_GROWTH_MB = 50

/** Messages of every wrong shape, from the puppet. */
export const wechatFigures: readonly Figure[] = [
  figure(
    'wechat-malformed',
    (_dir, pick) => malformedMessages(MALFORMED, pick),
    ({ wrong, uncaught, alive, growthMb }) => wrong + uncaught === 0 && alive && growthMb < MOST_GROWTH_MB,
  ),
]
