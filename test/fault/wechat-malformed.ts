import type { payloads } from 'wechaty-puppet'
import type { Incoming } from '../../src/adapter.ts'
import { closePlatforms, createTime, openPlatform, settle } from '../adapters/wechat/platform.ts'
import { malformedEvent, malformedPayload } from './malformed-payloads.ts'
import { usedMegabytes } from './memory.ts'

export interface MalformedCounts {
  messages: number
  /** Passed on to the core, after all. */
  taken: number
  /** Of these, such as the core may not be handed. */
  wrong: number
  /** Rejections that nobody caught: each would end the process. */
  uncaught: number
  /** Whether a good message is still taken afterwards. */
  alive: boolean
  /** Growth of what is in use after a first tenth, garbage collected; how much more the process holds is V8's affair. */
  growthMb: number
}

const LONGEST_TEXT = 16_384

const isSound = ({ id, conversation, sender, text, at, quoted = '', files = [] }: Incoming): boolean =>
  [id, conversation.id, sender?.id].every((each) => typeof each === 'string' && each !== '') &&
  (conversation.kind === 'direct' || conversation.id === 'office@chatroom') &&
  [text, quoted, ...files.map(({ name }) => name)].every((each) => typeof each === 'string') &&
  text.length <= LONGEST_TEXT &&
  new Date(at).toISOString() === at

/** Hands the channel malformed messages, on a real Wechaty with its mock puppet. */
export const malformedMessages = async (count: number, pick: (n: number) => number): Promise<MalformedCounts> => {
  const counts = { messages: 0, taken: 0, wrong: 0, uncaught: 0, alive: false, growthMb: 0 }
  const onUncaught = (): void => void counts.uncaught++
  process.on('unhandledRejection', onUncaught)
  // an office in a hurry: look-ups that fail are asked for again at once
  const time = createTime()
  const timer = {
    after: (ms: number, run: () => void) => {
      const soon = ms <= 1_000 ? setImmediate(run) : null
      return () => void (soon && clearImmediate(soon))
    },
  }
  const platform = openPlatform({ time: { ...time, timer } })
  const { mocker, puppet } = platform
  try {
    await platform.begin(async (message) => {
      counts.taken++
      if (!isSound(message)) counts.wrong++
    })
    let before = usedMegabytes()
    for (; counts.messages < count; counts.messages++) {
      const id = `x${counts.messages}`
      if (pick(50) === 0) {
        puppet.emit('message', malformedEvent(pick) as never)
        puppet.emit('friendship', malformedEvent(pick) as never)
      } else {
        mocker.cacheMessagePayload.set(id, malformedPayload(pick, id) as payloads.Message)
        puppet.emit('message', { messageId: id })
      }
      if (counts.messages % 10 === 9) {
        await settle(40)
        // the mock keeps everything for ever
        mocker.cacheMessagePayload.clear()
      }
      if (counts.messages === Math.floor(count / 10)) before = usedMegabytes()
    }
    await settle(200)
    const taken = counts.taken
    await platform.say('还在吗')
    counts.alive = counts.taken === taken + 1
    counts.growthMb = Math.round(usedMegabytes() - before)
    return counts
  } finally {
    await closePlatforms()
    process.off('unhandledRejection', onUncaught)
  }
}
