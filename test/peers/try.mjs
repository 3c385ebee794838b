import { dateCases, isRight } from './date-cases.mjs'
import { dateReaders } from './date-peers.mjs'
import { keyOf } from './milestones.mjs'
const rs=await dateReaders()
for (const r of rs.slice(1)) for(const f of [null,'/work/shared/eval'])for(const c of dateCases(f)){ if(!r.claims(c.group))continue;const got=r.read(c.text,c.today);if(!isRight(c,got)&&got.length)console.log(r.name.slice(0,3),c.group,c.text,'|',c.readings[0].map(keyOf).join(' '),'|',got.map(keyOf).join(' '))}
