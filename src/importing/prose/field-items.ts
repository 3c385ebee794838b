import { readHeading } from '../columns/column-roles.ts'
import type { Section } from './outline.ts'

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

/** Makes numbered fields paragraphs of the section that they belong to. */
export const foldFields = (section: Section): void => {
  if (areFields(section.children)) {
    section.body.push(
      ...section.children.flatMap(({ marker, text, line, body }) => [{ text: marker?.rest ?? text, line }, ...body]),
    )
    section.children = []
  }
  for (const child of section.children) foldFields(child)
}
