import { readHeading } from '../columns/column-roles.ts'
import type { Section } from './outline.ts'
import type { Paragraph } from './paragraphs.ts'

const LABEL = /^([\p{Script=Han}（）()]{2,14})[：:]/u
const RESPONSIBLE = ['units', 'lead', 'office']

const roleOf = ({ marker, children }: Section): string | null => {
  const label = children.length > 0 ? undefined : LABEL.exec(marker?.rest ?? '')?.[1]
  return label === undefined ? null : (readHeading(label)?.role.kind ?? null)
}

/** 1.整治目标：… 2.责任单位：… 3.完成时限：…: numbered items that are the fields of the task above them, and no tasks. */
const areFields = (items: readonly Section[]): boolean => {
  const roles = items.map(roleOf)
  return (
    roles.length > 1 && roles.every((role) => role !== null) && roles.some((role) => RESPONSIBLE.includes(role ?? ''))
  )
}

const kindOf = (text: string): string | null => {
  const label = LABEL.exec(text)?.[1]
  return label === undefined ? null : (readHeading(label)?.role.kind ?? null)
}

const namesWho = ({ text }: Paragraph): boolean => RESPONSIBLE.includes(kindOf(text) ?? '')

/**
 * 整改措施： 1.… 2.… 责任单位：…: items listed under a field of the task above them, whose further fields follow the last
 * item: the list is a part of that task too.
 */
const areListed = ({ body, children }: Section): boolean => {
  const opens = body.at(-1)?.text ?? ''
  const last = children.at(-1)
  return (
    /[：:]$/u.test(opens) &&
    kindOf(opens) === 'text' &&
    last?.children.length === 0 &&
    last.body.some(namesWho) &&
    !children.slice(0, -1).some((child) => child.body.some(namesWho))
  )
}

const paragraphsOf = ({ text, line, body, children }: Section): Paragraph[] => [
  { text, line },
  ...body,
  ...children.flatMap(paragraphsOf),
]

/** Makes numbered fields, and lists inside a field, paragraphs of the section that they belong to. */
export const foldFields = (section: Section): void => {
  if (areFields(section.children)) {
    section.body.push(
      ...section.children.flatMap(({ marker, text, line, body }) => [{ text: marker?.rest ?? text, line }, ...body]),
    )
    section.children = []
  } else if (areListed(section)) {
    section.body.push(...section.children.flatMap(paragraphsOf))
    section.children = []
  }
  for (const child of section.children) foldFields(child)
}
