import type { Rule } from './page.ts'

/** Lines as near as this are one: drawn cell by cell, doubled, or in thin rectangles. */
const NEAR = 3

/** Puts lines together that are drawn in pieces, so that each stands for one border. */
export const joinRules = (rules: readonly Rule[]): Rule[] => {
  const tracks: { at: number; pieces: Rule[] }[] = []
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const track = tracks.at(-1)
    if (track && rule.at - track.at <= NEAR) track.pieces.push(rule)
    else tracks.push({ at: rule.at, pieces: [rule] })
  }
  return tracks.flatMap(({ at, pieces }) => {
    const joined: Rule[] = []
    for (const { from, to } of pieces.sort((a, b) => a.from - b.from)) {
      const last = joined.at(-1)
      if (last && from - last.to <= NEAR) last.to = Math.max(last.to, to)
      else joined.push({ at, from, to })
    }
    return joined
  })
}

const within = (value: number, { from, to }: Rule): boolean => value >= from - NEAR && value <= to + NEAR

/** Borders that touch each other: those of one table. */
export interface Borders {
  level: Rule[]
  upright: Rule[]
}

/** Parts the lines of a page into those that belong together. Lines that cross no other belong to no table. */
export const bordersOf = (level: readonly Rule[], upright: readonly Rule[]): Borders[] => {
  const waiting = new Set<Rule>(upright)
  const open = new Set<Rule>(level)
  const touching = (a: Rule, others: Iterable<Rule>): Rule[] =>
    [...others].filter((b) => within(b.at, a) && within(a.at, b))
  const found: Borders[] = []
  for (const start of level) {
    if (!open.delete(start)) continue
    const borders: Borders = { level: [start], upright: [] }
    const ahead: { rule: Rule; isLevel: boolean }[] = [{ rule: start, isLevel: true }]
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      const { rule, isLevel } = next
      const others = isLevel ? waiting : open
      for (const other of touching(rule, others)) {
        others.delete(other)
        ;(isLevel ? borders.upright : borders.level).push(other)
        ahead.push({ rule: other, isLevel: !isLevel })
      }
    }
    if (borders.upright.length > 0 && borders.level.length > 1) found.push(borders)
  }
  return found
}

/** The places of lines, those that are nearly the same once, in order. */
export const placesOf = (values: readonly number[]): number[] => {
  const places: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) if (value - (places.at(-1) ?? -100) > NEAR) places.push(value)
  return places
}

/** Whether one of the lines at a place runs past a point. */
export const passes = (rules: readonly Rule[], at: number, point: number): boolean =>
  rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from <= point && point <= rule.to)
