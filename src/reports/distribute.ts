import type { ReportPart } from './read-report.ts'

const EACH = /分别|依次|各为|各是/
const SHARES = /(?<![\d.])(\d{1,3}(?:\.\d+)?)%/g

/** 课后服务和师德那两项: the same is said of each. */
const besides = (part: ReportPart): readonly ReportPart[] => {
  const { target } = part
  if (target.kind !== 'topic' || target.beside === undefined) return [part]
  return [...target.words, ...target.beside].map((name) => ({ ...part, target: { kind: 'topic', words: [name] } }))
}

/** 8、11、12项分别完成65%、40%、58%: to each number its own share. Anything else stays one part, of each that is named. */
export const distributed = (part: ReportPart): readonly ReportPart[] => {
  const { target, clauses } = part
  if (target.kind !== 'numbers' || target.numbers.length < 2) return besides(part)
  const place = clauses.findIndex(({ text }) => EACH.test(text))
  const each = clauses[place]
  if (each === undefined) return [part]
  // 65%、40%、58% may have been taken for clauses
  const shares = [
    ...clauses
      .slice(place)
      .map(({ text }) => text)
      .join('，')
      .matchAll(SHARES),
  ].map(([, share]) => Number(share))
  if (shares.length !== target.numbers.length) return [part]
  return target.numbers.map((number, at): ReportPart => {
    const percent = shares[at] as number
    const text = `进度${percent}%`
    const said = { ...each, percent, state: null, text, about: '', object: '' }
    return {
      ...part,
      target: { kind: 'numbers', numbers: [number] },
      claim: { ...part.claim, percent, state: null },
      clauses: [...clauses.slice(0, place), said],
      text,
    }
  })
}
