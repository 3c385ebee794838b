let places: number[] = []

/**
 * Places 0, 1, 2 … up to a length, and perhaps further: the way back from a text of which nothing was left out, which is
 * most of them. Every caller gets the same list.
 */
export const samePlaces = (length: number): readonly number[] => {
  if (places.length <= length) places = Array.from({ length: 2 * length + 100 }, (_, i) => i)
  return places
}
