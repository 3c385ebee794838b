import type { Message, ReplyCard } from '../reply.ts'

/** 牵头：市财政局. */
const FACT = /^([^\s：，。；]{2,10})：(.+)$/s
/** A further line of the fact above it. */
const GOES_ON = /^　+/
const BODIES = new Set(['要求', '原文', '内容'])
const NOTES = new Set(['依据', '疑点', '提示', '附件', '回复'])

/**
 * One thing as text and as a card that says the same: lines of the form 牵头：市财政局 are its facts, 要求 its text, and
 * what is no fact stands small below.
 */
export const cardMessage = ({
  before = [],
  title,
  lines,
}: {
  before?: readonly string[]
  title: string
  lines: readonly string[]
}): Required<Pick<Message, 'text' | 'card'>> => {
  const fields: { label: string; value: string }[] = []
  const notes: string[] = []
  let body: ReplyCard['body'] = null
  for (const line of lines) {
    const last = fields.at(-1)
    const [, label = '', value = ''] = FACT.exec(line) ?? []
    if (GOES_ON.test(line) && last) last.value += `\n${line.replace(GOES_ON, '')}`
    else if (label === '' || NOTES.has(label)) notes.push(line)
    else if (body === null && BODIES.has(label)) body = { label, text: value }
    else fields.push({ label, value })
  }
  return {
    text: [...before, title, ...lines].join('\n'),
    card: { ...(before.length > 0 ? { before: before.join('\n') } : {}), title, fields, body, notes },
  }
}
