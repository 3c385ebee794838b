import type { Role } from '../domain/index.ts'

/** What is said about people and what they may do. JSON. */
export type Management =
  /** 停用联络员甲, 恢复联络员甲. */
  | { kind: 'disable' | 'enable'; who: string }
  /** 把联络员乙设为单位领导. */
  | { kind: 'role'; who: string; role: Role }
  /** 联络员甲出差，这两周由联络员乙代; `period` in the sender's words, or empty. */
  | { kind: 'deputy'; who: string; deputy: string; period: string }
  /** 联络员甲回来了. */
  | { kind: 'return'; who: string }
  /** 绑定了哪些人. */
  | { kind: 'list' }

const ASKS = /[?？]|[吗呢么]$|谁|怎么|如何|能不能|什么/
const DISABLE =
  /^(?:请|麻烦|把|将)*(?:停用|禁用|注销|停掉|取消)(?:一下)?(.{2,30}?)的?(?:绑定|权限|账号|帐号|访问)?(?:权限)?了?$/
const DISABLE_AFTER = /^(?:请|麻烦|把|将)*(.{2,30}?)(?:的(?:绑定|权限|账号|帐号))?(?:停用|禁用|注销)(?:掉|了)?$/
const ENABLE = /^(?:请|麻烦|把|将)*(?:恢复|启用|重新启用)(.{2,30}?)的?(?:绑定|权限|账号|帐号)?$/
const ROLE =
  /^(?:请|麻烦|把|将)*(.{2,30}?)(?:设为|设成|设置为|改为|改成|调整为|变更为)(管理员|督查室管理员|单位领导|分管领导|领导|联络员|成员)$/
const ROLES: Readonly<Record<string, Role>> = {
  管理员: 'administrator',
  督查室管理员: 'administrator',
  单位领导: 'leader',
  分管领导: 'leader',
  领导: 'leader',
  联络员: 'liaison',
  成员: 'member',
}
const FOR_ME =
  '(?:来|去)?(?:代(?:替|班|报|办|理|管|我|为)*|替(?:我|一下)?|顶(?:一下|班|替)?|负责)(?:一下|报送|办理|工作|我)?'
const DEPUTY = new RegExp(`^.*(?:找|由|请(?!假)|让|委托|安排)([^,，。;；]{1,16}?)(?:同志)?(?:帮我?|给我)?${FOR_ME}$`)
/** What keeps somebody away. */
const AWAY = /出差|休假|请假|年假|休息|外出|学习|培训|生病|住院|产假|公出|不在|挂职|代|替/
const SELF = /^(?:我|本人|自己)/
const RETURN =
  /^(?:(.{2,16}?))?(?:我)?(?:(?:已经?)?回来了|(?:已经?)?销假了?|返岗了?|取消代(?:理|报|办)|不(?:用|需要|再)(?:.{2,16}?)代(?:报|理|办|班)?了?)(?:[,，].{0,20})?$/
const PEOPLE = '(?:人员?|联络员|同志|用户|账号|单位)'
const LIST = [
  /^(?:看看|查看|列出|列一下)?(?:已经?)?(?:绑定|登记)(?:了|的)?(?:哪些|有哪些|的?)?(?:人员?|联络员|名单|情况)+(?:有哪些|名单|情况|列表)?$/,
  /^(?:人员|绑定|联络员绑定)(?:名单|列表|清单|情况)$/,
  new RegExp(
    `^(?:现在|目前|系统里?|一共|总共|都)*(?:有|是)?(?:谁|哪些${PEOPLE}?|多少${PEOPLE}|几个${PEOPLE})(?:已经?|都|还)*(?:绑定|登记)(?:过|了|的)?$`,
  ),
  new RegExp(`^(?:现在|目前|系统里?|一共|总共|都)*(?:已经?)?(?:绑定|登记)(?:过|了)?(?:哪些|多少|几个)${PEOPLE}$`),
  /^(?:系统|机器人|助手|平台)(?:里|里面|上|中)?(?:现在|目前)?(?:都)?(?:有|绑定了)(?:哪些|多少|几个)(?:人员?|联络员|用户|账号)$/,
  new RegExp(
    `^(?:还有?)?(?:哪些|哪几[个家]|谁|多少)${PEOPLE}?(?:都|还|至今)*(?:没有?|未|尚未)(?:有?人)?(?:来|去)?(?:绑定|登记)(?:的|过|上)?$`,
  ),
  /^(?:谁是|哪些人是|都有谁是)(?:督查室|系统|本系统|助手)?的?管理员$|^(?:督查室|系统|本系统)?的?管理员(?:都)?(?:是谁|有谁|有哪些|名单|是哪位|是哪些人)$/,
]

const PERIOD_SPLIT = /[,，。;；]/

/** 本人7月1日到10日出差，由联络员乙代: the words in which a time may stand. */
const periodIn = (text: string, deputy: string): string =>
  text
    .split(PERIOD_SPLIT)
    .map((part) => part.replace(deputy, ''))
    .join('，')

const subjectOf = (text: string): string | null => {
  if (SELF.test(text)) return null
  const before =
    /^(.{2,16}?)(?:同志)?(?:本周|这[一两三]?[周个]|下周|今天|明天|近期|最近|要|将|因|去|在|\d|[一二三四五六七八九十]+[月天周号日]|出差|休假|请假|外出|培训|学习|生病|公出|不在|期间|的工作)/.exec(
      text,
    )?.[1]
  return before === undefined || /[找由请让]|^这|^从|^下/.test(before) ? null : before
}

/** Reads what a message says about people's access; null where it says nothing of it. */
export const readManagement = (text: string): Management | null => {
  const bare = text.replace(/[。.!！~ ]+$/, '')
  if (bare.length > 60) return null
  const listed = bare.replace(/[?？]$/, '')
  if (LIST.some((pattern) => pattern.test(listed))) return { kind: 'list' }
  if (ASKS.test(bare)) return null
  const deputy = DEPUTY.exec(bare)?.[1]
  const absent = subjectOf(bare)
  // whoever is away oneself says so as a wish about reminders
  if (deputy !== undefined && absent !== null && AWAY.test(bare))
    return { kind: 'deputy', who: absent, deputy, period: periodIn(bare, deputy) }
  const returned = RETURN.exec(bare)
  const [, whose] = returned ?? []
  if (whose !== undefined && !SELF.test(whose)) return { kind: 'return', who: whose }
  const [, named, role] = ROLE.exec(bare) ?? []
  if (
    named !== undefined &&
    role !== undefined &&
    ROLES[role] !== undefined &&
    !/[项条]|单位$|部门$|时限|任务/.test(named)
  )
    return { kind: 'role', who: named, role: ROLES[role] }
  const off = /停用|禁用|注销|停掉|取消.*(?:绑定|权限|账号|帐号)/.test(bare)
    ? (DISABLE.exec(bare)?.[1] ?? DISABLE_AFTER.exec(bare)?.[1])
    : undefined
  if (off !== undefined && !/提醒|本群|该群|这个群/.test(off)) return { kind: 'disable', who: off }
  const on = /绑定|权限|账号|帐号|启用|停用|恢复/.test(bare) ? ENABLE.exec(bare)?.[1] : undefined
  return on !== undefined && !/[项条]|任务|提醒|办理|推送/.test(on) ? { kind: 'enable', who: on } : null
}
