const YEAR = /^(?:关于印发)?[《“]?(?:\d{4}年度?)?(?:中共)?/
const PLACE = /^([\u4e00-\u9fff]{2,4}?)(?:省|市|县|区|自治州|自治区|州|旗)/

/**
 * The places that the titles of ledgers begin with: 北京市西城区…方案 → 北京, 西城. None where a title has no place: what such
 * a ledger is of is not known, and no body can be said to be of another place.
 */
export const placesOfNames = (names: Iterable<string>): string[] => {
  const places = new Set<string>()
  for (const name of names) {
    let rest = name.replace(YEAR, '')
    const before = rest
    for (let match = PLACE.exec(rest); match; match = PLACE.exec(rest)) {
      places.add(match[1] as string)
      rest = rest.slice(match[0].length)
    }
    if (rest === before) return []
  }
  return [...places]
}
