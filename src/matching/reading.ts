import type { Day, Recurrence } from '../domain/index.ts'
import type { UnitMention } from '../units/directory.ts'
import type { FileKind } from './file-wish.ts'
import type { NumberReference } from './number-reference.ts'

/** What a question asks for. Several may stand in one question (谁牵头，什么时候交). */
export type Ask =
  | 'who'
  | 'when'
  | 'days-left'
  | 'contact'
  | 'count'
  /** How much or how many of something that is no task (覆盖率要达到多少). */
  | 'quantity'
  | 'list'
  | 'which'
  | 'detail'
  | 'progress'
  | 'overview'
  | 'nearest'
  | 'furthest'
  | 'why'
  | 'help'
  | 'ledgers'
  | 'switch-ledger'
  | 'verify'
  | 'doubts'
  /** 以后…都算…. */
  | 'teach'
  | 'report'
  | 'withdraw'
  /** 1对 2改为6月底, after a list of doubts. */
  | 'settle-doubts'
  /** 撤销导入. */
  | 'undo-import'
  /** 确认, where nothing waits for it. */
  | 'confirm'
  /** 谁还没报. */
  | 'missing'
  /** 本周报送情况, 今天谁报了. */
  | 'received'
  /** 我是谁. */
  | 'who-am-i'
  /** 谁看过电话. */
  | 'phone-reads'
  /** 生成督查周报. */
  | 'circular'
  /** 本周新办结. */
  | 'newly-done'
  /** 第11项的进展历史. */
  | 'history'
  /** 第3项的附件. */
  | 'attachments'
  /** 今天跟我单位有关的事. */
  | 'my-day'
  /** 发好友码. */
  | 'invite'
  | 'waiting'
  | 'decide'
  /** 新增任务, 第3项时限改为…. */
  | 'edit'
  /** 我们不是牵头. */
  | 'object'
  | 'bind-person'
  /** 停用联络员甲, 这两周找联络员乙代. */
  | 'manage-people'
  | 'bind-group'
  | 'unbind-group'
  /** 打开群内通报. */
  | 'open-circular'
  | 'close-circular'
  /** 你怎么理解的. */
  | 'explain'
  /** 不对, by itself. */
  | 'wrong'
  /** None of the ledger's business (怎么报销, 天气). */
  | 'foreign'
  /** A yes or a no about one thing. */
  | 'whether'
  /** 谢谢, 你好, 再见, 好的: a courtesy and nothing else. */
  | 'thanks'
  | 'greeting'
  | 'farewell'
  | 'noted'
  /** Tasks in a file (导个表). */
  | 'file'
  | 'more'
  | 'previous-page'
  | ReminderAsk

/** What is wished of reminders, see `reminders/read-wish.ts`. */
export type ReminderAsk =
  | 'recall-reminders'
  | 'pause-pushing'
  | 'resume-pushing'
  | 'preview-reminders'
  | 'stop-reminders'
  | 'why-not-reminded'
  | 'why-reminded'
  | 'remind-earlier'
  | 'quiet-weekends'
  | 'snooze'
  | 'away'
  | 'subscribe-weekly'
  | 'sent-reminders'
  | 'start-report'
  | 'report-form'
  | 'fewer-reminders'
  | 'reminder-rules'
  | 'release-weekly'
  | 'weekly-figure'
  | 'draft-letter'
  | 'nudge-units'

/** How a yes or a no is asked for: of one thing (第5项是市医保局牵头吗), whether there is any (有逾期的吗), which of two. */
export type Whether = 'fact' | 'any' | 'either'

export type Role = 'any' | 'lead' | 'cooperating'

export type StatusWord =
  | 'overdue'
  | 'due-soon'
  | 'ongoing'
  | 'dated'
  | 'recurring'
  | 'done'
  | 'not-done'
  /** 已申请办结的, 延期过的, 中止的. */
  | 'under-review'
  | 'extended'
  | 'suspended'
  /** 有困难的: the last report says so. */
  | 'in-difficulty'

export interface AskedStatus {
  status: StatusWord
  negated: boolean
  /** For `recurring`: how often; left out where any recurrence is meant. Half-yearly tasks have two yearly dates. */
  every?: Recurrence | 'half-yearly'
}

export interface AskedUnit {
  mention: UnitMention
  role: Role
  /** 不是…的, 除…外. */
  negated: boolean
}

