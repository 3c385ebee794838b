// Reports as fast as it can through the bot, several at once, and says `report N` on standard output once message N is
// acknowledged, until it is killed. It begins with messages that have been sent before, as a platform does that was
// not acknowledged.
import { writeSync } from 'node:fs'
import { assemble } from '../../../src/assemble.ts'
import { CHANGE } from '../../../src/domain/index.ts'
import { openStore } from '../../helpers/store.ts'

const AT_ONCE = 4
const AGAIN = 6
const TASKS = 10
const dir = process.argv[2] as string
const store = await openStore({ dir })
const bot = assemble(store)
let next = Math.max(0, store.entries(CHANGE).length - AGAIN)

const keepReporting = async (): Promise<never> => {
  for (;;) {
    const n = next++
    const reply = await bot.answer({
      id: `report-${n}`,
      conversation: { adapter: 'terminal', id: `room ${n % AT_ONCE}`, kind: 'direct' },
      sender: null,
      text: `第${1 + (n % TASKS)}项正在推进，已检查${n}家`,
      addressed: true,
      at: new Date(Date.UTC(2020, 0, 5) + n * 120_000).toISOString(),
    })
    if (!/^已记|已经登记过/.test(reply.text)) throw new Error(reply.text)
    writeSync(1, `report ${n}\n`)
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, keepReporting))
