/** What a reply of `chat --json` carries, as far as the judge looks at it. */
export interface EvalReply {
  intent: string
  tasks: { content: string }[]
  total: number
  units: string[]
  dates: string[]
  contacts: { name: string; phone: string | null }[]
  needs: string | null
  text: string
}

export interface Expectation {
  tasks?: string[]
  must?: string[]
  within?: string[]
  tasksIfAny?: string[]
  total?: number
  units?: string[]
  dates?: string[]
  contacts?: { name: string; phone: string | null }[]
  needs?: string
  textHas?: string[]
  unknown?: boolean
}

const first = (words: string): string => words.split('|')[0] ?? ''

/** A reply that gives exactly what is expected. It shows that an expectation can be met. */
export const oracleReply = (expect: Expectation, gold: { key: string; content: string }[]): EvalReply => {
  const keys = expect.tasks ?? expect.must ?? expect.within ?? expect.tasksIfAny ?? []
  const tasks = gold.filter((task) => keys.includes(task.key)).map(({ content }) => ({ content }))
  return {
    intent: expect.unknown ? 'unknown' : 'list-tasks',
    tasks,
    total: expect.total ?? tasks.length,
    units: expect.units ?? [],
    dates: expect.dates ?? [],
    contacts: expect.contacts ?? [],
    needs: expect.needs === undefined ? null : first(expect.needs),
    text: (expect.textHas ?? []).map(first).join(' '),
  }
}
