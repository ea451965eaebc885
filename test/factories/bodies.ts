import type { Db } from '../../src/db/pool.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import type { Person } from '../client.ts'
import { anOrganisation, aPerson } from '../factory.ts'
import { luga } from '../regulations.ts'
import { anOffice } from './orders.ts'

const ofCouncil = (form: string) => `${form} учредителей`
export const council: Regulation['bodies']['further'][number] = {
  code: 'body1',
  name: 'Совет учредителей сети',
  short: {
    nominative: ofCouncil('совет'),
    genitive: ofCouncil('совета'),
    dative: ofCouncil('совету'),
    instrumental: ofCouncil('советом'),
    many: ofCouncil('советы'),
  },
  vote: null,
}

/** A territory whose statuses a third body gives, its people, and somebody who keeps its offices. */
export async function aThirdBody(db: Db, rule: Partial<Regulation['status']> = { grantedBy: 'body1' }) {
  const bodies = { ...luga.bodies, further: [council] }
  const status = { ...luga.status, ...rule }
  const there = await anOffice(db, '2021-01-28', { ...luga, bodies, status, examples: [] })
  const { territory } = there
  const councilId = await anOrganisation(db, territory, { fullName: council.name, shortName: 'Совет учредителей' })
  const post = { organisationId: councilId, kind: 'specialist' as const, title: 'секретарь совета' }
  const keeper = await aPerson(db, territory, { familyName: 'Ведущая', roles: ['administrator'] })
  const secretary = await aPerson(db, territory, { familyName: 'Секретарева', post })
  const chair = await aPerson(db, territory, {
    familyName: 'Председателева',
    post: { ...post, kind: 'head', title: 'председатель' },
  })
  return { ...there, councilId, keeper, secretary, chair }
}
type There = Awaited<ReturnType<typeof aThirdBody>>

/** What is typed into the form of its office. */
export const theOffice = ({ chair }: There) => ({
  numberForm: 'С-N',
  letterhead: 'Совет учредителей',
  signatoryId: chair,
  signatoryPost: 'Председатель совета',
})

/** Makes the office of the third body in the browser. */
export async function withOffice(keeper: Person, there: There): Promise<void> {
  await keeper.post('/offices/body1/organisation', { organisationId: there.councilId })
  await keeper.get('/offices/body1')
  const saved = await keeper.press('Сохранить', theOffice(there))
  if (saved.status !== 303) throw new Error(`the office was not saved: ${saved.text}`)
}
