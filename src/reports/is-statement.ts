import { cuePattern } from './words.ts'

const INTERROGATIVE =
  /[?？]|(?:[吗么嘛呢]|与否|[对是]吧)(?=[,，。;；!！]|$)|(?:没|没有|不)$|了没|谁|哪|什么|啥|怎么|咋|如何|何时|多少|几[项条件个家号天时月年次批成点]|是否|有无|多久|能否|可否/
/** 完成没完成, 是不是, 要不要; 动不动 and 不对不对 ask nothing. */
const EITHER = /(?<!不)([\u4e00-\u9fff]{1,2})(?:没有?|不)\1(?<!动不动|时不时)|可不可以/
/** 还早着呢, 还在办呢 tells. */
const STILL = /(?:着|[还正在][^,，。;；!！]{0,8})呢(?=[,，。;；!！]|$)/g
/** 完成了吧: wants to be told; 七成左右吧 tells, 可以销号了吧 asks for it. */
const PRESUMES = /(?<!(?:可以?|能|该)(?:予以)?(?:销号|办结|销|报结)了)(?<=[了的])吧(?=[,，。;；!！]|$)/
const LOOKS =
  /看看|看一?下|查[一下询看]|列(?:一?下|出|个|举|表|给)|说说|讲讲|说一下|告诉|介绍|给我|发我|发给|调出|显示|导出|统计|打印|提醒|催一下|催办|通知/
/** A message that ends so names something and says nothing. */
const NAMES = /(?:情况|进展|进度|状态|时限|期限|时间|清单|名单|原文|内容|联系人|电话|要求|的)$/
const NAMES_TASKS = /(?:任务|事项|工作|事情?)$|清单|名单|详细|内容|原文|时限|截止(?!\d|目前|今|本)|到期|负责|牵头|配合/
const TRANSFERS = /转(?:由|给|交)?[^,，。]{2,12}(?:牵头|负责|办理|承办)/g
const POLITE = /(?:能不能|能否|可否|可不可以|是否可以|是否能|可以不可以)(?:再)?(?:给|让|将|把)?(?:我们?)?/
const ANSWER_TO_ORDER =
  /已|实际|目前|完毕|申请|请求|恳请|我[局委厅办区县市们]|请(?:予以|领导|审|查收|查阅|批|准|协调|支持|求|示|同意)/

/** 能不能宽限两周 asks for it. */
const plainly = (text: string): string => {
  const bare = text.replace(cuePattern('', 'noNews'), '').replace(TRANSFERS, '')
  return POLITE.test(bare) && cuePattern('', 'extension').test(bare)
    ? bare.replace(POLITE, '').replace(/[?？]|吗(?=[,，。;；]|$)/g, '')
    : bare
}

/** 听说第3项完成了: whoever says so reports nothing. */
const HEARSAY = /^(?:我?听说|据说|听人说|好像|似乎|貌似)/

/** Whether a text wants to be told something rather than tells it. */
export const asks = (text: string): boolean => {
  const plain = plainly(text).replace(STILL, '')
  if (
    HEARSAY.test(plain) ||
    INTERROGATIVE.test(plain) ||
    EITHER.test(plain) ||
    LOOKS.test(plain) ||
    cuePattern('', 'conditional').test(plain)
  )
    return true
  return PRESUMES.test(plain) && !/\d%|[一二两三四五六七八九]成|分之|过半/.test(plain)
}

/** Whether a text only names something: 第5项完成情况; without a number also 已办结任务, 市医保局牵头的. */
export const names = (text: string, hasNumber: boolean): boolean => {
  const bare = text.replace(/[。.!！,，;；~ ]+$/, '')
  // 来源：电话 at the end of what was said
  const alone = !/[,，。;；:：]/.test(bare)
  if (alone && NAMES.test(bare.replace(cuePattern('', 'noNews'), ''))) return true
  // 请街道配合拆迁 behind what is said names none
  return !hasNumber && NAMES_TASKS.test(plainly(bare.replace(/(?<=[,，。;；])(?:请|需|望|商请|希望)[^,，。;；]*/g, '')))
}

/** 请尽快完成第3项: tells others what to do. */
export const isOrder = (text: string): boolean => cuePattern('^', 'orders').test(text) && !ANSWER_TO_ORDER.test(text)

const MEASURED = /\d[\d.]*(?:万|亿|千|百)?(?:余|多)?(?:%|[\u4e00-\u9fff]{1,3})?(?=[,，。;；]|$)/
const BOUND =
  /以上|以下|不少于|不低于|不超过|至少|最多|[前后]\d|\d{4}年|[前后内]$|\d(?:天|日|号|月|周)|到期|逾期|超期|率$/
/** 已更新, 提前封顶, 刚启动: something has come about. */
const CAME_ABOUT =
  /(?:已经?|提前|刚刚?|顺利|成功|全部|全面)(?:[\u4e00-\u9fff]{1,6})?(?:更新|封顶|启动|通报|公布|批复|获批|推开|铺开|上线|开通|贯通|运行|到位|审查|评审|发布|部署)(?:了|完毕)?(?=[,，。;；]|$)|通过[^,，。;；]{0,10}(?:审查|评审|验收|论证|审议)(?=[,，。;；]|$)|(?:在协调|在对接|在谈)(?=[,，。;；]|$)/

/** Whether a text tells facts of some work without claiming anything of it: 监管数据归集4200万条，模型17个. */
export const tellsFacts = (text: string): boolean =>
  CAME_ABOUT.test(text) ||
  (/[\u4e00-\u9fff]{4}/.test(text) && text.length >= 8 && MEASURED.test(text) && !BOUND.test(text))
