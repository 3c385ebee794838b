import type { types } from '@slack/bolt'
import type { ReplyAction } from '../../../src/reply.ts'
import { actionId, blockId, valueOfPress } from '../press.ts'
import { type Block, plain } from './blocks.ts'
import { fill } from './fill.ts'
import { clean, oneLine } from './text.ts'

const BUTTON_VALUE = 2_000
const OPTION_VALUE = 150
const LABEL = 75
const PLACEHOLDER = 150
const OPTIONS = 100
/** Slack allows 25; more than a handful beside each other is no choice any more. */
const IN_A_ROW = 5
/** Of the options of one select, so that other elements fit beside it. */
const SELECT_SIZE = 6_000

type Element = types.Button | types.StaticSelect

const label = (text: string, max = LABEL): types.PlainTextElement => plain(oneLine(clean(text)), max)

const button = (action: ReplyAction, place: number): Element => ({
  type: 'button',
  action_id: actionId(action, place),
  text: label(action.label),
  value: valueOfPress(action),
  ...(action.style ? { style: action.style } : {}),
})

/** Selects that together have all the actions of a group. */
const selects = (name: string, actions: readonly ReplyAction[], place: number): Element[] => {
  const options = actions.map((action) => ({ text: label(action.label), value: valueOfPress(action) }))
  return fill(options, OPTIONS, SELECT_SIZE).map((list, i) => ({
    type: 'static_select',
    action_id: actionId({ private: actions.some((action) => action.private) }, place + i),
    placeholder: label(name, PLACEHOLDER),
    options: list,
  }))
}

/** What a select of this group may show; what is too long for it is a button. */
const fitsSelect = (action: ReplyAction): boolean =>
  action.group !== undefined && action.form === undefined && valueOfPress(action).length <= OPTION_VALUE

/**
 * Buttons and selects about a message: the one that is answered above them. The order is that of the actions; a group stands where its
 * first one does.
 */
export const actionBlocks = (actions: readonly ReplyAction[], about: string): Block[] => {
  const elements: Element[] = []
  const groups = new Set<string>()
  // Slack takes no empty value and none that is longer; such a thing can be typed
  const sayable = actions
    .map((action) => ({ ...action, say: clean(action.say) }))
    .filter((action) => action.say !== '' && valueOfPress(action).length <= BUTTON_VALUE)
  for (const action of sayable) {
    const { group = '' } = action
    if (!fitsSelect(action)) elements.push(button(action, elements.length))
    else if (!groups.has(group)) {
      groups.add(group)
      const members = sayable.filter((other) => other.group === group && fitsSelect(other))
      elements.push(...selects(group, members, elements.length))
    }
  }
  return fill(elements, IN_A_ROW).map((row, i) => ({ type: 'actions', block_id: blockId(about, i), elements: row }))
}
