import type { Incoming, IncomingFile, Unreadable } from '../../../src/adapter.ts'
import { type Fields, idIn, listIn, nameIn, textIn } from './shape.ts'

const MEDIA: readonly (readonly [RegExp, Unreadable])[] = [
  [/^audio\//, 'voice'],
  [/^image\//, 'image'],
  [/^video\//, 'video'],
]

/** Deleted, or beyond what the workspace keeps. */
const GONE = new Set(['tombstone', 'hidden_by_limit'])

const mediumOf = (file: Fields): Unreadable | undefined => {
  // a voice clip recorded in Slack is a film without pictures
  if (textIn(file, 'subtype') === 'slack_audio') return 'voice'
  const type = textIn(file, 'mimetype') ?? ''
  return MEDIA.find(([pattern]) => pattern.test(type))?.[1]
}

/** The files of a message; a recording or picture sent without a word is what cannot be read. */
export const readFiles = (event: Fields, text: string): Pick<Incoming, 'files' | 'unreadable'> => {
  const files = listIn(event, 'files').filter((file) => !GONE.has(textIn(file, 'mode') ?? ''))
  const first = files[0]
  if (first === undefined) return {}
  const medium = mediumOf(first)
  const mere = text === '' && medium !== undefined && files.every((file) => mediumOf(file) !== undefined)
  if (mere && medium !== 'image') return { unreadable: medium }
  const readable = files.flatMap((file): IncomingFile[] => {
    const id = idIn(file, 'id')
    if (id === null) return []
    const size = typeof file.size === 'number' ? file.size : null
    return [{ name: nameIn(file, 'name') ?? nameIn(file, 'title') ?? id, size, ref: id }]
  })
  // a picture may go with a report
  return { ...(mere ? { unreadable: medium } : {}), ...(readable.length > 0 ? { files: readable } : {}) }
}
