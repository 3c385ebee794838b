import { type Day, dayOf } from '../domain/index.ts'
import type { JournalEntry, StoreView } from '../store/store.ts'
import { defaultPolicy, type Lead, type Policy, type PolicyText, readLead, readPolicy } from './policy.ts'

// What people have said about reminders is kept in the journal, one entry a wish, with who said it, when and in which
// message; the state is what the entries add up to. It is no part of the snapshot: whoever puts a reminder off for three
// days must not make every index over the tasks be built anew, and the file's shape need not change. There are
// few of them, and they are kept: they say who stopped what, and when.

/** Kind of the journal's entries. */
export const SETTING = 'reminder-setting'

/** One wish. */
export type Setting =
  /** 启用提醒: from that day on the ledger's reminders are owed. */
  | { what: 'ledger'; ledger: string; on: boolean }
  /** 暂停推送, 恢复推送: of everything on every channel. */
  | { what: 'pushing'; on: boolean }
  /** Rules of a ledger, or of all where it is null. */
  | { what: 'policy'; ledger: string | null; policy: PolicyText }
  /** 暂缓三天, 这项别再提醒: `tasks` null means all, `until` null for good, and a day before today ends it. */
  | { what: 'snooze'; whom: string; tasks: readonly string[] | null; from?: Day; until: Day | null }
  /** 我回来了: ends what was put off whole for a time, and nothing else. */
  | { what: 'back'; whom: string }
  /** 提前7天提醒我. */
  | { what: 'lead'; whom: string; lead: string; on: boolean }
  /** 周末别发. */
  | { what: 'weekends'; whom: string; on: boolean }
  /** 订阅周报, 退订周报. */
  | { what: 'weekly'; whom: string; on: boolean }
  /** 发送: the leaders' digest of a Monday may go out. */
  | { what: 'release'; day: Day }
  /** 撤回刚才那批: messages by their keys. */
  | { what: 'recall'; keys: readonly string[] }
  /** Whether an old ledger is still worked on has been asked. */
  | { what: 'asked'; ledger: string }
  /** 明天上午九点提醒各牵头单位, confirmed. */
  | { what: 'nudge'; nudge: Nudge }
  /** All messages of a nudge are on their way. */
  | { what: 'nudged'; nudge: string }

/** A reminder that an administrator has ordered for a time. */
export interface Nudge {
  id: string
  /** ISO 8601. */
  at: string
  tasks: readonly string[]
  /** What is asked of the units (请于3月20日（周五）前反馈以下事项进展); empty where the usual is. */
  words: string
}

export interface SettingBody {
  /** Id of who said it; null is the local administrator. */
  by: string | null
  /** Names the message: it counts once. */
  message: string
  set: Setting
}

export interface Snooze {
  tasks: ReadonlySet<string> | null
  from: Day
  /** Null for good. */
  until: Day | null
}

/** What the wishes add up to. */
export interface Settings {
  /** Day from which each ledger's reminders are on, by its id. */
  readonly enabled: ReadonlyMap<string, Day>
  /** ISO 8601 of 暂停推送; null while pushing is on. */
  readonly pausedAt: string | null
  readonly snoozes: ReadonlyMap<string, readonly Snooze[]>
  readonly leads: ReadonlyMap<string, readonly Lead[]>
  readonly noWeekends: ReadonlySet<string>
  readonly weekly: ReadonlyMap<string, boolean>
  readonly released: ReadonlySet<Day>
  readonly recalled: ReadonlySet<string>
  readonly asked: ReadonlySet<string>
  readonly nudges: readonly Nudge[]
  /** The rules of a ledger. */
  policyOf(ledger: string): Policy
}

interface Draft {
  enabled: Map<string, Day>
  pausedAt: string | null
  snoozes: Map<string, Snooze[]>
  leads: Map<string, Lead[]>
  noWeekends: Set<string>
  weekly: Map<string, boolean>
  released: Set<Day>
  recalled: Set<string>
  asked: Set<string>
  nudges: Nudge[]
  policies: Map<string | null, PolicyText>
}

const withLead = (leads: readonly Lead[], { amount, unit }: Lead, on: boolean): Lead[] => {
  const others = leads.filter((lead) => lead.amount !== amount || lead.unit !== unit)
  return on ? [...others, { amount, unit }] : others
}

