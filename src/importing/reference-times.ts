const YEAR = '(?:19|20)\\d\\d年?(?:度|底|末|年底|同期|水平|实际|数)*'
const SPAN = `(?:19|20)\\d\\d年?度?(?:\\s*(?:至|到|[—–－~～-]{1,2})\\s*(?:20)?\\d\\d年?度?)?`
const MADE =
  '(?:制定|制订|拟定|拟订|编制|编印|起草|修订|印发|出台|发布|公布|下发|形成|草拟)(?:出台|印发|实施|发布|下发|并|好|完善)*'
const PAPER = '(?:方案|计划|规划|要点|清单|目录|意见|办法|细则|报告|白皮书|公报|年鉴|名单|措施|台账|指南)'

/**
 * Times in a text that are nobody's deadline: names of documents and their numbers; the year that something is measured
 * against (比2020年下降, 在2020年基础上, 从2020年的10%); the year a paper to be drawn up is for (制定2024—2026年行动计划);
 * what tells which things are meant (2023年底前建成的项目).
 */
const REFERENCES: readonly RegExp[] = [
  /《[^》]*》|[〔[（(]\s*20\d\d\s*[〕\]）)]\s*\d*\s*号?/gu,
  new RegExp(`[比较](?:上年|${YEAR})`, 'gu'),
  new RegExp(`[与同跟和](?:上年|${YEAR})(?=相比|比较|持平|基本持平|一致|比)`, 'gu'),
  new RegExp(`在${YEAR}(?=的?(?:水平)?基础上)`, 'gu'),
  new RegExp(`以${YEAR}(?=(?:数据)?(?:作为|为)(?:基期|基准|基数|基础))`, 'gu'),
  new RegExp(`[由从自]${YEAR}(?=的?[约近超]?\\d)`, 'gu'),
  new RegExp(
    `(?<=${MADE}(?:[^，。；：、\\d]{0,10}|　+[和及与]))${SPAN}(?=[^，。；：]{0,28}?${PAPER}(?:[，。；、]|并|及|和|等|$))`,
    'gu',
  ),
  /(?:19|20)\d\d年[^，。；：]{0,6}?(?:建成|在建|竣工|开工|批复|下达|立项|印发|出台|发布|签订|认定|实施|施行)(?:投用|使用|运行|以来)?的(?=\p{Script=Han})/gu,
  /20\d\d年(?=中央一号文件)/gu,
]

/** A text with such times blanked out, every other character at its place. */
export const withoutReferences = (text: string): string =>
  REFERENCES.reduce((rest, pattern) => rest.replace(pattern, (words) => '　'.repeat(words.length)), text)
