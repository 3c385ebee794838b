import { fold } from './fold.ts'

/**
 * Where each UTF-16 unit of a normalised text stands in what was written, so that words can be quoted as they were
 * written; null where that cannot be told.
 */
export const alignmentOf = (written: string, normalised: string): readonly number[] | null => {
  const folded = fold(written)
  if (folded === normalised) return Array.from(normalised, (_, place) => place)
  const places: number[] = []
  let at = 0
  for (const unit of normalised.split('')) {
    while (at < folded.length && folded[at] !== unit && !(unit === ' ' && /\s/.test(folded[at] as string))) at++
    if (at === folded.length) return null
    places.push(at++)
  }
  return places
}
