import { expect, test } from '@jest/globals'
import { placesOfNames } from '../../src/matching/places-of-names.ts'

test.each<[string[], string[]]>([
  [['澜江市平川区教育要点'], ['澜江', '平川']],
  [['2024年东岭省营商环境清单'], ['东岭']],
  [['云岭彝族自治州重大项目任务分解表'], ['云岭']],
  [['青岩土家族苗族自治县整改清单'], ['青岩']],
  [['贵州农村公路任务清单'], ['贵州']],
  [['东岭省营商环境清单', '医改任务分工'], []],
  [[], []],
])('%j', (names, places) => expect(placesOfNames(names)).toEqual(places))
