import type { types } from '@slack/bolt'
import type { FormField, ReplyForm } from '../../../src/reply.ts'
import { plain } from './blocks.ts'
import { clean, oneLine } from './text.ts'

// https://docs.slack.dev/reference/views/modal-views
const TITLE = 24
const LABEL = 2_000
const OPTION = 75
const TYPED = 3_000
const METADATA = 3_000

/** Names the one form that there is; what was filled in stands in its state by the place of the field. */
export const FORM_ID = 'duban-form'
/** Names the one element of each block. */
export const FIELD = 'value'

const option = (text: string, place: number): types.PlainTextOption => ({
  text: plain(oneLine(clean(text)), OPTION),
  value: String(place),
})

const elementOf = ({ kind, options = [], initial }: FormField): types.InputBlock['element'] => {
  const given = initial === undefined || initial === '' ? null : clean(initial)
  switch (kind) {
    case 'choice':
      return {
        type: 'static_select',
        action_id: FIELD,
        options: options.map(({ label }, place) => option(label, place)),
      }
    case 'percent':
      return { type: 'number_input', action_id: FIELD, is_decimal_allowed: false, min_value: '0', max_value: '100' }
    case 'day':
      return { type: 'datepicker', action_id: FIELD, ...(given === null ? {} : { initial_date: given }) }
    default:
      return {
        type: 'plain_text_input',
        action_id: FIELD,
        multiline: kind === 'text',
        max_length: TYPED,
        ...(given === null ? {} : { initial_value: given.slice(0, TYPED) }),
      }
  }
}

/**
 * A form as Slack shows it; null where it cannot keep what is to be remembered.
 * @param remember what has to be known when it is handed in
 */
export const renderForm = ({ title, fields }: ReplyForm, remember: string): types.ModalView | null =>
  remember.length > METADATA
    ? null
    : {
        type: 'modal',
        callback_id: FORM_ID,
        private_metadata: remember,
        title: plain(oneLine(clean(title)), TITLE),
        submit: plain('提交', TITLE),
        close: plain('取消', TITLE),
        blocks: fields.map((field, place) => ({
          type: 'input',
          block_id: String(place),
          label: plain(oneLine(clean(field.label)), LABEL),
          optional: field.optional === true,
          element: elementOf(field),
        })),
      }
