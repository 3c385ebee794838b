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

/** The objects of the list in a field. */
export const listIn = (value: unknown, key: string): Fields[] => {
  const found = isFields(value) ? value[key] : undefined
  return Array.isArray(found) ? found.filter(isFields) : []
}

const TS = /^\d{1,11}\.\d{1,9}$/

/** The instant that a message's `ts` names (seconds since 1970, made unique), as ISO 8601; null where it is none. */
export const instantOf = (ts: string): string | null =>
  TS.test(ts) ? new Date(Math.round(Number(ts) * 1000)).toISOString() : null
