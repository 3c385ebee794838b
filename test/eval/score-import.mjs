// Compares what `import` stored, as `export --format json` gives it, with the gold.
import path from 'node:path'
import { goldOf, ledgerIndex } from './cases.mjs'
import { fold, foldBare, list, sameSet } from './compare.mjs'
import { duban, ROOT, withDataFolder } from './program.mjs'

export const FIELDS = ['content', 'path', 'lead', 'cooperating', 'milestones', 'contacts']

const milestoneKey = (m) => `${m.due}|${m.recurs ?? null}|${Boolean(m.ongoing)}`
const sameMilestones = (a, b) => list(a).map(milestoneKey).sort().join() === list(b).map(milestoneKey).sort().join()

/** The right readings of a milestone list: the gold's, its alternatives, and a date with 并持续推进 as one milestone. */
const readings = (task) => {
  const lists = [task.milestones, ...(task.alt_milestones ?? [])]
  const other = task.milestones.filter((m) => m.due_alt)
  if (other.length) lists.push(task.milestones.map((m) => (m.due_alt ? { ...m, due: m.due_alt } : m)))
  const dated = task.milestones.filter((m) => m.due !== null)
  if (dated.length && dated.length < task.milestones.length)
    lists.push(dated.map((m, i) => (i === dated.length - 1 ? { ...m, ongoing: true } : m)))
  return lists
}

const sameContact = (got, gold) =>
  got.role === gold.role &&
  fold(got.name) === fold(gold.name) &&
  (got.phone ?? null) === gold.phone &&
  (gold.office === null || fold(got.office) === fold(gold.office))

const fieldsRight = (got, gold) => {
  const text = foldBare(gold.content_bare)
  // equals listed without saying who leads: any split of them is right
  const anySplit =
    /lead implied/.test(gold.note ?? '') && sameSet([...list(got.lead), ...list(got.cooperating)], gold.units)
  return {
    content: fold(got.content).includes(text.slice(0, 24)) && fold(got.content).includes(text.slice(-12)),
    path: list(gold.path).every((part) =>
      list(got.path).some((have) => fold(have).includes(fold(part)) || fold(part).includes(fold(have))),
    ),
    lead: anySplit || sameSet(got.lead, gold.lead),
    cooperating: anySplit || sameSet(got.cooperating, gold.cooperating),
    milestones: readings(gold).some((reading) => sameMilestones(got.milestones, reading)),
    contacts: list(gold.contacts).every((c) => list(got.contacts).some((d) => sameContact(d, c))),
  }
}

/**
 * Pairs each gold row with the task that has its text, at most once, and says what is wrong with it.
 * @returns {{rows: {no: string, found: boolean, wrong: string[]}[], extra: object[]}}
 */
export const compareLedger = (gold, tasks) => {
  const left = new Set(tasks)
  const rows = gold.tasks.map((row) => {
    const start = foldBare(row.content_bare).slice(0, 20)
    const got =
      [...left].find((task) => foldBare(task.content).startsWith(start)) ??
      [...left].find((task) => fold(task.content).includes(start))
    if (!got) return { no: row.no, found: false, wrong: ['not found'] }
    left.delete(got)
    const right = gold.outline ? {} : fieldsRight(got, row)
    return { no: row.no, found: true, wrong: FIELDS.filter((field) => right[field] === false), got }
  })
  return { rows, extra: [...left] }
}

/**
 * Scores every document of the index, each in a store of its own. Outlines are scored by their rows only.
 * @returns {{name: string, outline: boolean, rows: object[], extra: object[], complaint: string | null}[]}
 */
export const scoreImport = () =>
  Object.entries(ledgerIndex()).map(([name, { document }]) =>
    withDataFolder((data) => {
      const gold = goldOf(name)
      const imported = duban(['import', path.join(ROOT, document), '--data', data, '--json'])
      const exported = duban(['export', '--format', 'json', '--data', data, '--now', '2020-01-05T09:00:00+08:00'])
      let tasks = []
      let complaint = imported.code === 0 ? null : `import ended with ${imported.code}: ${imported.complaint}`
      try {
        tasks = JSON.parse(exported.out)
      } catch {
        complaint ??= `export ended with ${exported.code} and no JSON: ${exported.complaint}`
      }
      return { name, outline: Boolean(gold.outline), ...compareLedger(gold, tasks), complaint }
    }),
  )
