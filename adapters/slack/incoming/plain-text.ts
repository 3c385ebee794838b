const ENTITY = /<([^<>]*)>/g
const ESCAPES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }
const LEFT_BEHIND = /^[\s,，:：]+/

/** What a person sees of an entity's inside (https://docs.slack.dev/messaging/formatting-message-text). */
const seen = (inside: string): string => {
  const bar = inside.indexOf('|')
  const [target, label] = bar < 0 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)]
  switch (target[0]) {
    case '@':
      return label === '' ? '' : `@${label}`
    case '#':
      return label === '' ? '' : `#${label}`
    case '!':
      // <!date^…|what stands for it>, <!subteam^S1|@group>; <!here> and its like say nothing to the bot
      return target.includes('^') ? label : ''
    default:
      return label === '' ? target : label
  }
}

/** Whether a message's raw text mentions the user, in any place. */
export const mentions = (raw: string, userId: string): boolean =>
  raw.includes(`<@${userId}>`) || raw.includes(`<@${userId}|`)

/**
 * A message as it was typed, from the text that Slack makes of it: entities resolved, escapes undone, every mention
 * of the bot taken off. Of others the name stays where Slack gives it.
 */
export const plainText = (raw: string, botUserId: string): string => {
  const isBot = (inside: string): boolean => inside === `@${botUserId}` || inside.startsWith(`@${botUserId}|`)
  let first = true
  let led = false
  const text = raw
    .replace(ENTITY, (_, inside: string, at: number) => {
      if (first && isBot(inside) && raw.slice(0, at).trim() === '') led = true
      first = false
      return isBot(inside) ? '' : seen(inside)
    })
    .replace(/&(?:lt|gt|amp);/g, (found) => ESCAPES[found] as string)
    .replace(/[ \u00a0]{2,}/g, ' ')
    .trim()
  return led ? text.replace(LEFT_BEHIND, '') : text
}