/** A condition on how many units a task has in a role: 只有一家负责, 没有配合单位, 配合单位最多. */
export interface UnitCount {
  role: Role
  /** Both inclusive; `most` is infinite where there is no upper end. */
  least: number
  most: number
  /** The tasks that have more, or fewer, than all others asked about. */
  extreme?: 'most' | 'fewest'
  /** The question's own words. */
  label: string
}

/** A stretch of time in which something is due, both days included. */
export interface Period {
  /** Null: from today on, or from ever where it looks back. */
  from: Day | null
  /** Null: without end. */
  to: Day | null
  /** The question's own words. */
  label: string
}

/** 第二个, 最后一个, 前三个: places in the list just given. */
export interface Selection {
  /** Places from 1; negative ones count from the end. */
  places: number[]
  /** 前N / 后N: so many from the beginning or, negative, from the end. */
  first?: number
  /** 前面那个, 后者: of what was just listed, never of the ledger. */
  relative?: true
  span: [number, number]
}

/** A word of a topic. */
export interface TopicWord {
  text: string
  /** A verb or adjective, or a word of official prose that says little: it narrows, but proves nothing. */
  slight: boolean
  /** A verb at the end of a noun that it makes another of (处方流转): where no text has it, the noun alone is not meant. */
  compound?: true
}

/** What is left of a question when everything else is taken out. */
export interface TopicWords {
  /** The words together, in their order. */
  text: string
  /** Words with a meaning of their own, stop words left out. */
  words: TopicWord[]
  /** What it calls a part of the ledger (要素保障 in 要素保障部分), bare; left out where it does not. */
  section?: string
}

/** How a message refers to what was said before. */
export interface FollowUp {
  /** 那…, …呢: the same question with one thing changed. */
  ellipsis: boolean
  /** 其中, 这些, 只要: within what was just listed. */
  narrow: boolean
  /** 换成. */
  replace: boolean
  /** 不是，我说的是…. */
  correct: boolean
  /** 清空条件: nothing of what was said before counts. */
  reset: boolean
  /** 下一项, 上一项: the neighbour of the task last spoken of. */
  step: 1 | -1 | 0
  /** 这项, 它. */
  focus: boolean
  /** 人社厅那项, 逾期的那个: one of those just listed, told by a condition. */
  thatOne: boolean
}

/** A message as it was understood by itself, before the dialogue is taken into account. */
export interface Reading {
  /** The normalised message, doubled verbs and vague times spelt out; positions are those in it. */
  text: string
  /** The normalised message with the office's sayings in the ledgers' words, otherwise as it was said. */
  said: string
  asks: ReadonlySet<Ask>
  /** Whether it asks for a yes or a no. */
  whether: Whether | null
  /** Which units 谁 asks for. */
  whoRole: Role
  /** A word says so (谁牵头, 配合单位); 谁还没动 has none. */
  roleAsked: boolean
  /** Column words (分管领导, 承办人 …) asked for by name; empty for 联系人 in general. */
  contactRoles: readonly string[]
  units: readonly AskedUnit[]
  /** `all`: a task must have every unit (共同的); `any`: one is enough. */
  unitsJoin: 'any' | 'all'
  /** A role that stands by itself (只要牵头的). */
  role: Role | null
  roleNegated: boolean
  /** 我们局, 本单位. */
  ownUnit: boolean
  unitCounts: readonly UnitCount[]
  /** Parts of a document, by number. */
  parts: readonly number[]
  periods: readonly Period[]
  /** The same times read otherwise, where they can be. */
  otherPeriods: readonly (readonly Period[])[]
  statuses: readonly AskedStatus[]
  numbers: readonly NumberReference[]
  selection: Selection | null
  /** Names of people that stand in the ledgers. */
  people: readonly string[]
  /** 王处长, where the ledgers have several of that surname: one of them. */
  titled: readonly string[]
  /** Ids of ledgers called by name. */
  ledgers: readonly string[]
  topic: TopicWords | null
  /** It speaks of several tasks (那两项), not of the one that fits best. */
  several: boolean
  /** It says what is to be done or speaks of tasks as such (要完成什么), so it can stand by itself. */
  complete: boolean
  follow: FollowUp
  /** The file that the tasks are wanted in; `all`: every task is meant, in so many words. */
  file?: { kind: FileKind; all: boolean }
  /** 以后X都算Y: what is said, and what is meant by it. */
  teaching: { said: string; meant: string } | null
  /** 秋收前要完成: what would have to be a date and was read as none. */
  event: string | null
  /** An impossible or unknown date (2月30日), in Chinese. */
  problems: readonly string[]
  /** The message with what was recognised replaced by placeholders: what examples are compared with. */
  shape: string
}
