import { type Item, isCue } from './items.ts'
import type { Ask } from './reading.ts'

/** 你都会些什么, 能查啥: what can be asked of the bot. The whole message. */
const ABLE =
  /^(?:请问|那|那么)?(?:你|您|你这个?|这个?)?(?:机器人|小?助手|系统|工具|东西)?(?:都|到底|究竟|具体|主要|还|现在|一共)*(?:会|能|可以|支持|懂|有)(?:给我|帮我|帮忙|帮着|为我)?(?:做|干|查|问|办|搞|答|回答|提供|看|处理|解答|实现|完成|支持)*(?:到|出|询)?(?:点|些|一些|的)?(?:什么|啥|哪些|哪几样|什么样的?)(?:样?的?(?:功能|问题|内容|信息|东西|事情?|本事|服务|能力|用处|用))?(?:啊|呢|呀|吗|的|来着)*[?？。.]*$/
/** 我该怎么提问, 怎么跟你说. The whole message. */
const HOW =
  /^(?:请问|那|那么)?(?:我|我们|咱们?|具体|大家|这个?(?:机器人|助手|系统|东西|工具)?)?(?:应该|应|该|要|得|想|可以|能)*(?:怎么|怎样|如何|咋|咋样)(?:来|去|才能|跟你|和你|向你|对你|给你)*(?:提问题?|发问|问|用|使用|查|查询|操作|说|聊|沟通|交流|对话)(?:你|您|才对|才好|比较好|这个|这个?系统|机器人|助手|问题|任务|台账|一下)*(?:啊|呢|呀|吗|的|好)*[?？。.]*$/

/** 都有啥, 有哪些: of what was spoken of. */
const WHAT_THERE_IS = /^(?:都|还|一共)*有(?:些|点)?(?:什么|啥|哪些|哪几样)[啊呢呀]?[?？。.]*$/

export const asksForHelp = (text: string): boolean => (ABLE.test(text) && !WHAT_THERE_IS.test(text)) || HOW.test(text)

const TALK = ['thanks', 'greeting', 'farewell', 'noted'] as const satisfies readonly Ask[]
const PARTICLES = /^[\s\p{P}\p{S}的了吗呢吧啊呀么嘛哦嗯啦哈嘿呗大家各位您你]*$/u

/** 谢谢, 你好, 好的收到: a courtesy and nothing else; null for anything that says more. */
export const readSmallTalk = (items: readonly Item[], text: string): Ask | null => {
  let at = 0
  for (const item of items) {
    if (!isCue(item, 'filler', ...TALK) || !PARTICLES.test(text.slice(at, item.from))) return null
    at = item.to
  }
  if (!PARTICLES.test(text.slice(at))) return null
  return TALK.find((ask) => items.some((item) => isCue(item, ask))) ?? null
}
