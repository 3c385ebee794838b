// Slack's limits as its documents have them (https://docs.slack.dev/reference/block-kit), checked independently of the
// code that keeps them.

interface Element {
  type?: string
  text?: string | { text: string }
  action_id?: string
  value?: string
  placeholder?: { text: string }
  options?: { text: { text: string }; value: string }[]
}

export interface AnyBlock extends Element {
  block_id?: string
  fields?: { text: string }[]
  elements?: Element[]
  rows?: { type: string; text?: string }[][]
}

const between = (text: unknown, max: number): boolean =>
  typeof text === 'string' && text.length >= 1 && text.length <= max
const textOf = (text: Element['text']): unknown => (typeof text === 'object' ? text.text : text)

const selectProblem = ({ options = [], placeholder }: Element): string | null => {
  if (options.length < 1 || options.length > 100) return 'options'
  if (!between(placeholder?.text, 150)) return 'placeholder'
  return options.every(({ text, value }) => between(text.text, 75) && between(value, 150)) ? null : 'option'
}

const elementProblem = (element: Element): string | null => {
  if (!between(element.action_id, 255)) return 'action_id'
  if (element.type === 'static_select') return selectProblem(element)
  if (!between(textOf(element.text), 75)) return 'button text'
  return between(element.value, 2000) ? null : 'button value'
}

const actionsProblem = (elements: readonly Element[]): string | null => {
  if (elements.length < 1 || elements.length > 25) return 'actions'
  const ids = elements.map(({ action_id: id }) => id)
  if (new Set(ids).size < ids.length) return 'action_id twice'
  return elements.map(elementProblem).find((problem) => problem !== null) ?? null
}

const blockProblem = (block: AnyBlock): string | null => {
  const { elements = [], fields = [], rows = [] } = block
  if (block.block_id !== undefined && !between(block.block_id, 255)) return 'block_id'
  switch (block.type) {
    case 'header':
      return between(textOf(block.text), 150) ? null : 'header'
    case 'section':
      if (block.text === undefined && fields.length === 0) return 'empty section'
      if (block.text !== undefined && !between(textOf(block.text), 3000)) return 'section text'
      return fields.length <= 10 && fields.every(({ text }) => between(text, 2000)) ? null : 'fields'
    case 'context':
      return elements.length >= 1 && elements.length <= 10 && elements.every(({ text }) => between(text, 2000))
        ? null
        : 'context'
    case 'actions':
      return actionsProblem(elements)
    case 'table':
      if (rows.length < 1 || rows.length > 100) return 'rows'
      return rows.every((row) => row.length <= 20 && row.every(({ text }) => between(text, 4000))) ? null : 'cells'
    case 'rich_text':
    case 'divider':
      return null
    default:
      return `unknown block ${block.type}`
  }
}

interface Input {
  type?: string
  block_id?: string
  label?: { text: string }
  element?: Element & { max_length?: number }
}

export interface View {
  type?: string
  callback_id?: string
  private_metadata?: string
  title?: { text: string }
  submit?: { text: string }
  blocks?: Input[]
}

const inputProblem = ({ type, block_id: id, label, element = {} }: Input): string | null => {
  if (type !== 'input' || !between(id, 255) || !between(label?.text, 2000)) return 'input'
  if (!between(element.action_id, 255)) return 'action_id'
  const { options = [] } = element
  const sound = options.every(({ text, value }) => between(text.text, 75) && between(value, 150))
  if (element.type === 'static_select') return options.length >= 1 && options.length <= 100 && sound ? null : 'options'
  return ['plain_text_input', 'number_input', 'datepicker'].includes(element.type ?? '') ? null : 'element'
}

/** What is the matter with a modal; null where Slack takes it. */
export const modalProblem = ({
  title,
  submit,
  private_metadata: kept = '',
  blocks = [],
  ...view
}: View): string | null => {
  if (view.type !== 'modal' || !between(view.callback_id, 255)) return 'view'
  if (!between(title?.text, 24) || !between(submit?.text, 24)) return 'title'
  if (kept.length > 3000 || blocks.length < 1 || blocks.length > 100) return 'size'
  return blocks.map(inputProblem).find((problem) => problem !== null) ?? null
}

/** What Slack would say to the blocks of a message, and what of them is the matter; null where it takes them. */
export const blocksProblem = (blocks: readonly AnyBlock[]): { error: string; detail: string } | null => {
  if (blocks.length > 50) return { error: 'invalid_blocks', detail: 'more than 50' }
  if (JSON.stringify(blocks).length > 13_000) return { error: 'msg_blocks_too_long', detail: 'in all' }
  if (blocks.filter(({ type }) => type === 'table').length > 1)
    return { error: 'only_one_table_allowed', detail: 'tables' }
  const ids = blocks.flatMap(({ block_id: id }) => id ?? [])
  if (new Set(ids).size < ids.length) return { error: 'invalid_blocks', detail: 'block_id twice' }
  const detail = blocks.map(blockProblem).find((problem) => problem !== null)
  return detail ? { error: 'invalid_blocks', detail } : null
}
