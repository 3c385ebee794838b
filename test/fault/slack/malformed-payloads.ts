import { FORM_ID } from '../../../adapters/slack/render/form.ts'
import { SHORTCUT } from '../../../adapters/slack/surface.ts'
import type { Payloads } from '../../helpers/slack/payloads.ts'

type Fields = Record<string, unknown>
/** Picks one of so many, from 0. */
export type Pick = (n: number) => number

const deep = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)

/** What may stand in a field that Slack documents otherwise. */
const VALUES: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => 0,
  () => -1,
  () => 1e308,
  () => true,
  () => '',
  () => ' ',
  () => '\u0000\u0007\u001b[31m',
  () => '\ud800 半个字符 \udfff',
  () => '\u202e倒序\u2066\u200b零宽\ufeff',
  () => '长'.repeat(200_000),
  () => '<@U0BOT>'.repeat(5_000),
  () => '<'.repeat(50_000),
  () => '&lt;'.repeat(20_000),
  () => '<!channel|<https://evil.example|点这里>>',
  () => '../../../etc/passwd',
  () => '__proto__',
  () => 'constructor',
  () => '99999999999999999999.1',
  () => '-1.000000',
  () => '0.0',
  () => '1e9',
  () => [],
  () => [null],
  () => ['C0GROUP'],
  () => Array.from({ length: 2_000 }, () => ({ id: 'F1' })),
  () => ({}),
  () => ({ toString: null, valueOf: 7 }),
  () => JSON.parse('{"__proto__":{"type":"message"},"constructor":{"prototype":1}}'),
  () => deep(2_000),
]

/** What may stand in place of the whole. */
const WHOLE: readonly (() => string)[] = [
  () => '',
  () => 'null',
  () => 'true',
  () => '7',
  () => '"text"',
  () => '[]',
  () => '[{}]',
  () => '{',
  () => '{}}',
  () => 'NaN',
  () => '\ufeff{}',
  () => '{"type":"event_callback"}',
  () => '{"type":"url_verification"}',
  () => '{"type":"url_verification","challenge":{"a":1}}',
  () => '{"type":"app_rate_limited","minute_rate_limited":"x"}',
  () => '{"ssl_check":1}',
  () => '['.repeat(100_000),
  () => `{"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_001)}`,
]

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** The fields of a payload, with the object that each is in; none deeper than Slack nests. */
const placesIn = (value: unknown, depth = 6): { holder: Fields; key: string }[] =>
  isObject(value) && depth > 0
    ? Object.keys(value).flatMap((key) => [{ holder: value, key }, ...placesIn(value[key], depth - 1)])
    : []

const MEANT = {
  say: '补充',
  task: 'a1b2c3d4e5f6',
  form: { title: '补充', lead: '', fields: [{ label: '内容', kind: 'text' }] },
}
const FORM = JSON.stringify(MEANT)
const MODAL = {
  id: 'V0MODAL',
  type: 'modal',
  callback_id: FORM_ID,
  private_metadata: JSON.stringify({ meaning: MEANT, channel: 'D0ALICE', team: null }),
}

/** Good payloads of every kind, afresh. */
const goodPayload = (payloads: Payloads, pick: Pick): Fields => {
  const file = { id: 'F1', name: '台账.csv', mimetype: 'text/csv', mode: 'hosted', size: 10 }
  const make = [
    () => payloads.direct('帮助'),
    () => payloads.direct('', { files: [file] }),
    () => payloads.mention('第3项谁牵头', { thread: '1714957200.000100' })[0],
    () => payloads.inChannel('好的', { event: { attachments: [{ is_share: true, text: '共2项' }] } }),
    () => payloads.command('list 集采'),
    () => payloads.press({ type: 'button', action_id: 'all/0', block_id: '0/k1', value: '更多' }),
    () => payloads.press({ type: 'static_select', action_id: 'alone/1', selected_option: { value: '第1项' } }),
    () => payloads.openHome(),
    () => payloads.shortcut('方案已印发', SHORTCUT),
    () => payloads.press({ type: 'button', action_id: 'all/0', block_id: '0/k1', value: FORM }),
    () => payloads.submit(MODAL, { 0: { type: 'plain_text_input', value: '已印发' } }),
  ][pick(11)]
  return structuredClone(make?.() ?? {})
}

/** Something that is like what Slack sends, and in one to three places is not. */
export const malformedPayload = (payloads: Payloads, pick: Pick): Fields => {
  const payload = goodPayload(payloads, pick)
  for (let times = 1 + pick(3); times > 0; times--) {
    const places = placesIn(payload)
    const place = places[pick(places.length)]
    if (place) place.holder[place.key] = VALUES[pick(VALUES.length)]?.()
  }
  return payload
}

/** A body or frame that need not even be JSON. `whole` gives what it might have been. */
export const malformedText = (whole: () => string, pick: Pick): string => {
  const way = pick(4)
  if (way === 0) return WHOLE[pick(WHOLE.length)]?.() ?? ''
  const text = whole()
  if (way > 1) return text
  // cut off, or with something in it that was not there
  const at = pick(text.length + 1)
  return pick(2) === 0 ? text.slice(0, at) : `${text.slice(0, at)}${'\u0000"}{,'[pick(5)]}${text.slice(at)}`
}
