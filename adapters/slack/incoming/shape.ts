const TS = /^\d{1,11}\.\d{1,9}$/

export type Fields = Readonly<Record<string, unknown>>

/** What Slack sends is typed by its documents only: each field is looked at before it is believed. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object in a field; empty where there is none. */
export const fieldsIn = (value: unknown, key: string): Fields => {
  const found = isFields(value) ? value[key] : undefined
  return isFields(found) ? found : {}
}

/** The text in a field; null where it is missing, empty or no text. */
export const textIn = (value: unknown, key: string): string | null => {
  const found = isFields(value) ? value[key] : undefined
  return typeof found === 'string' && found !== '' ? found : null
}

const ID = /^[A-Za-z0-9]{1,64}$/

/** Slack's id of a channel, a person, a workspace or a file in a field; null where what stands there is none. */
export const idIn = (value: unknown, key: string): string | null => {
  const found = textIn(value, key)
  return found !== null && ID.test(found) ? found : null
}

/** The `ts` of a message in a field; null where what stands there is none. */
export const tsIn = (value: unknown, key: string): string | null => {
  const found = textIn(value, key)
  return found !== null && TS.test(found) ? found : null
}

const LONGEST_NAME = 255

/** What somebody or something is called in a field, and no more of it than a name has. */
export const nameIn = (value: unknown, key: string): string | null => textIn(value, key)?.slice(0, LONGEST_NAME) ?? null

/** The objects of the list in a field. */
export const listIn = (value: unknown, key: string): Fields[] => {
  const found = isFields(value) ? value[key] : undefined
  return Array.isArray(found) ? found.filter(isFields) : []
}

/** The instant that a message's `ts` names (seconds since 1970, made unique), as ISO 8601; null where it is none. */
export const instantOf = (ts: string): string | null =>
  TS.test(ts) ? new Date(Math.round(Number(ts) * 1000)).toISOString() : null
