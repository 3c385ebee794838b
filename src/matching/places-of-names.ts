import { knownPlaceAt } from '../units/prefix.ts'

const YEAR = /^(?:关于印发)?[《“]?(?:\d{4}年度?)?(?:中共)?/
const PEOPLES =
  /(?:壮族|回族|苗族|彝族|藏族|侗族|瑶族|白族|傣族|黎族|水族|佤族|羌族|土族|满族|畲族|蒙古族?|维吾尔族?|哈萨克族?|柯尔克孜族?|土家族|布依族|朝鲜族|哈尼族|傈僳族|东乡族|仡佬族|拉祜族|纳西族|景颇族|撒拉族|独龙族|怒族|各族)+$/
const PLACE = /^([\u4e00-\u9fff]{2,4}?)(?:省|市|县|区|州|旗)|^([\u4e00-\u9fff]{2,12}?)自治[州县区旗]/

/**
 * The places that the titles of ledgers begin with: 北京市西城区…方案 → 北京, 西城; 浙江营商环境… → 浙江. None where a title has no place: what such
 * a ledger is of is not known, and no body can be said to be of another place.
 */
export const placesOfNames = (names: Iterable<string>): string[] => {
  const places = new Set<string>()
  for (const name of names) {
    let rest = name.replace(YEAR, '')
    const before = rest
    for (let match = PLACE.exec(rest); match; match = PLACE.exec(rest)) {
      // 恩施土家族苗族自治州 is also 恩施州
      places.add((match[1] ?? match[2] ?? '').replace(PEOPLES, ''))
      rest = rest.slice(match[0].length)
    }
    if (rest === before) {
      const known = knownPlaceAt(rest)
      if (known === null) return []
      places.add(known)
    }
  }
  return [...places]
}
