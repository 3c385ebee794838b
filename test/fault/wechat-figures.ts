import type { Figure } from './figures.ts'
import { malformedMessages } from './wechat-malformed.ts'

const MALFORMED = 10_000
const MOST_GROWTH_MB = 50

export const wechatFigures: readonly Figure[] = [
  {
    name: 'wechat-malformed',
    run: async (_dir, pick) => {
      const counts = await malformedMessages(MALFORMED, pick)
      const { wrong, uncaught, alive, growthMb } = counts
      return { counts: { ...counts }, sound: wrong + uncaught === 0 && alive && growthMb < MOST_GROWTH_MB }
    },
  },
]
