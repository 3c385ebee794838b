import type { Person } from '../domain/index.ts'

const POSTS = /联络员|承办人|单位领导|分管领导|同志|老师|科长|处长|主任|局长/g

/**
 * The people whom words name: by the id of their channel, by name, by unit and name (省医保局联络员甲). One person may be bound
 * on several channels.
 */
export const findPeople = (words: string, people: readonly Person[]): Person[] => {
  const said = words.replace(/\s/g, '')
  const byId = people.filter(({ id }) => id === said)
  if (byId.length > 0) return byId
  const exact = people.filter(({ name }) => name === said)
  if (exact.length > 0) return exact
  const withUnit = people.filter(
    ({ name, units }) => said.endsWith(name) && units.some((unit) => said.startsWith(unit)),
  )
  if (withUnit.length > 0) return withUnit
  const bare = said.replace(POSTS, '')
  return bare === '' ? [] : people.filter(({ name }) => name.replace(POSTS, '') === bare || name === bare)
}

/** Whether they are all the same person under several channels: of the same name and units. */
export const areOne = (people: readonly Person[]): boolean =>
  new Set(people.map(({ name, units }) => JSON.stringify([name, [...units].sort()]))).size === 1
