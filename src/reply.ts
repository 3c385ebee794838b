import type { Contact, Task } from './domain/index.ts'

/** What the bot asks back for before it goes on. */
export type Need = 'unit' | 'task' | 'date' | 'ledger' | 'confirmation' | 'identity'

/** A list in columns, for a channel that can show them. */
export interface ReplyTable {
  /** What stands above the columns: the answer's first line. */
  before: string
  /** What the list is taken from and as of when, small. */
  basis?: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  /** What stands below: notes, and what can be answered. */
  after: string
}

/** One thing to be filled in. */
export interface FormField {
  label: string
  /** One line, several, a whole number from 0 to 100, one of `options`, a day, or what names a task. */
  kind: 'line' | 'text' | 'percent' | 'choice' | 'day' | 'task'
  /** Of a choice: what is shown, and what choosing it says. */
  options?: readonly { label: string; say: string }[]
  /** What is said before and behind what was filled in: 进度…%. */
  before?: string
  behind?: string
  initial?: string
  optional?: boolean
}

/** What is asked for before something is said, for a channel that can show a form. */
export interface ReplyForm {
  title: string
  /** How what is said begins: 报进展：. */
  lead: string
  fields: readonly FormField[]
}

/**
 * Something that can be done next, as a button where the channel has buttons. Whatever pressing it does, it does as a
 * message that says so.
 */
export interface ReplyAction {
  label: string
  /** What pressing it means: as if the person had said this about the answer it stands under. */
  say: string
  /** Asked for first, where the channel can; `say` is then what the form says. */
  form?: ReplyForm
  /** Id of the task that is meant, whatever was spoken of since. */
  task?: string
  /** Id of the person that is meant, `channel:id`. */
  person?: string
  /**
   * What it hangs on: `question`, it answers what is asked here, only while that waits and only for whom was asked;
   * `answer`, it goes on from this answer (更多), only while that is known. It stands by itself where this is left out.
   */
  refers?: 'question' | 'answer'
  /** One of several of a kind (看详情 of each row): they go into one select under this name. */
  group?: string
  /** The one that is expected next, or one that cannot be undone. */
  style?: 'primary' | 'danger'
  /** The answer is for the one who pressed it alone. */
  private?: boolean
}

/** What a form says, from what was filled in by the place of its field; empty where nothing was. */
export const formText = ({ lead, fields }: ReplyForm, filledIn: Readonly<Record<number, string>>): string => {
  let said = ''
  for (const [place, { kind, before = '', behind = '' }] of fields.entries()) {
    const words = filledIn[place]?.trim() ?? ''
    if (words === '') continue
    const named = kind === 'task' && /^\d+$/.test(words) ? `第${words}项` : words
    said += `${said === '' || said.endsWith('：') ? '' : '；'}${before}${named}${behind}`
  }
  return said === '' ? '' : `${lead}${said}`
}

/** One thing with its facts, for a channel that shows fields side by side. */
export interface ReplyCard {
  /** What is said above it: a yes or no, a remark. */
  before?: string
  title: string
  fields: readonly { label: string; value: string }[]
  /** The long text of it, whole. */
  body: { label: string; text: string } | null
  /** Sources and doubts, small. */
  notes: readonly string[]
}

/** Rows under headings (a date, a state), for a channel that can set them apart. */
export interface ReplySection {
  heading: string
  lines: readonly { label: string; text: string; note: string | null }[]
}

/** A file that goes with an answer. */
export interface ReplyFile {
  name: string
  /** Base64. */
  content: string
  /** What a picture shows, for whoever cannot see it. */
  alt?: string
}

/** What a channel shows. `text` always stands by itself; the rest says the same for channels that show more than text. */
export interface Message {
  /** What a person would read, in Chinese, one phone screen. */
  text: string
  /** The same list as in `text`, with the same numbers; left out where there is none. */
  table?: ReplyTable
  card?: ReplyCard
  sections?: readonly ReplySection[]
  actions?: readonly ReplyAction[]
  file?: ReplyFile
  /** One line that what was pressed becomes, now that it has been answered, for a channel that can change what it has sent. */
  settled?: string
}

/** An answer, free of any channel. */
export interface Reply extends Message {
  /** Name of the intent that answered; `unknown`, or `silent` with an empty text. */
  intent: string
  /** Every task the answer is about, in the order in which `text` lists them, not only the page shown. */
  tasks: readonly Task[]
  /** Number of tasks; differs from `tasks.length` only where the answer is a bare number. */
  total: number
  /** The responsible units that the answer names, where it was asked who. */
  units: readonly string[]
  /** The dates that the answer names, `YYYY-MM-DD`, where it was asked when. */
  dates: readonly string[]
  /** Likewise, already cut down to what the sender may see. */
  contacts: readonly Contact[]
  needs: Need | null
  /** Whole phone numbers may stand in it: whoever gets it is entitled to them. */
  phones?: boolean
}

/** What of a reply goes out to the channel. */
export const messageOf = ({ text, table, card, sections, actions, file, settled }: Reply): Message => ({
  text,
  ...(table ? { table } : {}),
  ...(card ? { card } : {}),
  ...(sections ? { sections } : {}),
  ...(actions ? { actions } : {}),
  ...(file ? { file } : {}),
  ...(settled ? { settled } : {}),
})
