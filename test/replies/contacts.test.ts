import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Contact, maskPhone } from '../../src/domain/index.ts'
import { contactsOfRoles, distinctContacts, visibleContacts } from '../../src/replies/contacts.ts'

const contact = (role: string, name: string, phone: string | null = '13800000000'): Contact => ({
  role,
  name,
  office: null,
  phone,
})

const LEADER = contact('分管领导', '甲')
const OFFICE = contact('责任处室负责人', '乙')
const HANDLER = contact('承办人', '丙')
const LIAISON = contact('上报联络员', '丁')
const ALL = [LEADER, OFFICE, HANDLER, LIAISON]

describe('a phone that is masked', () => {
  test.each([
    ['13800001234', '138****1234'],
    ['010-88881234', '010****1234'],
    ['8888123', '888****8123'],
    ['88881', '*****'],
    ['', ''],
  ])('%s: %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked))

  test('cannot be called', () => {
    const phones = fc.stringMatching(/^1[3-9]\d{9}$/)
    fc.assert(fc.property(phones, (phone) => expect(maskPhone(phone)).toMatch(/^\d{3}\*{4}\d{4}$/)))
  })
})

test('without entitlement every phone is masked, and what there is not stays away', () => {
  const seen = visibleContacts([HANDLER, contact('联络员', '戊', null)], false)
  expect(seen.map(({ name, phone }) => [name, phone])).toEqual([
    ['丙', '138****0000'],
    ['戊', null],
  ])
  expect(visibleContacts(ALL, true)).toEqual(ALL)
})

describe('contacts of a kind', () => {
  test.each<[string, string[], string]>([
    ['in general: who does the work or reports on it', [], '丙丁'],
    ['by column', ['分管领导'], '甲'],
    ['by a part of the column’s name', ['责任处室'], '乙'],
    ['who reports', ['联络员'], '丁'],
    ['of two columns', ['分管领导', '承办人'], '甲丙'],
  ])('%s', (_, roles, names) => {
    expect(
      contactsOfRoles(ALL, roles)
        .map(({ name }) => name)
        .join(''),
    ).toBe(names)
  })

  test('in general, where nobody does the work: whoever can be called', () => {
    expect(contactsOfRoles([LEADER, contact('责任处室负责人', '己', null)], [])).toEqual([LEADER])
  })
})

test('the same person is named once, under each office held', () => {
  const liaison = contact('联络员', '丙')
  expect(distinctContacts([HANDLER, liaison, { ...HANDLER }, liaison])).toEqual([HANDLER, liaison])
})
