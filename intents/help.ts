import { hasTarget } from '../src/dialogue/question.ts'
import { defineIntent, HELP_TOPICS, type HelpTopic, type Intent } from '../src/intent.ts'
import { hintActions } from '../src/replies/not-understood.ts'

/** Sentences shown under each heading. */
const SHOWN = 4

export const help = defineIntent({
  name: 'help',
  summary: '看我能做什么，如“帮助”“帮助 报送”',
  examples: ['帮助', '你能做什么', '怎么用'],
  asks: ['help'],
  aboutTasks: false,
  aside: true,
  when: (question) => !hasTarget(question) || topicAsked(question.reading.text) !== undefined,
  run: ({ intents, access, question, index }) => {
    const shown = intents.filter(({ aside, needs }) => aside !== true && (!needs || access.administrator)).toReversed()
    const under = (topic: HelpTopic): Intent[] => shown.filter((intent) => topicOf(intent) === topic)
    const asked = topicAsked(question.reading.text)
    if (asked !== undefined && under(asked).length > 0)
      return { text: [`${asked}可以这样说：`, ...helpLines(under(asked))].join('\n') }
    const topics = HELP_TOPICS.filter((topic) => under(topic).length > 0)
    return {
      text: [
        '我是督办助手，依据已导入的台账回答，可以这样说：',
        ...topics.map((topic) => `【${topic}】${sentences(under(topic))}`),
        `全部说法请回复：${topics.map((topic) => `帮助${topic}`).join('、')}`,
      ].join('\n'),
      actions: [...hintActions(index), ...topics.map((topic) => ({ label: topic, say: `帮助${topic}` }))],
    }
  },
})

/** The heading that an intent stands under. */
export const topicOf = ({ topic, needs }: Intent): HelpTopic => topic ?? (needs ? '督查室' : '查询')

const HOW = '(?:应该?|要|该)?(?:怎么|如何|咋)'
const HOW_TO_REPORT = new RegExp(
  `^(?:报?进展|进度|任务|情况)?${HOW}(?:填?报|报送|上报|反馈)(?:进展|进度|情况)?[?？。]*$`,
)
const HOW_REMINDED = new RegExp(`^(?:提醒)?${HOW}(?:设置|设|关闭?|关掉|改|取消)(?:提醒)?[?？。]*$`)

/** 帮助报送, 怎么用 提醒, 进展怎么报. */
const topicAsked = (text: string): HelpTopic | undefined => {
  if (HOW_TO_REPORT.test(text)) return '报送'
  if (HOW_REMINDED.test(text)) return '提醒'
  const [, rest] = /^(?:帮助|怎么用|使用说明)[\s:：]*(.{1,4})$/.exec(text) ?? []
  return HELP_TOPICS.find((topic) => topic === rest || (topic === '督查室' && rest === '管理'))
}

const sentences = (intents: readonly Intent[]): string =>
  intents
    .flatMap(({ examples }) => examples[0] ?? [])
    .filter((sentence) => sentence.length > TELLS_LITTLE)
    .slice(0, SHOWN)
    .join('；')
/** 还有吗 shows nothing to somebody who has not asked yet. */
const TELLS_LITTLE = 4

/** One line an intent: what it does, and a sentence that gets it. */
export const helpLines = (intents: readonly Pick<Intent, 'summary' | 'examples'>[]): string[] =>
  intents.map(({ summary, examples }) => `· ${summary}，如“${examples[0] ?? ''}”`)
