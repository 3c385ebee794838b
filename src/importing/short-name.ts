import { dataFile } from '../data.ts'

interface ShortNameWords {
  kinds: Record<string, string>
  /** Subjects that hold a filler. */
  keep: string[]
  fillers: string[]
}

const load = dataFile<ShortNameWords>('short-names.json')

const LONGEST_NAME = 8
/** What a longer subject is cut to: two words of two characters. */
const CUT_SUBJECT = 4
/** A place or an organ at the beginning, and not 质量强县; 省、市 also in the middle of a list of places. */
const PLACE =
  /^(?:[\p{Script=Han}]{2,7}?(?<![强兴富名美])(?:省|自治区|特别行政区|自治州|地区|市|区|县|旗|州)){1,3}(?:人民政府|委员会)?(?:办公厅|办公室)?/u
const PLACES =
  /(?:[\p{Script=Han}]{2,3}(?<![强兴富名美])(?:省|(?<!城)市|县|区)(?=[和、与]|[\p{Script=Han}]{2}(?:省|市|县|区)?))/gu
const YEARS = /(?:20\d\d年?(?:\s*[-—－–~～至到]\s*(?:20)?\d\d年?)?(?:度)?|[一二三四五六七八九十〇]{4}年(?:度)?)/gu
const BRACKETS = /[（(〔[【“"][^）)〕\]】”"]*[）)〕\]】”"]|[《》]/gu

let fillers: RegExp | undefined
let kinds: [string, string][] | undefined

/** The piece that is named most often, the first of equals. */
const mostNamed = (pieces: readonly string[], title: string): string | undefined => {
  const times = (piece: string): number => title.split(piece).length - 1
  return pieces.reduce<string | undefined>(
    (best, piece) => (best === undefined || times(piece) > times(best) ? piece : best),
    undefined,
  )
}

/**
 * A short name for a ledger: its subject and the kind of document (…深化医改工作任务施工图 → 医改施工图), at most eight
 * characters or so.
 */
export const shortNameOf = (name: string): string => {
  const words = load()
  kinds ??= Object.entries(words.kinds).sort(([a], [b]) => b.length - a.length)
  fillers ??= new RegExp([...words.fillers].sort((a, b) => b.length - a.length).join('|'), 'gu')
  const year = /20\d\d年/u.exec(name)?.[0] ?? ''
  const title = name
    .replace(/^.{0,40}?关于(?:印发)?/u, '')
    .replace(BRACKETS, '')
    .replace(/\s/gu, '')
  const kind = kinds.find(([end]) => title.endsWith(end))
  if (!kind) return title.slice(0, LONGEST_NAME) || name.slice(0, LONGEST_NAME)
  const body = title.slice(0, -kind[0].length).replace(YEARS, '').replace(PLACE, '')
  const kept = words.keep.find((subject) => body.includes(subject))
  const pieces = body
    .replace(PLACES, '、')
    .split(fillers)
    .flatMap((piece) => piece.split(/[^\p{Script=Han}A-Za-z0-9+]+/u))
  const subject =
    kept ??
    mostNamed(
      pieces.filter((piece) => piece.length >= 2),
      title,
    )
  if (subject === undefined) return `${year}${kind[1].length < 3 ? '任务' : ''}${kind[1]}`
  return subject.length + kind[1].length <= LONGEST_NAME ? subject + kind[1] : subject.slice(0, CUT_SUBJECT) + kind[1]
}
