import { line } from '../../../kit/form/fields.ts'
import { opening } from '../../../kit/opening.ts'
import { type Owner, programmes, writingSites, writtenApplications } from '../case.ts'
import { emptyContent } from '../model.ts'
import { paths } from '../paths.ts'
import { idOfApplication } from '../store.ts'

const starting = {
  permits: 'programme.edit',
  form: { title: line('Название программы', { what: 'название программы', most: 300 }) },
  begins: ({ held }: { held: Owner }) => ({ title: held.theme }),
  values: ({ held: { applicationId, siteId }, input }: { held: Owner; input: { title: string } }) => ({
    ...{ applicationId, siteId, title: input.title, content: emptyContent },
  }),
  fact: ({ input }: { input: { title: string } }) => ({ kind: 'programme.started' as const, facts: { title: input.title } }),
  done: 'Программа начата',
} as const

/** Starts the programme of an application, which has one: a second start gives the first. (R-A2) */
export const startInApplication = opening(programmes, writtenApplications, {
  ...starting,
  at: paths.applicationProgramme,
  there: async (tx, { ctx, held }) => (held.applicationId && (await idOfApplication(tx, ctx, held.applicationId))) ?? undefined,
  ask: { button: 'Начать программу' },
})

/** Starts another programme of a site. (R-A2) */
export const startOnSite = opening(programmes, writingSites, {
  ...starting,
  at: paths.siteProgrammes,
  ask: { title: 'Новая программа', button: 'Начать программу' },
})
