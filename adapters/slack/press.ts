import type { ReplyAction, ReplyForm } from '../../src/reply.ts'
import { type Fields, isFields, nameIn, textIn } from './incoming/shape.ts'

// What a button has to remember until it is pressed, which may be after a restart: what pressing it says, whom the
// answer is for, and which message it stood under. Slack keeps it in the ids and the value of the element.

/** Longest `action_id` and `block_id`. */
const LONGEST_ID = 255
const ALONE = 'alone'
const ALL = 'all'

/** Names one button or select within its block. */
export const actionId = ({ private: alone }: Pick<ReplyAction, 'private'>, place: number): string =>
  `${alone ? ALONE : ALL}/${place}`

/** Names one row of buttons. `about` is the message that they are about: the question answered above them. */
export const blockId = (about: string, row: number): string => {
  const id = `${row}/${about}`
  return id.length <= LONGEST_ID ? id : String(row)
}

/** What was pressed, as the ids have it. */
export const readIds = (action: string, block: string): { alone: boolean; about: string | null } => {
  const slash = block.indexOf('/')
  return { alone: action.startsWith(`${ALONE}/`), about: slash < 0 ? null : block.slice(slash + 1) }
}

const PRESS_ID = /^press:(\d+\.\d+):/
const FORM_ID = /^form:\w+:(\d+\.\d+)$/

/** Names a press as a message. What was pressed is found in it again when the answer goes out. */
export const pressId = (below: string | null, at: string, user: string): string => `press:${below ?? ''}:${at}:${user}`

/** Names a form handed in, which was opened from something pressed. */
export const formId = (view: string, below: string | null): string => `form:${view}${below === null ? '' : `:${below}`}`

/** Slack's name of the message that what was said was pressed in; null where nothing was. */
export const pressedIn = (id: string): string | null => (PRESS_ID.exec(id) ?? FORM_ID.exec(id))?.[1] ?? null

/** What pressing something means. */
export type Meaning = Pick<ReplyAction, 'say' | 'task' | 'person' | 'refers' | 'form'>

/** A meaning as the value of a button or an option: the words alone where they are all. */
export const valueOfPress = ({ say, task, person, refers, form }: Meaning): string =>
  task === undefined && person === undefined && refers === undefined && form === undefined && !say.startsWith('{')
    ? say
    : JSON.stringify({ say, task, person, refers, form })

const isForm = (form: Fields): boolean => Array.isArray(form.fields) && form.fields.every(isFields)

/** What Slack hands back is what was given to it; what is not of that kind means nothing. */
export const readValue = (value: string): Meaning | null => {
  if (!value.startsWith('{')) return { say: value }
  try {
    return readMeaning(JSON.parse(value))
  } catch {
    return null
  }
}

export const readMeaning = (kept: unknown): Meaning | null => {
  const say = textIn(kept, 'say')
  if (say === null || !isFields(kept)) return null
  const [task, person, refers] = [nameIn(kept, 'task'), nameIn(kept, 'person'), textIn(kept, 'refers')]
  return {
    say,
    ...(task === null ? {} : { task }),
    ...(person === null ? {} : { person }),
    ...(refers === 'question' || refers === 'answer' ? { refers } : {}),
    ...(isFields(kept.form) && isForm(kept.form) ? { form: kept.form as unknown as ReplyForm } : {}),
  }
}
