// node-nlp trained on the examples of our intents, as its guide shows it, and on small talk for what is not its business.
import nodeNlp from 'node-nlp'

const SMALL_TALK = [
  '你好',
  '早上好',
  '谢谢，辛苦了',
  '今天中午吃什么',
  '明天会下雨吗',
  '给我讲个笑话',
  '会议室的钥匙在谁那里',
  '材料已发您邮箱，请查收',
  '身份证丢了怎么补办',
  '帮我写一首诗',
  '股票行情怎么样',
  '打印机又坏了',
]

/** What prints while it loads its dictionary is kept off standard output. */
const quietly = async (work) => {
  const { log } = console
  console.log = () => {}
  try {
    return await work()
  } finally {
    console.log = log
  }
}

/** @returns {Promise<(text: string) => Promise<{intent: string}>>} writes no file */
export const trainNodeNlp = async () => {
  const { intents } = await import('../../dist/intents/index.js')
  const manager = new nodeNlp.NlpManager({
    languages: ['zh'],
    forceNER: false,
    autoSave: false,
    autoLoad: false,
    nlu: { log: false },
  })
  for (const { name, examples } of intents) for (const text of examples) manager.addDocument('zh', text, name)
  for (const text of SMALL_TALK) manager.addDocument('zh', text, 'unknown')
  await quietly(() => manager.train())
  // its cheapest way to an intent: no entities, no sentiment, no answer
  return (text) => manager.classify('zh', text)
}
