import type { Incoming } from '../../../src/adapter.ts'
import { formText, type ReplyForm } from '../../../src/reply.ts'
import type { Home } from '../options.ts'
import { formId, pressedIn, readMeaning } from '../press.ts'
import { FIELD } from '../render/form.ts'
import { meant, type Pressed } from './action.ts'
import { conversationOf } from './conversation.ts'
import { fieldsIn, idIn, isFields, nameIn, textIn, tsIn } from './shape.ts'

/** What has to be known when a form is handed in: what was pressed, and where. What was there at first is not. */
export const rememberForm = ({ meaning, message }: Pressed, form: ReplyForm, team: string | null): string => {
  const fields = form.fields.map(({ initial: _, ...field }) => field)
  const { id, thread, only } = message.conversation
  return JSON.stringify({
    meaning: { ...meaning, form: { ...form, fields } },
    channel: id.slice(id.indexOf('/') + 1),
    team,
    thread,
    only,
    about: message.about,
    below: pressedIn(message.id) ?? undefined,
  })
}

/** What was filled in, by the place of its field. */
const filledIn = (view: unknown, { fields }: ReplyForm): Record<number, string> => {
  const state = fieldsIn(fieldsIn(view, 'state'), 'values')
  const found: Record<number, string> = {}
  for (const [place, { options = [] }] of fields.entries()) {
    const given = fieldsIn(fieldsIn(state, String(place)), FIELD)
    const chosen = textIn(fieldsIn(given, 'selected_option'), 'value')
    const words =
      chosen === null ? (textIn(given, 'value') ?? textIn(given, 'selected_date')) : options[Number(chosen)]?.say
    if (words) found[place] = words
  }
  return found
}

/**
 * A form handed in, as the message that says what was filled in. One that is handed in twice is the same message.
 * @param now the payload has no time of its own
 */
export const readForm = (body: unknown, home: Home, now: Date): Incoming | null => {
  const view = fieldsIn(body, 'view')
  const [viewId, metadata] = [idIn(view, 'id'), textIn(view, 'private_metadata')]
  const user = idIn(fieldsIn(body, 'user'), 'id')
  const name = nameIn(fieldsIn(body, 'user'), 'username')
  let kept: unknown = null
  try {
    kept = JSON.parse(metadata ?? 'null')
  } catch {
    return null
  }
  const meaning = readMeaning(fieldsIn(kept, 'meaning'))
  const channel = idIn(kept, 'channel')
  if (!isFields(kept) || viewId === null || user === null || channel === null || !meaning?.form) return null
  const about = nameIn(kept, 'about')
  const place = { thread: tsIn(kept, 'thread'), only: idIn(kept, 'only') === null ? null : user }
  return {
    id: formId(viewId, tsIn(kept, 'below')),
    conversation: conversationOf(channel, idIn(kept, 'team'), home, place),
    sender: { id: user, ...(name === null ? {} : { name }) },
    text: formText(meaning.form, filledIn(view, meaning.form)),
    addressed: true,
    at: now.toISOString(),
    ...(about === null ? {} : { about }),
    ...meant(meaning),
  }
}