const apply = (draft: Draft, set: Setting, at: string): void => {
  switch (set.what) {
    case 'ledger':
      if (!set.on) draft.enabled.delete(set.ledger)
      else if (!draft.enabled.has(set.ledger)) draft.enabled.set(set.ledger, dayOf(new Date(at)))
      return
    case 'pushing':
      draft.pausedAt = set.on ? null : (draft.pausedAt ?? at)
      return
    case 'policy':
      draft.policies.set(set.ledger, { ...draft.policies.get(set.ledger), ...set.policy })
      return
    case 'snooze':
      draft.snoozes.set(set.whom, [
        ...(draft.snoozes.get(set.whom) ?? []).filter((before) => !isReplaced(before, set, dayOf(new Date(at)))),
        {
          tasks: set.tasks === null ? null : new Set(set.tasks),
          from: set.from ?? dayOf(new Date(at)),
          until: set.until,
        },
      ])
      return
    case 'back':
      draft.snoozes.set(
        set.whom,
        (draft.snoozes.get(set.whom) ?? []).filter(({ tasks, until }) => tasks !== null || until === null),
      )
      return
    case 'lead':
      draft.leads.set(set.whom, withLead(draft.leads.get(set.whom) ?? [], readLead(set.lead), set.on))
      return
    case 'weekends':
      if (set.on) draft.noWeekends.delete(set.whom)
      else draft.noWeekends.add(set.whom)
      return
    case 'weekly':
      draft.weekly.set(set.whom, set.on)
      return
    case 'release':
      draft.released.add(set.day)
      return
    case 'recall':
      for (const key of set.keys) draft.recalled.add(key)
      return
    case 'asked':
      draft.asked.add(set.ledger)
      return
    case 'nudge':
      draft.nudges.push(set.nudge)
      return
    case 'nudged':
      draft.nudges = draft.nudges.filter(({ id }) => id !== set.nudge)
  }
}

/** Whether a later wish takes the place of an earlier one: it ends it, or reaches at least as far. */
const isReplaced = ({ tasks, until: before }: Snooze, set: Setting & { what: 'snooze' }, today: Day): boolean => {
  const { until } = set
  const reaches = until === null || until < today || (before !== null && before <= until)
  return reaches && set.from === undefined && isWithin(tasks, set.tasks)
}

/** Whether what was put off before is all of what is put off now. */
const isWithin = (before: ReadonlySet<string> | null, now: readonly string[] | null): boolean =>
  now === null || (before !== null && [...before].every((task) => now.includes(task)))

/** The wishes as they stand after all entries. */
export const readSettings = (entries: readonly JournalEntry[]): Settings => {
  const draft: Draft = {
    enabled: new Map(),
    pausedAt: null,
    snoozes: new Map(),
    leads: new Map(),
    noWeekends: new Set(),
    weekly: new Map(),
    released: new Set(),
    recalled: new Set(),
    asked: new Set(),
    nudges: [],
    policies: new Map(),
  }
  const messages = new Set<string>()
  for (const { at, body } of entries) {
    const { message, set } = body as SettingBody
    const once = `${message} ${JSON.stringify(set)}`
    if (!messages.has(once)) apply(draft, set, at)
    messages.add(once)
  }
  const policies = new Map<string, Policy>()
  let common: Policy | undefined
  return {
    ...draft,
    policyOf: (ledger) => {
      common ??= readPolicy(draft.policies.get(null) ?? {}, defaultPolicy())
      const own = draft.policies.get(ledger)
      if (own === undefined) return common
      const policy = policies.get(ledger) ?? readPolicy(own, common)
      policies.set(ledger, policy)
      return policy
    },
  }
}

const read = new WeakMap<readonly JournalEntry[], Settings>()

/** The wishes as a store has them; reckoned once for each state of its journal. */
export const settingsOf = (store: Pick<StoreView, 'entries'>): Settings => {
  const entries = store.entries(SETTING)
  const settings = read.get(entries) ?? readSettings(entries)
  read.set(entries, settings)
  return settings
}

export const settingEntry = (set: Setting, by: string | null, message: string, at: string): JournalEntry => ({
  kind: SETTING,
  at,
  body: { by, message, set } satisfies SettingBody,
})
